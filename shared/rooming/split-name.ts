import type { Sex } from '../domain/guest.ts'

export interface NameParts {
  readonly surname: string | null
  readonly givenNames: string | null
  readonly patronymic: string | null
  /** What a title before the name says; `null` = there is none, or it does not say. */
  readonly sexByTitle: Sex | null
}

const TITLES: Readonly<Record<string, Sex | null>> = {
  mr: 'M',
  mrs: 'F',
  ms: 'F',
  miss: 'F',
  mstr: 'M',
  dr: null,
  prof: null,
  'г-н': 'M',
  'г-жа': 'F',
}
/** Endings of Russian, Turkic and Tajik patronymics; Turkic ones may stand as words of their own. */
const PATRONYMIC = /(?:.+(?:вич|вна|ична|ович|евич)|.*(?:ұлы|қызы|улы|кызы|уулу|оглы|угли|ўғли|oglu|oğlu|uly|qyzy|kyzy))$/iu

/**
 * A whole name in one cell, taken apart. A comma parts surname from given names whatever the column is; else a word in capitals among others
 * that are not is the surname, a patronymic in the middle puts the surname last, and without a sign the column's own order decides.
 */
export function splitName(text: string, order: 'surnameFirst' | 'givenFirst'): NameParts {
  const { name, sexByTitle } = withoutTitle(text.replaceAll(/\s+/g, ' ').trim())
  const [before = '', ...after] = name.split(/\s*[,/]\s*/)
  if (after.length > 0) return { ...given(after.join(' ').split(' ')), surname: orNull(before), sexByTitle }
  const words = name.split(' ').filter((word) => word !== '')
  if (words.length < 2) return { surname: orNull(name), givenNames: null, patronymic: null, sexByTitle }
  const capitals = words.filter(isCapitals)
  if (capitals.length > 0 && capitals.length < words.length && isRun(words)) {
    return { ...given(words.filter((word) => !isCapitals(word))), surname: capitals.join(' '), sexByTitle }
  }
  const isSurnameLast =
    order === 'givenFirst' ? !PATRONYMIC.test(words.at(-1) ?? '') : words.length === 3 && PATRONYMIC.test(words[1] ?? '')
  return isSurnameLast
    ? { ...given(words.slice(0, -1)), surname: words.at(-1) ?? null, sexByTitle }
    : { ...given(words.slice(1)), surname: words[0] ?? null, sexByTitle }
}

/** Given names with a patronymic at their end: `Иван Петрович`, `Нұрлан Серік ұлы`. */
function given(words: readonly string[]): Pick<NameParts, 'givenNames' | 'patronymic'> {
  const last = words.at(-1) ?? ''
  if (words.length < 2 || !PATRONYMIC.test(last)) return { givenNames: orNull(words.join(' ')), patronymic: null }
  const length = isOwnWord(last) && words.length > 2 ? 2 : 1
  return { givenNames: orNull(words.slice(0, -length).join(' ')), patronymic: words.slice(-length).join(' ') }
}

function isOwnWord(word: string): boolean {
  return /^(?:ұлы|қызы|улы|кызы|уулу|оглы|угли|ўғли|oglu|oğlu|uly|qyzy|kyzy)$/iu.test(word)
}

function withoutTitle(name: string): { readonly name: string; readonly sexByTitle: Sex | null } {
  const match = /^([\p{L}-]+)[. ]\s*(?=\S)/u.exec(name)
  const title = match?.[1]?.toLowerCase() ?? ''
  if (match === null || !Object.hasOwn(TITLES, title)) return { name, sexByTitle: null }
  return { name: name.slice(match[0].length), sexByTitle: TITLES[title] ?? null }
}

function isCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && /\p{Lu}{2}/u.test(word)
}

/** The words in capitals stand together at one end. */
function isRun(words: readonly string[]): boolean {
  const marks = words.map((word) => (isCapitals(word) ? 'C' : 'x')).join('')
  return /^(?:C+x+|x+C+)$/.test(marks)
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}
