import type { InputIssue } from '#shared/contract/errors.ts'
import { parseCitizenship } from '#shared/documents/citizenship.ts'
import { partialDate } from '#shared/documents/mrz-dates.ts'
import { sexOfWord } from '#shared/documents/sex-word.ts'
import { type CalendarDate, parseCalendarDate } from '#shared/domain/calendar-date.ts'
import { type ArrivalCells, type ArrivalColumn, inputIssue } from './arrivals-file.ts'

/** What the register takes in one field. */
const MAX_CELL_LENGTH = 200

/** Reads the cells of one row. A cell that cannot be used leaves its field empty and an issue behind. */
export class CellReader {
  readonly issues: InputIssue[] = []
  private readonly cells: ArrivalCells

  constructor(cells: ArrivalCells) {
    this.cells = cells
  }

  /** As written, but for space around and line breaks within; `null` when empty. */
  text(column: ArrivalColumn): string | null {
    const text = (this.cells[column] ?? '').replaceAll(/\s+/g, ' ').trim()
    if (text === '') return null
    if (text.length > MAX_CELL_LENGTH) {
      return this.issue(column, 'too_long', `The text is longer than ${MAX_CELL_LENGTH} characters and was left out.`)
    }
    if (text.includes('\ufffd')) {
      this.issue(column, 'broken_letters', 'Some letters were lost before the file was made: compare with the document.')
    }
    return text
  }

  date(column: ArrivalColumn): CalendarDate | null {
    const text = this.text(column)
    if (text === null) return null
    return parseCalendarDate(text) ?? this.issue(column, 'not_a_date', 'This is no day that exists: write it as 2026-11-14.')
  }

  partialDate(column: ArrivalColumn): string | null {
    const text = this.text(column)
    if (text === null) return null
    const message = 'This is no day, month or year: write 1988-09-23, 1988-09 or 1988.'
    return partialDate(text) ?? this.issue(column, 'not_a_date', message)
  }

  sex(column: ArrivalColumn): 'M' | 'F' | 'X' | null {
    const text = this.text(column)
    if (text === null) return null
    return sexOfWord(text) ?? this.issue(column, 'unknown_value', 'Write M, F, or X where the document names none.')
  }

  citizenship(column: ArrivalColumn): string | null {
    const text = this.text(column)
    if (text === null) return null
    const parsed = parseCitizenship(text)
    return parsed.ok ? parsed.value : this.issue(column, parsed.error.code, parsed.error.message)
  }

  oneOf<Value extends string>(column: ArrivalColumn, values: readonly Value[]): Value | null {
    const text = this.text(column)
    if (text === null) return null
    const value = values.find((candidate) => candidate === text.toLowerCase())
    return value ?? this.issue(column, 'unknown_value', `Write one of: ${values.join(', ')}.`)
  }

  issue(column: ArrivalColumn, code: string, message: string): null {
    this.issues.push(inputIssue(column, code, message))
    return null
  }
}
