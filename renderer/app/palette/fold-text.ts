/** Kazakh letters as somebody writes them who has no Kazakh layout at hand. */
const PLAIN: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ё: 'е',
}

const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
}

/** Lower case without marks: `Ә` is `а`, `Ё` is `е`, `É` is `e`; what is no letter or figure parts words. */
export function foldText(text: string): string {
  return [...text.toLowerCase()]
    .map((letter) => PLAIN[letter] ?? letter)
    .join('')
    .replace(/[^й]+/gu, (rest) => rest.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Folded text in Latin letters: `очередь` → `ochered`. */
export function inLatin(folded: string): string {
  return [...folded].map((letter) => LATIN[letter] ?? letter).join('')
}
