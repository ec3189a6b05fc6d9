import type { Language } from './language.ts'

/** Chromium sorts Kazakh by the Russian alphabet (і beside и), so the order is our own. */
const ALPHABETS: Readonly<Record<Language, string>> = {
  kk: 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя',
  ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  en: '',
}

/** Letters of the language in its own order; everything else (Latin with marks, figures) as Unicode's base order has it. */
export function compareIn(language: Language): (a: string, b: string) => number {
  const rank = new Map([...ALPHABETS[language]].map((letter, index) => [letter, index]))
  const others = new Intl.Collator('en', { sensitivity: 'base', numeric: true })
  return (a, b) => {
    const left = [...a.toLowerCase()]
    const right = [...b.toLowerCase()]
    for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
      const difference = compareLetters(left[index] ?? '', right[index] ?? '', rank, others)
      if (difference !== 0) return difference
    }
    return left.length - right.length
  }
}

function compareLetters(a: string, b: string, rank: ReadonlyMap<string, number>, others: Intl.Collator): number {
  if (a === b) return 0
  const [rankOfA, rankOfB] = [rank.get(a), rank.get(b)]
  if (rankOfA !== undefined && rankOfB !== undefined) return rankOfA - rankOfB
  return others.compare(a, b)
}
