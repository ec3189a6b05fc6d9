import { layoutOf, textAt } from './mrz-layouts.ts'
import type { MrzFormat, MrzNameAsCoded } from './mrz-reading.ts'
import { decodeRussianName, splitPatronymic } from './russian-passport.ts'
import { splitMrz } from './split-mrz.ts'

/** The name an MRZ spells, in the script it codes: Latin, or Cyrillic for a Russian internal passport. */
export interface MrzName {
  readonly format: MrzFormat
  readonly asCoded: MrzNameAsCoded
  readonly isTruncated: boolean
  /** `null` when the field holds what no name can (digits in a Latin name, a symbol that codes no letter). */
  readonly spelled: {
    readonly surname: string
    readonly givenNames: string
    readonly patronymic: string | null
  } | null
}

/** Reads only the name from an MRZ; `undefined` when the text is none. No check digit covers names. */
export function readMrzName(text: string): MrzName | undefined {
  const split = splitMrz(text)
  return split.ok ? nameIn(split.value.format, split.value.lines) : undefined
}

export function nameIn(format: MrzFormat, lines: readonly string[]): MrzName {
  const field = textAt(lines, layoutOf(format).name)
  const coded = field.replace(/<+$/, '')
  const divider = coded.indexOf('<<')
  const primary = asWords(divider === -1 ? coded : coded.slice(0, divider))
  const secondary = divider === -1 ? '' : asWords(coded.slice(divider))
  return {
    format,
    asCoded: { coded, primary, secondary },
    isTruncated: !field.endsWith('<'),
    spelled: format === 'RU-INTERNAL' ? inCyrillic(primary, secondary) : inLatin(primary, secondary),
  }
}

function inCyrillic(primary: string, secondary: string): MrzName['spelled'] {
  const [surname, given] = [decodeRussianName(primary), decodeRussianName(secondary)]
  if (surname === undefined || given === undefined || surname === '') return null
  return { surname, ...splitPatronymic(given) }
}

function inLatin(primary: string, secondary: string): MrzName['spelled'] {
  if (primary === '' || /\d/.test(primary + secondary)) return null
  return { surname: primary, givenNames: secondary, patronymic: null }
}

function asWords(coded: string): string {
  return coded.replaceAll(/<+/g, ' ').trim()
}
