import { mergeMrz } from '../documents/merge-mrz.ts'
import { earliestDayOf } from '../documents/mrz-dates.ts'
import type { MrzFieldName } from '../documents/mrz-reading.ts'
import { readMrz } from '../documents/read-mrz.ts'
import { sexOfWord } from '../documents/sex-word.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type DocumentType, EMPTY_GUEST, type GuestFacts } from '../domain/guest.ts'
import { countryOf } from './country-of.ts'
import type { DayColumn, ListColumn } from './list-column.ts'
import { type DateOrder, readListBirthDate, readListDate } from './list-date.ts'
import type { CellIssue, CellNote, CellProblem, LeftOver, ListPerson, UnreadField } from './list-person.ts'
import { documentTypeOf, purposeOf } from './list-words.ts'
import { splitName } from './split-name.ts'

interface RowToRead {
  readonly row: readonly string[]
  readonly columns: readonly { readonly head: string; readonly column: ListColumn }[]
  readonly orders: readonly DateOrder[]
  /** Room of the guest above: in a list a room is often written once for all who share it. */
  readonly roomAbove: string | null
  readonly today: CalendarDate
}

const LEANS: Readonly<Record<DayColumn, 'past' | 'future'>> = {
  birthDate: 'past',
  issueDate: 'past',
  borderEntryDate: 'past',
  expiryDate: 'future',
  arrival: 'future',
  departure: 'future',
  visaValidUntil: 'future',
}
/** Days the form has a field for; days of the stay belong to all and are left over when they cannot be read. */
const KEPT_AS_TYPED: readonly ListColumn[] = ['birthDate', 'issueDate', 'expiryDate', 'borderEntryDate', 'visaValidUntil']

