import type { MrzCheckedField, MrzFormat } from './mrz-reading.ts'

/** Characters `start` up to but not including `end` of a line, all counted from 0. */
export interface Span {
  readonly line: number
  readonly start: number
  readonly end: number
}

/** What may stand in a checked field; decides which misread characters are certain to be wrong. */
export type CheckedContent = 'date' | 'digits' | 'alphanumeric'

export interface CheckRule {
  readonly field: MrzCheckedField
  readonly digit: Span
  readonly over: readonly Span[]
  readonly content: CheckedContent
}

/** Where each field stands in a format. The engine in `read-mrz.ts` knows no positions. */
export interface MrzLayout {
  readonly format: MrzFormat
  readonly documentCode: Span
  readonly issuingState: Span
  readonly name: Span
  readonly documentNumber: Span
  readonly citizenship: Span
  readonly birthDate: Span
  readonly sex: Span
  readonly expiryDate: Span
  /** Optional data that may take the rest of a long document number (TD1, TD2), or hold Russian issue data. */
  readonly optional: Span
  readonly checks: readonly CheckRule[]
}

function span(line: number, start: number, end: number): Span {
  return { line, start, end }
}

function rule(field: MrzCheckedField, content: CheckedContent, digit: Span, ...over: readonly Span[]): CheckRule {
  return { field, content, digit, over }
}

/** Document number, citizenship, birth, sex and expiry stand alike in the second line of every format but TD1. */
const SECOND_LINE = {
  documentNumber: span(1, 0, 9),
  citizenship: span(1, 10, 13),
  birthDate: span(1, 13, 19),
  sex: span(1, 20, 21),
  expiryDate: span(1, 21, 27),
} as const

function secondLineChecks(numberContent: CheckedContent): readonly CheckRule[] {
  return [
    rule('documentNumber', numberContent, span(1, 9, 10), SECOND_LINE.documentNumber),
    rule('birthDate', 'date', span(1, 19, 20), SECOND_LINE.birthDate),
    rule('expiryDate', 'date', span(1, 27, 28), SECOND_LINE.expiryDate),
  ]
}

function compositeOfSecondLine(digitAt: number): CheckRule {
  const over = [span(1, 0, 10), span(1, 13, 20), span(1, 21, digitAt)]
  return rule('composite', 'alphanumeric', span(1, digitAt, digitAt + 1), ...over)
}

const FIRST_LINE = { documentCode: span(0, 0, 2), issuingState: span(0, 2, 5) } as const

const TD1: MrzLayout = {
  format: 'TD1',
  ...FIRST_LINE,
  name: span(2, 0, 30),
  documentNumber: span(0, 5, 14),
  optional: span(0, 15, 30),
  citizenship: span(1, 15, 18),
  birthDate: span(1, 0, 6),
  sex: span(1, 7, 8),
  expiryDate: span(1, 8, 14),
  checks: [
    rule('documentNumber', 'alphanumeric', span(0, 14, 15), span(0, 5, 14)),
    rule('birthDate', 'date', span(1, 6, 7), span(1, 0, 6)),
    rule('expiryDate', 'date', span(1, 14, 15), span(1, 8, 14)),
    rule('composite', 'alphanumeric', span(1, 29, 30), span(0, 5, 30), span(1, 0, 7), span(1, 8, 15), span(1, 18, 29)),
  ],
}

const TD2: MrzLayout = {
  format: 'TD2',
  ...FIRST_LINE,
  ...SECOND_LINE,
  name: span(0, 5, 36),
  optional: span(1, 28, 35),
  checks: [...secondLineChecks('alphanumeric'), compositeOfSecondLine(35)],
}

const TD3: MrzLayout = {
  format: 'TD3',
  ...FIRST_LINE,
  ...SECOND_LINE,
  name: span(0, 5, 44),
  optional: span(1, 28, 42),
  checks: [
    ...secondLineChecks('alphanumeric'),
    rule('optional', 'alphanumeric', span(1, 42, 43), span(1, 28, 42)),
    compositeOfSecondLine(43),
  ],
}

const MRV_A: MrzLayout = {
  format: 'MRV-A',
  ...FIRST_LINE,
  ...SECOND_LINE,
  name: span(0, 5, 44),
  optional: span(1, 28, 44),
  checks: secondLineChecks('alphanumeric'),
}

const MRV_B: MrzLayout = { ...MRV_A, format: 'MRV-B', name: span(0, 5, 36), optional: span(1, 28, 36) }

const RU_INTERNAL: MrzLayout = {
  ...TD3,
  format: 'RU-INTERNAL',
  checks: [
    ...secondLineChecks('digits'),
    rule('optional', 'digits', span(1, 42, 43), span(1, 28, 42)),
    compositeOfSecondLine(43),
  ],
}

const LAYOUTS: Readonly<Record<MrzFormat, MrzLayout>> = {
  TD1,
  TD2,
  TD3,
  'MRV-A': MRV_A,
  'MRV-B': MRV_B,
  'RU-INTERNAL': RU_INTERNAL,
}

export function layoutOf(format: MrzFormat): MrzLayout {
  return LAYOUTS[format]
}

export function textAt(lines: readonly string[], place: Span): string {
  return (lines[place.line] ?? '').slice(place.start, place.end)
}

/**
 * Check rules as they apply to these lines. A TD1 or TD2 number of more than nine characters leaves a filler where its check
 * digit stands and goes on in the optional data, whose last character before a filler is then the digit (Doc 9303-5, 4.2.2).
 */
export function checkRulesFor(layout: MrzLayout, lines: readonly string[]): readonly CheckRule[] {
  const tail = longNumberTail(layout, lines)
  if (tail === undefined) return layout.checks
  const digitAt = tail.end
  return layout.checks.map((check) =>
    check.field === 'documentNumber'
      ? { ...check, digit: { ...tail, start: digitAt, end: digitAt + 1 }, over: [layout.documentNumber, tail] }
      : check,
  )
}

/** The part of a long document number that stands in the optional data, without its check digit. */
export function longNumberTail(layout: MrzLayout, lines: readonly string[]): Span | undefined {
  if (layout.format !== 'TD1' && layout.format !== 'TD2') return undefined
  const [number, optional] = [textAt(lines, layout.documentNumber), textAt(lines, layout.optional)]
  const digit = layout.checks.find((check) => check.field === 'documentNumber')?.digit
  if (digit === undefined || textAt(lines, digit) !== '<' || number.includes('<')) return undefined
  const filler = optional.indexOf('<')
  const length = (filler === -1 ? optional.length : filler) - 1
  if (length < 1) return undefined
  return { ...layout.optional, end: layout.optional.start + length }
}
