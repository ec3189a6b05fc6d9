import { failed, ok, type Result } from '../domain/result.ts'
import type { MrzFormat, NotMrz, NotMrzCode } from './mrz-reading.ts'

/** Longer than any MRZ with all the spaces a reader may put in. */
const MAX_TEXT_LENGTH = 400

/** Shapes by number of lines and characters per line; a run without separators is as long as all its lines. */
const SHAPES = [
  { lineCount: 2, lineLength: 44 },
  { lineCount: 2, lineLength: 36 },
  { lineCount: 3, lineLength: 30 },
] as const

export interface MrzLines {
  readonly format: MrzFormat
  readonly lines: readonly string[]
}

/**
 * Finds the lines of an MRZ in what a person pasted or a scanner typed: lines apart by newline, CR or the two characters `\n`,
 * or not apart at all; upper or lower case; spaces and control characters anywhere.
 */
export function splitMrz(text: string): Result<MrzLines, NotMrz> {
  if (text.length > MAX_TEXT_LENGTH) return notMrz('too_long', 'The text is too long for a machine-readable zone.')
  const given = text
    .replaceAll(/\\r|\\n|\r/g, '\n')
    .split('\n')
    .map((line) => withoutBlanks(line).toUpperCase())
    .filter((line) => line !== '')
  if (given.length === 0)
    return notMrz('empty', 'There is nothing to read: scan or paste the lines at the foot of the document.')

  const stranger = firstStranger(given)
  if (stranger !== undefined) return failed(stranger)

  const lines = given.length === 1 ? splitRun(given[0] ?? '') : given
  const shape = SHAPES.find(
    (candidate) => lines.length === candidate.lineCount && lines.every((line) => line.length === candidate.lineLength),
  )
  if (shape === undefined) {
    const lengths = given.map((line) => line.length).join(' + ')
    const message = `Two lines of 44 or 36 characters, or three of 30, were expected; ${lengths} came. Scan again, or type the details by hand.`
    return notMrz('wrong_length', message)
  }
  const format = formatOf(lines, shape.lineLength)
  if (format === undefined) {
    const message = 'This is a French identity card of the old form, whose lines are not read here: type the details by hand.'
    return notMrz('unsupported_document', message)
  }
  return ok({ format, lines })
}

function formatOf(lines: readonly string[], lineLength: number): MrzFormat | undefined {
  const first = lines[0] ?? ''
  if (lineLength === 30) return 'TD1'
  if (first.startsWith('V')) return lineLength === 44 ? 'MRV-A' : 'MRV-B'
  if (lineLength === 44) return first.startsWith('PNRUS') ? 'RU-INTERNAL' : 'TD3'
  // The old French card has a department and office number where TD2 has the end of the name.
  return first.startsWith('IDFRA') && /\d/.test(first.slice(30)) ? undefined : 'TD2'
}

function splitRun(run: string): readonly string[] {
  const shape = SHAPES.find((candidate) => run.length === candidate.lineCount * candidate.lineLength)
  if (shape === undefined) return [run]
  return Array.from({ length: shape.lineCount }, (_, index) =>
    run.slice(index * shape.lineLength, (index + 1) * shape.lineLength),
  )
}

function withoutBlanks(line: string): string {
  return [...line].filter((character) => character > ' ' && character !== '\u00a0' && character !== '\ufeff').join('')
}

function firstStranger(lines: readonly string[]): NotMrz | undefined {
  for (const [index, line] of lines.entries()) {
    const column = line.search(/[^A-Z0-9<]/)
    if (column === -1) continue
    const place = { line: index + 1, column: column + 1 }
    return /\p{Script=Cyrillic}/u.test(line)
      ? {
          code: 'foreign_letters',
          message:
            'The lines hold Cyrillic letters: the scanner typed on a Russian or Kazakh keyboard layout. Switch to English and scan again.',
          ...place,
        }
      : {
          code: 'bad_character',
          message: `Line ${place.line}, character ${place.column} cannot stand in a machine-readable zone: only A–Z, 0–9 and < can.`,
          ...place,
        }
  }
  return undefined
}

function notMrz(code: NotMrzCode, message: string): Result<never, NotMrz> {
  return failed({ code, message, line: null, column: null })
}