/** One row of a list: facts, what could not be read with its text, what has no place. */
export function readPerson({ row, columns, orders, roomAbove, today }: RowToRead): Omit<ListPerson, 'line'> {
  const issues: CellIssue[] = []
  const leftOver: LeftOver[] = []
  const unread: Partial<Record<UnreadField, string>> = {}
  const problem = (column: number, code: CellProblem) => issues.push({ kind: 'problem', column, code })
  const note = (column: number, code: CellNote) => issues.push({ kind: 'note', column, code })
  const indexOf = (column: ListColumn) => columns.findIndex((candidate) => candidate.column === column)
  const cell = (index: number) => (index === -1 ? '' : (row[index] ?? ''))
  const text = (column: ListColumn) => {
    const line = cell(indexOf(column)).replaceAll('\n', ' ')
    return line === '' ? null : line
  }
  const leave = (index: number) => leftOver.push({ head: columns[index]?.head ?? '', text: cell(index) })

  function oneOf<Value>(column: ListColumn, read: (text: string) => Value | undefined, code: CellProblem): Value | null {
    const index = indexOf(column)
    if (cell(index) === '') return null
    const value = read(cell(index))
    if (value !== undefined) return value
    problem(index, code)
    if (column === 'citizenship') unread.citizenship = cell(index)
    else leave(index)
    return null
  }

  function day<Day extends string>(
    column: DayColumn,
    read: typeof readListDate | ((...args: Parameters<typeof readListDate>) => Day | undefined),
  ) {
    const index = indexOf(column)
    if (cell(index) === '') return null
    const value = read(cell(index), { today, lean: LEANS[column], order: orders[index] ?? 'dayFirst' })
    const isAhead = value !== undefined && earliestDayOf(value) > today
    const code =
      value === undefined
        ? 'not_a_date'
        : !isAhead
          ? null
          : column === 'birthDate'
            ? 'born_later'
            : column === 'issueDate'
              ? 'issued_later'
              : null
    if (code === null) return value ?? null
    problem(index, code)
    if (KEPT_AS_TYPED.includes(column)) unread[column as UnreadField] = cell(index)
    else leave(index)
    return null
  }

  const name = readNames()
  const sex = oneOf('sex', sexOfWord, 'unknown_sex')
  if (sex === null && name.sexByTitle !== null && name.column !== -1) note(name.column, 'sex_by_title')
  const written: GuestFacts = {
    ...EMPTY_GUEST,
    surname: name.surname,
    givenNames: name.givenNames,
    patronymic: name.patronymic,
    sex: sex ?? name.sexByTitle,
    birthDate: day('birthDate', readListBirthDate),
    citizenship: oneOf('citizenship', countryOf, 'unknown_country'),
    documentType: oneOf('documentType', documentTypeOf, 'unknown_type') ?? typeByHead(),
    documentSeries: text('documentSeries'),
    documentNumber: text('documentNumber'),
    issueDate: day('issueDate', readListDate) as CalendarDate | null,
    expiryDate: day('expiryDate', readListDate) as CalendarDate | null,
    purpose: oneOf('purpose', purposeOf, 'unknown_purpose'),
    borderEntryDate: day('borderEntryDate', readListDate) as CalendarDate | null,
    visaNumber: text('visaNumber'),
    visaValidUntil: day('visaValidUntil', readListDate) as CalendarDate | null,
    phone: text('phone'),
    email: text('email'),
  }
  const facts = withMrz(written)
  const arrival = day('arrival', readListDate) as CalendarDate | null
  const departure = day('departure', readListDate) as CalendarDate | null
  for (const [index, { column }] of columns.entries()) {
    if (column === 'other' && cell(index) !== '') leave(index)
    if (cell(index).includes('\ufffd')) note(index, 'broken_letters')
  }
  const isSomebody =
    facts.surname !== null ||
    facts.givenNames !== null ||
    facts.mrz !== null ||
    facts.documentNumber !== null ||
    unread.mrz !== undefined
  return {
    isSomebody: isSomebody && !isTotal(row),
    facts,
    room: readRoom(),
    arrival,
    departure,
    reservation: text('reservation'),
    unread,
    leftOver,
    issues,
  }

  function readNames() {
    const whole = [indexOf('surnameFirst'), indexOf('givenFirst')].find((index) => cell(index) !== '') ?? -1
    const order = columns[whole]?.column === 'givenFirst' ? 'givenFirst' : 'surnameFirst'
    const split = splitName(cell(whole).replaceAll('\n', ' '), order)
    return {
      column: whole,
      surname: text('surname') ?? split.surname,
      givenNames: text('givenNames') ?? split.givenNames,
      patronymic: text('patronymic') ?? split.patronymic,
      sexByTitle: split.sexByTitle,
    }
  }

  /** "№ паспорта" says what the number is of – but for a Russian ten-digit one, which is of the internal passport or mistyped. */
  function typeByHead(): DocumentType | null {
    const index = indexOf('documentNumber')
    const head = (columns[index]?.head ?? '').toLowerCase()
    const digits = cell(index).replaceAll(/\D/g, '')
    const isNamed = cell(index) !== '' && /паспорт|passport|төлқұжат/.test(head) && cell(indexOf('documentType')) === ''
    return isNamed && digits.length !== 10 ? 'passport' : null
  }

  function readRoom(): string | null {
    const own = text('room')
    if (own !== null || roomAbove === null) return own
    note(indexOf('room'), 'room_above')
    return roomAbove
  }

  function withMrz(guest: GuestFacts): GuestFacts {
    const index = indexOf('mrz')
    if (cell(index) === '') return guest
    const reading = readMrz(cell(index), today)
    if (!reading.ok) {
      problem(index, 'not_mrz')
      unread.mrz = cell(index)
      return guest
    }
    const { guest: merged, differences } = mergeMrz(guest, reading.value)
    for (const { field, isProven } of differences) note(columnOfField(field, index), isProven ? 'mrz_proven' : 'mrz_differs')
    if (reading.value.repairs.length > 0) note(index, 'mrz_repaired')
    if (reading.value.errors.length > 0) note(index, 'mrz_doubtful')
    return merged
  }

  /** Where the list says what the MRZ says otherwise; the MRZ's own column for a name in one cell. */
  function columnOfField(field: MrzFieldName, mrz: number): number {
    const own = columns.findIndex(({ column }) => column === field)
    return own === -1 ? (name.column === -1 ? mrz : name.column) : own
  }
}

/** "Итого 40" under the list. */
function isTotal(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell !== '')
  return filled.length <= 2 && filled.some((cell) => /^(?:итого|всего|total|барлығы|жиыны)/iu.test(cell))
}
