import type { InputIssue } from '#shared/contract/errors.ts'
import { mergeMrz } from '#shared/documents/merge-mrz.ts'
import { earliestDayOf } from '#shared/documents/mrz-dates.ts'
import { readMrz } from '#shared/documents/read-mrz.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { DOCUMENT_TYPES, EMPTY_GUEST, type GuestFacts, PURPOSES, VISA_ENTRIES } from '#shared/domain/guest.ts'
import { localDateTimeOf } from '#shared/regulation/local-time.ts'
import { parseArrival } from '#shared/regulation/parse-arrival.ts'
import { CellReader } from './arrival-cells.ts'
import { type ArrivalCells, type ArrivalRow, type ArrivalsFileOptions, inputIssue } from './arrivals-file.ts'
import { mrzNotes } from './mrz-notes.ts'

const OFFSET = /(?:Z|[+-]\d{2}(?::?\d{2})?)$/
/** What the register keeps of a line that could not be read. */
const MAX_MRZ_LENGTH = 400

/** Reads one row of an arrivals file; `row` counts from 1 after the header. Refused only when there is no arrival to go by. */
export function readArrivalRow(row: number, cells: ArrivalCells, options: ArrivalsFileOptions): ArrivalRow {
  const reader = new CellReader(cells)
  const notes: InputIssue[] = []
  const reservation = reader.text('reservation')
  const arrivalAt = readArrivalAt(reader, notes, options.zone)
  if (arrivalAt === null) return { outcome: 'refused', row, reservation, issues: reader.issues }

  const arrivalDay = arrivalAt.slice(0, 10) as CalendarDate
  const departureDate = readDeparture(reader, arrivalDay, options.zone)
  const columns = readGuestColumns(reader, arrivalDay)
  const guest = withMrz(columns, cells.mrz ?? '', reader, notes, options.today)
  noteDays(guest, arrivalDay, departureDate, notes)
  if ([guest.surname, guest.printedName, guest.givenNames].every((name) => name === null)) {
    reader.issue(
      'surname',
      'nobody_named',
      'The row names nobody: the guest is kept without a name until somebody fills it in.',
    )
  }
  const stay = { arrivalAt, departureDate, room: reader.text('room'), reservation }
  return { outcome: 'readable', row, stay, guest, issues: reader.issues, notes }
}

function readArrivalAt(reader: CellReader, notes: InputIssue[], zone: string): string | null {
  const text = reader.text('arrival')?.replace(/^(\S{10}) /, '$1T')
  if (text === undefined)
    return reader.issue('arrival', 'empty', 'The arrival is missing: write day and time, 2026-11-14T00:10.')
  const day = parseArrival(text, zone)
  if (!day.ok) return reader.issue('arrival', day.error.code, day.error.message)
  if (!text.includes('T')) {
    const message = 'The row gives a day without a time; 00:00 is kept. The deadline does not depend on the time.'
    notes.push(inputIssue('arrival', 'arrival_without_time', message))
    return `${day.value}T00:00`
  }
  const offset = OFFSET.exec(text.slice(11))?.[0]
  if (offset === undefined) return text.slice(0, 16)
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0')
  const iso = offset === 'Z' ? text : `${text.slice(0, -offset.length)}${offset[0]}${digits.slice(0, 2)}:${digits.slice(2)}`
  return localDateTimeOf(Date.parse(iso), zone)
}

function readDeparture(reader: CellReader, arrivalDay: CalendarDate, zone: string): CalendarDate | null {
  const text = reader.text('departure')?.replace(/^(\S{10}) /, '$1T')
  if (text === undefined) return null
  const day = parseArrival(text, zone)
  if (!day.ok) return reader.issue('departure', 'not_a_date', 'This is no day that exists: write it as 2026-11-14.')
  if (day.value >= arrivalDay) return day.value
  return reader.issue('departure', 'departure_before_arrival', 'The departure is before the arrival and was left out.')
}

