import type { CitizenshipCode } from '../domain/guest.ts'

/** Doc 9303-3, section 6 B (Cyrillic); the letters it lacks (Kazakh, Kyrgyz, Tajik, Mongolian) as those states print them. */
const CYRILLIC: Readonly<Record<string, string>> = {
  А: 'A',
  Б: 'B',
  В: 'V',
  Г: 'G',
  Д: 'D',
  Е: 'E',
  Ё: 'E',
  Ж: 'ZH',
  З: 'Z',
  И: 'I',
  Й: 'I',
  К: 'K',
  Л: 'L',
  М: 'M',
  Н: 'N',
  О: 'O',
  П: 'P',
  Р: 'R',
  С: 'S',
  Т: 'T',
  У: 'U',
  Ф: 'F',
  Х: 'KH',
  Ц: 'TS',
  Ч: 'CH',
  Ш: 'SH',
  Щ: 'SHCH',
  Ъ: 'IE',
  Ы: 'Y',
  Ь: '',
  Э: 'E',
  Ю: 'IU',
  Я: 'IA',
  Ә: 'A',
  Ғ: 'G',
  Қ: 'Q',
  Ң: 'N',
  Ө: 'O',
  Ұ: 'U',
  Ү: 'U',
  Һ: 'H',
  І: 'I',
  Ҳ: 'H',
  Ҷ: 'J',
  Ӣ: 'I',
  Ӯ: 'U',
  Ў: 'U',
  Є: 'IE',
  Ї: 'I',
  Ґ: 'G',
  Ј: 'J',
  Љ: 'LJ',
  Њ: 'NJ',
  Ћ: 'C',
  Ђ: 'D',
  Џ: 'DZ',
}

/** Doc 9303-3, section 6 A: letters whose base letter is not what an MRZ has for them. Accents not named here just fall. */
const LATIN: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Å: 'AA',
  Æ: 'AE',
  Ð: 'D',
  Đ: 'D',
  Ə: 'E',
  Ħ: 'H',
  Ĳ: 'IJ',
  ĸ: 'Q',
  Ł: 'L',
  Ŋ: 'N',
  Ö: 'OE',
  Ø: 'OE',
  Œ: 'OE',
  Þ: 'TH',
  Ŧ: 'T',
  Ü: 'UE',
  ẞ: 'SS',
}

/** Where the table itself, or the state's own passports, name another spelling. */
const BY_CITIZENSHIP: Readonly<Record<CitizenshipCode, Readonly<Record<string, string>>>> = {
  BLR: { Г: 'H', Ё: 'IO' },
  UKR: { Г: 'H', И: 'Y' },
  BGR: { Щ: 'SHT' },
  AZE: { Ə: 'A', Ö: 'O', Ü: 'U' },
  TUR: { Ö: 'O', Ü: 'U' },
}

/**
 * A name in the capital letters A–Z of an MRZ, for when the document gives no such spelling. Cyrillic (Russian, Kazakh and its
 * neighbours) and Latin letters are turned by ICAO Doc 9303-3; `citizenship` picks the state's own variant where there is one.
 * Everything else – Han, Hangul, Greek, Armenian letters, hyphens, apostrophes – stays as it is: nothing is dropped unseen.
 */
export function transliterate(text: string, citizenship: CitizenshipCode | null = null): string {
  const own = citizenship === null ? undefined : BY_CITIZENSHIP[citizenship]
  return [...text.normalize('NFC').replaceAll('ß', 'ẞ').toUpperCase()]
    .map((letter) => own?.[letter] ?? CYRILLIC[letter] ?? LATIN[letter] ?? withoutAccent(letter))
    .join('')
}

function withoutAccent(letter: string): string {
  const base = letter.normalize('NFD').replaceAll(/\p{M}/gu, '')
  return /^[A-Z]?$/.test(base) ? base : (CYRILLIC[base] ?? letter)
}

/** Characters of `text` that `pattern` (tested on one character at a time) does not accept, each once, in order. */
export function unsendableCharacters(text: string, pattern: RegExp): readonly string[] {
  const single = new RegExp(pattern.source, pattern.flags.replaceAll(/[gy]/g, ''))
  return [...new Set(text.normalize('NFC'))].filter((character) => !single.test(character))
}
