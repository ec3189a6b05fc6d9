import type { Language } from '#shared/i18n/language.ts'
import { type Words, wordsIn as wordsOf } from '#shared/i18n/words.ts'

/** The real catalogues in `language`, without a page around them. */
export function wordsIn(language: Language): Promise<Words> {
  return Promise.resolve(wordsOf(language))
}