function readGuestColumns(reader: CellReader, arrivalDay: CalendarDate): GuestFacts {
  const birthDate = reader.partialDate('birth_date')
  const issueDate = reader.date('issue_date')
  const isBornLater = birthDate !== null && earliestDayOf(birthDate) > arrivalDay
  const isIssuedLater = issueDate !== null && issueDate > arrivalDay
  if (isBornLater) reader.issue('birth_date', 'after_arrival', 'The birth is after the arrival and was left out.')
  if (isIssuedLater)
    reader.issue('issue_date', 'after_arrival', 'The document is dated after the arrival; the date was left out.')
  return {
    ...EMPTY_GUEST,
    surname: reader.text('surname'),
    givenNames: reader.text('given_names'),
    patronymic: reader.text('patronymic'),
    printedName: reader.text('printed_name'),
    sex: reader.sex('sex'),
    birthDate: isBornLater ? null : birthDate,
    citizenship: reader.citizenship('citizenship'),
    documentType: reader.oneOf('document_type', DOCUMENT_TYPES),
    documentSeries: reader.text('document_series'),
    documentNumber: reader.text('document_number'),
    issueDate: isIssuedLater ? null : issueDate,
    expiryDate: reader.date('expiry_date'),
    purpose: reader.oneOf('purpose', PURPOSES),
    borderEntryDate: reader.date('border_entry_date'),
    borderCheckpoint: reader.text('border_checkpoint'),
    visaNumber: reader.text('visa_number'),
    visaValidUntil: reader.date('visa_valid_until'),
    visaEntries: reader.oneOf('visa_entries', VISA_ENTRIES),
    phone: reader.text('phone'),
    email: reader.text('email'),
    guardianDocument: reader.text('guardian_document'),
  }
}

function withMrz(columns: GuestFacts, text: string, reader: CellReader, notes: InputIssue[], today: CalendarDate): GuestFacts {
  if (text.trim() === '') return columns
  const reading = readMrz(text, today)
  if (!reading.ok) {
    reader.issue('mrz', `not_mrz_${reading.error.code}`, reading.error.message)
    return { ...columns, mrz: text.trim().slice(0, MAX_MRZ_LENGTH) }
  }
  for (const repair of reading.value.repairs) {
    const place = `line ${repair.line}, character ${repair.column}`
    notes.push(
      inputIssue('mrz', 'mrz_repaired', `${repair.read} was read as ${repair.became} (${place}): the check digit proves it.`),
    )
  }
  for (const error of reading.value.errors) {
    reader.issues.push(inputIssue('mrz', `mrz_${error.code}`, `The MRZ gives no ${error.field}. ${error.message}`))
  }
  const merged = mergeMrz(columns, reading.value)
  notes.push(...mrzNotes(merged.differences))
  return merged.guest
}

/** Days that contradict each other; the row is used as it stands. */
function noteDays(guest: GuestFacts, arrivalDay: CalendarDate, departureDate: CalendarDate | null, notes: InputIssue[]): void {
  const { expiryDate, visaValidUntil, borderEntryDate } = guest
  if (expiryDate !== null && expiryDate < arrivalDay) {
    notes.push(inputIssue('expiry_date', 'document_expired', 'The document had expired before the arrival.'))
  } else if (expiryDate !== null && departureDate !== null && expiryDate < departureDate) {
    notes.push(inputIssue('expiry_date', 'document_expires_during_stay', 'The document expires before the departure.'))
  }
  if (visaValidUntil !== null && visaValidUntil < arrivalDay) {
    notes.push(inputIssue('visa_valid_until', 'visa_expired', 'The visa had expired before the arrival.'))
  } else if (visaValidUntil !== null && departureDate !== null && visaValidUntil < departureDate) {
    notes.push(inputIssue('visa_valid_until', 'visa_expires_during_stay', 'The visa expires before the departure.'))
  }
  if (borderEntryDate !== null && borderEntryDate > arrivalDay) {
    const message = 'The border was crossed after the arrival: one of the two days is mistyped.'
    notes.push(inputIssue('border_entry_date', 'border_entry_after_arrival', message))
  }
}
