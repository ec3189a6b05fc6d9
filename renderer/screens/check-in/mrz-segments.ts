import type { MrzCheck, MrzCheckedField, MrzDocument, MrzErrorCode, MrzFields } from '#shared/documents/mrz-reading.ts'

/** A stretch of a machine-readable line that looks alike. */
export interface MrzSegment {
  readonly kind: 'text' | 'filler' | 'digit' | 'repaired'
  readonly text: string
  /** Column of its first character, from 1. */
  readonly column: number
  readonly check: MrzCheck | null
}

/** The lines as they were taken – repairs put in – cut into plain text, fillers, boxed check digits and repaired characters. */
export function segmentsOf(document: MrzDocument): readonly (readonly MrzSegment[])[] {
  return document.lines.map((line, index) => segmentsOfLine(line, index + 1, document))
}

function segmentsOfLine(line: string, lineNumber: number, document: MrzDocument): readonly MrzSegment[] {
  const segments: MrzSegment[] = []
  for (const [index, character] of [...line].entries()) {
    const column = index + 1
    const repair = document.repairs.find((candidate) => candidate.line === lineNumber && candidate.column === column)
    const text = repair?.became ?? character
    const check = document.checks.find((candidate) => candidate.line === lineNumber && candidate.column === column) ?? null
    const kind = check !== null ? 'digit' : repair !== undefined ? 'repaired' : text === '<' ? 'filler' : 'text'
    const last = segments.at(-1)
    if (last !== undefined && last.kind === kind && kind !== 'digit') {
      segments[segments.length - 1] = { ...last, text: last.text + text }
    } else {
      segments.push({ kind, text, column, check })
    }
  }
  return segments
}

/** The check digit that stands for a field of the form, `undefined` where none covers it. */
export function checkOf(document: MrzDocument, field: keyof MrzFields): MrzCheck | undefined {
  const covering: Partial<Record<keyof MrzFields, MrzCheckedField>> = {
    documentNumber: 'documentNumber',
    visaNumber: 'documentNumber',
    birthDate: 'birthDate',
    expiryDate: 'expiryDate',
    visaValidUntil: 'expiryDate',
  }
  const isRussian = document.format === 'RU-INTERNAL'
  const checked = isRussian && (field === 'issueDate' || field === 'documentSeries') ? 'optional' : covering[field]
  return document.checks.find((check) => check.field === checked)
}

/** Why the lines did not fill a field; `undefined` when they did, or never say it. */
export function errorOf(document: MrzDocument, field: keyof MrzFields): MrzErrorCode | undefined {
  return document.errors.find((error) => error.field === field)?.code
}
