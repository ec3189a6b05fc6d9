import { checkDigitOf } from './check-digit.ts'
import { type CheckRule, checkRulesFor, type MrzLayout, type Span, textAt } from './mrz-layouts.ts'
import type { MrzCheck, MrzRepair } from './mrz-reading.ts'

/** What a scanner takes for a digit, where only a digit can stand. */
const DIGIT_FOR: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  G: '6',
  T: '7',
  B: '8',
}
const LETTERS_FOR: Readonly<Record<string, readonly string[]>> = {
  0: ['O', 'D', 'Q'],
  1: ['I'],
  2: ['Z'],
  5: ['S'],
  7: ['T'],
  8: ['B'],
}

interface Change {
  readonly line: number
  readonly index: number
  readonly became: string
}

export interface RepairedMrz {
  readonly lines: readonly string[]
  readonly repairs: readonly MrzRepair[]
  /** Over the repaired lines, in the order of the layout. */
  readonly checks: readonly MrzCheck[]
  /** Rules for which several readings satisfy the digit, so that none is proven. */
  readonly ambiguous: readonly CheckRule[]
}

/**
 * Puts right what a check digit proves to be misread, and nothing else.
 *
 * - Where only digits can stand (dates, check digits, Russian numbers) a letter is certainly wrong; it becomes the digit it
 *   resembles if the check digit then agrees.
 * - In an alphanumeric number one character may be exchanged for its double, if exactly one such exchange satisfies the check
 *   digit and the composite digit agrees. A digit inside a run of digits never becomes a letter: that is how a mistyped number
 *   would pass for a misread one.
 */
export function repairMrz(layout: MrzLayout, lines: readonly string[]): RepairedMrz {
  let current = lines
  const repairs: { readonly repair: MrzRepair; readonly isCertainlyWrong: boolean }[] = []
  const ambiguous: CheckRule[] = []

  const accept = (rule: CheckRule, changes: readonly Change[], isCertainlyWrong: boolean) => {
    for (const change of changes) {
      const read = current[change.line]?.[change.index] ?? ''
      const place = { line: change.line + 1, column: change.index + 1 }
      repairs.push({
        repair: { field: rule.field, ...place, read, became: change.became, provenBy: rule.field },
        isCertainlyWrong,
      })
    }
    current = withChanges(current, changes)
  }

  const rules = checkRulesFor(layout, lines)
  for (const rule of rules) {
    if (isSound(rule, current)) continue
    const forced = forcedChanges(rule, current)
    if (forced.length > 0) {
      if (isSound(rule, withChanges(current, forced))) accept(rule, forced, true)
      continue
    }
    if (rule.field !== 'documentNumber' || rule.content !== 'alphanumeric') continue
    const proposals = exchanges(rule, current).filter((change) => isSound(rule, withChanges(current, [change])))
    const [only] = proposals
    if (only !== undefined && proposals.length === 1) accept(rule, [only], false)
    else if (proposals.length > 1) ambiguous.push(rule)
  }

  // The digit of the number itself may be what was misread: then the composite digit disagrees, and the exchange proves nothing.
  const composite = rules.find((rule) => rule.field === 'composite')
  if (composite !== undefined && !isSound(composite, current)) {
    for (const { repair, isCertainlyWrong } of repairs) {
      if (isCertainlyWrong) continue
      current = withChanges(current, [{ line: repair.line - 1, index: repair.column - 1, became: repair.read }])
      ambiguous.push(...rules.filter((rule) => rule.field === repair.field))
    }
  }
  const kept = repairs.filter(({ repair }) => current[repair.line - 1]?.[repair.column - 1] === repair.became)
  return {
    lines: current,
    repairs: kept.map(({ repair }) => repair),
    checks: rules.map((rule) => checkOf(rule, current)),
    ambiguous,
  }
}

function checkOf(rule: CheckRule, lines: readonly string[]): MrzCheck {
  const expected = String(checkDigitOf(sourceOf(rule, lines)))
  const found = textAt(lines, rule.digit)
  return {
    field: rule.field,
    line: rule.digit.line + 1,
    column: rule.digit.start + 1,
    expected,
    found,
    isValid: isSound(rule, lines),
  }
}

/** The digit agrees and nothing stands in the field that cannot stand there. An empty field may have `<` for its digit. */
function isSound(rule: CheckRule, lines: readonly string[]): boolean {
  const source = sourceOf(rule, lines)
  const found = textAt(lines, rule.digit)
  if (found === '<') return /^<*$/.test(source)
  if (rule.content !== 'alphanumeric' && /[A-Z]/.test(source)) return false
  return (
    found === String(checkDigitOf(source)) || (isLongNumber(rule) && found === String(checkDigitOf(withFiller(rule, lines))))
  )
}

function isLongNumber(rule: CheckRule): boolean {
  return rule.field === 'documentNumber' && rule.over.length === 2
}

/** Issuers of long numbers disagree whether the filler where the digit used to stand counts (Doc 9303-5, 4.2.2). */
function withFiller(rule: CheckRule, lines: readonly string[]): string {
  return rule.over.map((place) => textAt(lines, place)).join('<')
}

function sourceOf(rule: CheckRule, lines: readonly string[]): string {
  return rule.over.map((place) => textAt(lines, place)).join('')
}

/** Letters where none can stand, turned into the digits they resemble. */
function forcedChanges(rule: CheckRule, lines: readonly string[]): readonly Change[] {
  const places = rule.content === 'alphanumeric' ? [rule.digit] : [...rule.over, rule.digit]
  return places.flatMap((place) =>
    indexesOf(place).flatMap((index) => {
      const became = DIGIT_FOR[lines[place.line]?.[index] ?? '']
      return became === undefined ? [] : [{ line: place.line, index, became }]
    }),
  )
}

/** Every single exchange of a character of the field for one it is mistaken for. */
function exchanges(rule: CheckRule, lines: readonly string[]): readonly Change[] {
  return rule.over.flatMap((place) =>
    indexesOf(place).flatMap((index) => {
      const line = lines[place.line] ?? ''
      const read = line[index] ?? ''
      const digit = DIGIT_FOR[read]
      const doubles = digit !== undefined ? [digit] : isBesideLetter(line, index, place) ? (LETTERS_FOR[read] ?? []) : []
      return doubles.map((became) => ({ line: place.line, index, became }))
    }),
  )
}

function isBesideLetter(line: string, index: number, place: Span): boolean {
  const before = index > place.start ? line[index - 1] : undefined
  const after = index + 1 < place.end ? line[index + 1] : undefined
  return /[A-Z]/.test(`${before ?? ''}${after ?? ''}`)
}

function indexesOf(place: Span): readonly number[] {
  return Array.from({ length: place.end - place.start }, (_, offset) => place.start + offset)
}

function withChanges(lines: readonly string[], changes: readonly Change[]): readonly string[] {
  return lines.map((line, lineIndex) =>
    changes
      .filter((change) => change.line === lineIndex)
      .reduce((text, change) => text.slice(0, change.index) + change.became + text.slice(change.index + 1), line),
  )
}
