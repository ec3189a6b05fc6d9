import type { CalendarDate } from '../domain/calendar-date.ts'
import type { GuestFacts } from '../domain/guest.ts'

/** Why a cell could not be used: keys of the catalogue (`rooming.problems.<code>`). Its text stays with the guest. */
export const CELL_PROBLEMS = [
  'not_a_date',
  'unknown_country',
  'unknown_sex',
  'unknown_type',
  'unknown_purpose',
  'not_mrz',
  'born_later',
  'issued_later',
] as const
export type CellProblem = (typeof CELL_PROBLEMS)[number]

/** What a clerk should know though the cell was used: keys of the catalogue (`rooming.notes.<code>`). */
export const CELL_NOTES = [
  'room_above',
  'sex_by_title',
  'mrz_differs',
  'mrz_proven',
  'mrz_repaired',
  'mrz_doubtful',
  'broken_letters',
] as const
export type CellNote = (typeof CELL_NOTES)[number]

export type CellIssue =
  | { readonly kind: 'problem'; readonly column: number; readonly code: CellProblem }
  | { readonly kind: 'note'; readonly column: number; readonly code: CellNote }

/** Something the list says of a guest that has no place in the register, or could not be read. */
export interface LeftOver {
  /** The head of its column; empty where the list has none. */
  readonly head: string
  readonly text: string
}

/** One row of a list, as far as it could be read. */
export interface ListPerson {
  /** Line of the list, from 1. */
  readonly line: number
  /** `false` = the row names nobody: a total, a heading within the list. It is shown and not taken over. */
  readonly isSomebody: boolean
  readonly facts: GuestFacts
  readonly room: string | null
  readonly arrival: CalendarDate | null
  readonly departure: CalendarDate | null
  readonly reservation: string | null
  /** Text of fields the form keeps as typed, though it cannot be read yet. */
  readonly unread: Readonly<Partial<Record<UnreadField, string>>>
  readonly leftOver: readonly LeftOver[]
  readonly issues: readonly CellIssue[]
}

export type UnreadField =
  | 'birthDate'
  | 'issueDate'
  | 'expiryDate'
  | 'borderEntryDate'
  | 'visaValidUntil'
  | 'citizenship'
  | 'mrz'
