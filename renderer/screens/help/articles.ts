import type { ru } from '#shared/i18n/ru/index.ts'
import { foldText, inLatin } from '../../app/palette/fold-text.ts'
import type { Say } from '../../i18n/use-words.ts'

type ArticleWord = keyof typeof ru.help.articles

/** One "what do I do when": its words are in the catalogue, here stand its address and where it leads. */
export interface Article {
  /** Last part of the address: `#/help/scanner`. */
  readonly path: string
  readonly word: ArticleWord
  /** The screen it talks of. */
  readonly go: keyof typeof ru.help.go
  readonly href: string
  /** Where the rules say what it rests on. */
  readonly law: 'duty' | 'clocks' | 'lost-passport' | null
}

/** In the order somebody new needs them; the digit keys follow it. */
export const ARTICLES: readonly Article[] = [
  { path: 'first-day', word: 'firstDay', go: 'today', href: '#/', law: 'duty' },
  { path: 'arrives', word: 'arrives', go: 'checkIn', href: '#/check-in', law: 'duty' },
  { path: 'scanner', word: 'scanner', go: 'checkIn', href: '#/check-in', law: null },
  { path: 'due-today', word: 'dueToday', go: 'today', href: '#/', law: 'clocks' },
  { path: 'no-line', word: 'noLine', go: 'queue', href: '#/queue', law: null },
  { path: 'refused', word: 'rejected', go: 'queue', href: '#/queue', law: null },
  { path: 'filed-elsewhere', word: 'elsewhere', go: 'guests', href: '#/guests', law: 'duty' },
  { path: 'lost-passport', word: 'lostPassport', go: 'guests', href: '#/guests', law: 'lost-passport' },
  { path: 'end-of-day', word: 'endOfDay', go: 'endOfDay', href: '#/end-of-day', law: null },
]

export const STEPS = ['one', 'two', 'three', 'four'] as const

/** Articles in which every word of `query` begins one of theirs, in either script; those found by their title first. */
export function findArticles(query: string, say: Say): readonly Article[] {
  const wanted = foldText(query).split(' ').filter(Boolean)
  if (wanted.length === 0) return ARTICLES
  const inTitle = (article: Article) => hasAll(wanted, say(`help.articles.${article.word}.title`))
  const found = ARTICLES.filter((article) => hasAll(wanted, textOf(article, say)))
  return [...found.filter(inTitle), ...found.filter((article) => !inTitle(article))]
}

function textOf({ word }: Article, say: Say): string {
  const steps = STEPS.map((step) => say(`help.articles.${word}.steps.${step}`))
  return [say(`help.articles.${word}.title`), say(`help.articles.${word}.lead`), ...steps].join(' ')
}

function hasAll(wanted: readonly string[], text: string): boolean {
  const words = foldText(text).split(' ')
  const latin = words.map(inLatin)
  return wanted.every(
    (part) => words.some((word) => word.startsWith(part)) || latin.some((word) => word.startsWith(inLatin(part))),
  )
}
