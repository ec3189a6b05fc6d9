import type { Environment } from '../domain/channel.ts'
import { countryName } from '../i18n/country-names.ts'
import type { Language } from '../i18n/language.ts'
import { type Words, wordsIn } from '../i18n/words.ts'

/** Languages that stand on one paper, the first before the others. */
export type Both = readonly Words[]

/** The state language and one that the reader knows; once where they are the same. */
export function stateLanguageAnd(language: Language): Both {
  return [...new Set<Language>(['kk', language])].map(wordsIn)
}

/** `Тегі / Фамилия`; once where all say the same. */
export function inBoth(both: Both, text: (words: Words) => string): string {
  return [...new Set(both.map(text))].join(' / ')
}

/** `Германия / Germany (DEU)`. */
export function countryInBoth(both: Both, code: string): string {
  return `${inBoth(both, ({ language }) => countryName(code, language))} (${code})`
}

/** Across the top of a paper that is not for real; `null` = it is. */
export function bannerInBoth(both: Both, environment: Environment): string | null {
  return environment === 'production' ? null : inBoth(both, ({ say }) => say(`paper.document.${environment}`))
}

/** Whether the faces of the desk have these letters; where they have not, a row of question marks would be a name nobody has. */
export function isPrintable(text: string): boolean {
  return PRINTABLE.test(text)
}

const PRINTABLE = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]+$/u
