import './typed-catalogues.ts'
import { createInstance, type TFunction } from 'i18next'
import { CATALOGUES } from './index.ts'
import type { Language } from './language.ts'

/** A message by key; a wrong key or a forgotten variable does not compile. */
export type Say = TFunction<'desk'>

/** Whatever puts something into words takes these: the page gives those on screen, everyone else {@link wordsIn}. */
export interface Words {
  readonly say: Say
  readonly language: Language
}

/** How the catalogues are read, on the page and off it. Everything is bundled, so the words are there at once. */
export const READING_OF_CATALOGUES = {
  fallbackLng: false,
  defaultNS: 'desk',
  ns: 'desk',
  initAsync: false,
  returnNull: false,
  // React escapes; names like O'Brien must not be escaped twice.
  interpolation: { escapeValue: false },
} as const

const MADE = new Map<Language, Words>()

/** The words of one language without a page: for the command line, a report, a file. Made once per language. */
export function wordsIn(language: Language): Words {
  const made = MADE.get(language)
  if (made !== undefined) return made
  const instance = createInstance()
  void instance.init({
    ...READING_OF_CATALOGUES,
    lng: language,
    resources: { [language]: { desk: CATALOGUES[language] } },
  })
  const words = { say: instance.t, language }
  MADE.set(language, words)
  return words
}
