const CYRILLIC = 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ'
const CODED = 'ABVGDE2JZIQKLMNOPRSTUFHC34WXY9678'

/** Ends of a Russian patronymic; the Turkic ones are a word of their own after the father's name. */
const PATRONYMIC_END = /(ВИЧ|ЬИЧ|ИЧ|ВНА|ЧНА|ШНА)$/
const PATRONYMIC_WORD = /^(ОГЛЫ|КЫЗЫ|УГЛИ|КИЗИ|УЛЫ|ЕЛИ)$/

/**
 * The Cyrillic name behind the code of a Russian internal passport: one symbol, one letter, `<` a space.
 * `undefined` when a symbol codes nothing (`0`, `1`, `5`).
 */
export function decodeRussianName(coded: string): string | undefined {
  let decoded = ''
  for (const symbol of coded) {
    const index = CODED.indexOf(symbol)
    if (symbol === '<' || symbol === ' ') decoded += ' '
    else if (index === -1) return undefined
    else decoded += CYRILLIC[index] ?? ''
  }
  return decoded.trim()
}

/** Given names and patronymic stand in one field; only the ending tells the patronymic, and without it nothing is guessed. */
export function splitPatronymic(secondary: string): { readonly givenNames: string; readonly patronymic: string | null } {
  const words = secondary.split(' ').filter((word) => word !== '')
  const last = words.at(-1) ?? ''
  const length = PATRONYMIC_WORD.test(last) ? 2 : PATRONYMIC_END.test(last) ? 1 : 0
  if (length === 0 || words.length <= length) return { givenNames: words.join(' '), patronymic: null }
  return { givenNames: words.slice(0, -length).join(' '), patronymic: words.slice(-length).join(' ') }
}

export interface RussianIssueData {
  /** The fourth digit of the series, which stands apart from the first three. */
  readonly lastSeriesDigit: string
  /** `YYMMDD`. */
  readonly issueDate: string
}

/** Optional data of a Russian internal passport: last digit of the series, date of issue, department code. */
export function readRussianIssueData(optional: string): RussianIssueData | undefined {
  const match = /^(\d)(\d{6})\d{6}<$/.exec(optional)
  return match === null ? undefined : { lastSeriesDigit: match[1] ?? '', issueDate: match[2] ?? '' }
}
