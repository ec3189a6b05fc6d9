import type { InputIssue } from '#shared/contract/errors.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'

/** One arrival of one guest, as far as the row could be read. Nothing here is saved yet. */
export type ArrivalRow = ReadableRow | RefusedRow

export interface ReadableRow {
  readonly outcome: 'readable'
  /** 1 = first row after the header; empty rows do not count. */
  readonly row: number
  readonly stay: {
    /** Hotel-local, `YYYY-MM-DDTHH:mm`. */
    readonly arrivalAt: string
    readonly departureDate: CalendarDate | null
    readonly room: string | null
    readonly reservation: string | null
  }
  readonly guest: GuestFacts
  /** What in the row could not be used, by column; the field was left empty (or taken from the MRZ). */
  readonly issues: readonly InputIssue[]
  /** What a person should know though the row was used: `mrz_repaired`, `mrz_differs`, `document_expired` … */
  readonly notes: readonly InputIssue[]
}

/** Without a day of arrival there is no duty to compute: the row is left out and the others go on. */
export interface RefusedRow {
  readonly outcome: 'refused'
  readonly row: number
  readonly reservation: string | null
  readonly issues: readonly InputIssue[]
}

export interface ArrivalsFile {
  readonly rows: readonly ArrivalRow[]
  /** About the file as a whole: columns that are not known here and were not read. */
  readonly notes: readonly InputIssue[]
}

export interface ArrivalsFileOptions {
  /** Decides the century of two-digit years in an MRZ. */
  readonly today: CalendarDate
  /** IANA zone of the hotel, for arrivals written with an offset. */
  readonly zone: string
}

/** Columns of an arrivals file, by any order; the README of this folder says what each means. */
export const ARRIVAL_COLUMNS = [
  'reservation',
  'room',
  'arrival',
  'departure',
  'surname',
  'given_names',
  'patronymic',
  'printed_name',
  'sex',
  'birth_date',
  'citizenship',
  'document_type',
  'document_series',
  'document_number',
  'issue_date',
  'expiry_date',
  'mrz',
  'border_entry_date',
  'border_checkpoint',
  'purpose',
  'visa_number',
  'visa_valid_until',
  'visa_entries',
  'phone',
  'email',
  'guardian_document',
] as const
export type ArrivalColumn = (typeof ARRIVAL_COLUMNS)[number]

/** A file must tell when somebody arrived, and who: by at least one of these. */
export const NAMING_COLUMNS: readonly ArrivalColumn[] = ['surname', 'printed_name', 'mrz']

export type ArrivalCells = Readonly<Partial<Record<ArrivalColumn, string>>>

export function inputIssue(path: string, code: string, message: string): InputIssue {
  return { path, code, message }
}
