import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { DOCUMENT_TYPES, type GuestFacts, PURPOSES, SEXES, VISA_ENTRIES } from '#shared/domain/guest.ts'
import { dayOrNull, flag, oneOfOrNull, type Row, text, textOrNull } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** One guest of one stay with the document shown last. */
export interface Guest {
  readonly id: string
  readonly stayId: string
  readonly facts: GuestFacts
  /** The day this guest left, where it is known; `stay.departureDate` is what was planned for all. */
  readonly departedOn: CalendarDate | null
}

const GUEST_WITH_DOCUMENT = `
  SELECT g.*, d.type AS document_type, d.series AS document_series, d.number AS document_number, d.issuing_state, d.issue_date,
    d.expiry_date, d.has_no_expiry, d.mrz
  FROM guest g JOIN document d ON d.rowid = (SELECT max(rowid) FROM document WHERE guest_id = g.id)`

/** Tables `guest` and `document`: a correction rewrites the guest, and adds a document while the older one stays. */
export function guestRows(store: RowStore) {
  const insert = store.statement(
    'guest.insert',
    `
    INSERT INTO guest (id, property_id, stay_id, surname, given_names, patronymic, has_single_name, printed_name, sex, birth_date,
      citizenship, purpose, border_entry_date, border_checkpoint, visa_number, visa_valid_until,
      visa_entries, phone, email, guardian_document, created_at, updated_at)
    VALUES (@id, @propertyId, @stayId, @surname, @givenNames, @patronymic, @hasSingleName, @printedName, @sex, @birthDate,
      @citizenship, @purpose, @borderEntryDate, @borderCheckpoint, @visaNumber, @visaValidUntil,
      @visaEntries, @phone, @email, @guardianDocument, @now, @now)`,
  )
  const update = store.statement(
    'guest.update',
    `
    UPDATE guest SET surname = @surname, given_names = @givenNames, patronymic = @patronymic, has_single_name = @hasSingleName,
      printed_name = @printedName, sex = @sex, birth_date = @birthDate, citizenship = @citizenship, purpose = @purpose,
      border_entry_date = @borderEntryDate, border_checkpoint = @borderCheckpoint, visa_number = @visaNumber,
      visa_valid_until = @visaValidUntil, visa_entries = @visaEntries, phone = @phone,
      email = @email, guardian_document = @guardianDocument, updated_at = @now
    WHERE id = @id`,
  )
  const depart = store.statement('guest.depart', 'UPDATE guest SET departed_on = ?, updated_at = ? WHERE id = ?')
  const insertDocument = store.statement(
    'guest.insert_document',
    `
    INSERT INTO document (id, property_id, guest_id, type, series, number, issuing_state, issue_date, expiry_date, has_no_expiry, mrz,
      recorded_at)
    VALUES (@documentId, @propertyId, @id, @documentType, @documentSeries, @documentNumber, @issuingState, @issueDate, @expiryDate,
      @hasNoExpiry, @mrz, @now)`,
  )
  const byId = store.statement<Row>('guest.by_id', `${GUEST_WITH_DOCUMENT} WHERE g.id = ?`)
  const byStay = store.statement<Row>('guest.by_stay', `${GUEST_WITH_DOCUMENT} WHERE g.stay_id = ? ORDER BY g.rowid`)
  const byNumber = store.statement<Row>(
    'guest.by_number',
    `
    ${GUEST_WITH_DOCUMENT} WHERE g.id IN (SELECT guest_id FROM document WHERE property_id = ? AND number = ?)
    ORDER BY g.rowid DESC LIMIT 50`,
  )

  return {
    insert(guest: Omit<Guest, 'departedOn'>, documentId: string, now: IsoInstant): void {
      const row = { ...bound(guest.facts), id: guest.id, stayId: guest.stayId, documentId, propertyId: store.propertyId(), now }
      insert.run(row)
      insertDocument.run(row)
    },
    /** Rewrites the facts; a document that differs from the one before becomes a new row with `documentId`. */
    change(before: Guest, facts: GuestFacts, documentId: string, now: IsoInstant): void {
      const row = { ...bound(facts), id: before.id, documentId, propertyId: store.propertyId(), now }
      update.run(row)
      if (!hasSameDocument(before.facts, facts)) insertDocument.run(row)
    },
    /** `null` = the guest is here, or came back on the word that he had left. */
    setDeparted(id: string, departedOn: CalendarDate | null, now: IsoInstant): void {
      depart.run(departedOn, now, id)
    },
    find(id: string): Guest | undefined {
      const row = byId.get(id)
      return row === undefined ? undefined : guestOf(row)
    },
    ofStay(stayId: string): readonly Guest[] {
      return byStay.all(stayId).map(guestOf)
    },
    /** Guests who ever showed a document of this number, newest first: candidates for a returning guest. */
    withDocumentNumber(number: string): readonly Guest[] {
      return byNumber.all(store.propertyId(), number).map(guestOf)
    },
  }
}

function bound(facts: GuestFacts) {
  return { ...facts, hasSingleName: Number(facts.hasSingleName), hasNoExpiry: Number(facts.hasNoExpiry) }
}

const DOCUMENT_FIELDS = [
  'documentType',
  'documentSeries',
  'documentNumber',
  'issuingState',
  'issueDate',
  'expiryDate',
  'hasNoExpiry',
  'mrz',
] as const satisfies readonly (keyof GuestFacts)[]

function hasSameDocument(a: GuestFacts, b: GuestFacts): boolean {
  return DOCUMENT_FIELDS.every((field) => a[field] === b[field])
}

function guestOf(row: Row): Guest {
  return { id: text(row, 'id'), stayId: text(row, 'stay_id'), facts: factsOf(row), departedOn: dayOrNull(row, 'departed_on') }
}

function factsOf(row: Row): GuestFacts {
  return {
    surname: textOrNull(row, 'surname'),
    givenNames: textOrNull(row, 'given_names'),
    patronymic: textOrNull(row, 'patronymic'),
    hasSingleName: flag(row, 'has_single_name'),
    printedName: textOrNull(row, 'printed_name'),
    mrz: textOrNull(row, 'mrz'),
    sex: oneOfOrNull(row, 'sex', SEXES),
    birthDate: textOrNull(row, 'birth_date'),
    citizenship: textOrNull(row, 'citizenship'),
    documentType: oneOfOrNull(row, 'document_type', DOCUMENT_TYPES),
    documentSeries: textOrNull(row, 'document_series'),
    documentNumber: textOrNull(row, 'document_number'),
    issuingState: textOrNull(row, 'issuing_state'),
    issueDate: dayOrNull(row, 'issue_date'),
    expiryDate: dayOrNull(row, 'expiry_date'),
    hasNoExpiry: flag(row, 'has_no_expiry'),
    purpose: oneOfOrNull(row, 'purpose', PURPOSES),
    borderEntryDate: dayOrNull(row, 'border_entry_date'),
    borderCheckpoint: textOrNull(row, 'border_checkpoint'),
    visaNumber: textOrNull(row, 'visa_number'),
    visaValidUntil: dayOrNull(row, 'visa_valid_until'),
    visaEntries: oneOfOrNull(row, 'visa_entries', VISA_ENTRIES),
    phone: textOrNull(row, 'phone'),
    email: textOrNull(row, 'email'),
    guardianDocument: textOrNull(row, 'guardian_document'),
  }
}
