import { type CalendarDate, calendarDate } from '#shared/domain/calendar-date.ts'

/** A row as SQLite gives it. The database's own CHECKs and STRICT types vouch for the shapes read below. */
export type Row = Readonly<Record<string, unknown>>

export function text(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new TypeError(`Column ${column} is not text`)
  return value
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column)
}

export function integer(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new TypeError(`Column ${column} is not an integer`)
  return value
}

export function integerOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : integer(row, column)
}

export function flag(row: Row, column: string): boolean {
  return integer(row, column) === 1
}

export function day(row: Row, column: string): CalendarDate {
  return calendarDate(text(row, column))
}

export function dayOrNull(row: Row, column: string): CalendarDate | null {
  return row[column] === null ? null : day(row, column)
}

export function bytes(row: Row, column: string): Buffer {
  const value = row[column]
  if (!Buffer.isBuffer(value)) throw new TypeError(`Column ${column} is not a blob`)
  return value
}

export function bytesOrNull(row: Row, column: string): Buffer | null {
  return row[column] === null ? null : bytes(row, column)
}

/** A column that holds one word of a list; a word from elsewhere means a damaged or newer file and throws. */
export function oneOf<Word extends string>(row: Row, column: string, words: readonly Word[]): Word {
  const value = text(row, column)
  const word = words.find((candidate) => candidate === value)
  if (word === undefined) throw new TypeError(`Column ${column} holds an unknown word`)
  return word
}

export function oneOfOrNull<Word extends string>(row: Row, column: string, words: readonly Word[]): Word | null {
  return row[column] === null ? null : oneOf(row, column, words)
}
