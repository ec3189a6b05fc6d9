import { CLOSE_MODES } from '#shared/contract/report-schemas.ts'
import { ROLES, type Role } from '#shared/domain/actor.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { bytes, day, integer, oneOf, type Row, text } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** A closed day without what it says. */
export interface BusinessDay {
  readonly id: string
  readonly propertyId: string
  readonly date: CalendarDate
  /** Year and day of the year, `2026-125`. */
  readonly number: string
  readonly closedAt: IsoInstant
  readonly mode: (typeof CLOSE_MODES)[number]
  readonly actorId: string
  readonly actorName: string
  readonly actorRole: Role
  /** The last audit entry before the close, and its hash. */
  readonly auditSequence: number
  readonly auditHead: string
  readonly previousHash: string
  readonly hash: string
  /** Ed25519, 32 bytes. */
  readonly publicKey: Buffer
  /** Over the 32 bytes of the hash. */
  readonly signature: Buffer
}

/** As closed: with the report, canonical JSON without what is personal. */
export interface BusinessDayRecord extends BusinessDay {
  readonly body: string
}

/** What the body leaves out, sealed with the key of the stay it is about. */
export interface BusinessDayPerson {
  readonly position: number
  readonly stayId: string
  readonly sealedContent: Buffer
}

const WITHOUT_BODY = `id, property_id, date, number, closed_at, mode, actor_id, actor_name, actor_role, audit_sequence, audit_head,
  previous_hash, hash, public_key, signature`

/** Tables `business_day` and `business_day_person`: rows are added and never changed. */
export function businessDayRows(store: RowStore) {
  const last = store.statement<Row>(
    'business_day.last',
    `SELECT ${WITHOUT_BODY} FROM business_day WHERE property_id = ? ORDER BY date DESC LIMIT 1`,
  )
  const newest = store.statement<Row>(
    'business_day.newest',
    `SELECT ${WITHOUT_BODY} FROM business_day WHERE property_id = ? ORDER BY date DESC LIMIT ?`,
  )
  const byDate = store.statement<Row>(
    'business_day.by_date',
    `SELECT ${WITHOUT_BODY}, body FROM business_day WHERE property_id = ? AND date = ?`,
  )
  const after = store.statement<Row>(
    'business_day.after',
    `SELECT ${WITHOUT_BODY}, body FROM business_day WHERE property_id = ? AND date > ? ORDER BY date LIMIT 1`,
  )
  const withoutFile = store.statement<Row>(
    'business_day.without_file',
    `SELECT date FROM business_day d
     WHERE property_id = ? AND NOT EXISTS (SELECT 1 FROM business_day_file f WHERE f.business_day_id = d.id AND f.format = ?)
     ORDER BY date`,
  )
  const insert = store.statement(
    'business_day.insert',
    `INSERT INTO business_day (id, property_id, date, number, closed_at, mode, actor_id, actor_name, actor_role, body, audit_sequence,
       audit_head, previous_hash, hash, public_key, signature)
     VALUES (@id, @propertyId, @date, @number, @closedAt, @mode, @actorId, @actorName, @actorRole, @body, @auditSequence,
       @auditHead, @previousHash, @hash, @publicKey, @signature)`,
  )
  const insertPerson = store.statement(
    'business_day_person.insert',
    `INSERT INTO business_day_person (business_day_id, property_id, position, stay_id, sealed_content)
     VALUES (@businessDayId, @propertyId, @position, @stayId, @sealedContent)`,
  )
  const persons = store.statement<Row>(
    'business_day_person.of',
    'SELECT position, stay_id, sealed_content FROM business_day_person WHERE business_day_id = ? ORDER BY position',
  )
  return {
    /** The newest close. */
    last(): BusinessDay | undefined {
      const row = last.get(store.propertyId())
      return row === undefined ? undefined : businessDayOf(row)
    },
    /** Newest first. */
    newest: (limit: number): readonly BusinessDay[] => newest.all(store.propertyId(), limit).map(businessDayOf),
    find(date: CalendarDate): BusinessDayRecord | undefined {
      const row = byDate.get(store.propertyId(), date)
      return row === undefined ? undefined : recordOf(row)
    },
    /** The first close of a later day; `null` = the first there is. One at a time: bodies are large, and there are years of them. */
    next(date: CalendarDate | null): BusinessDayRecord | undefined {
      const row = after.get(store.propertyId(), date ?? '')
      return row === undefined ? undefined : recordOf(row)
    },
    /** Days whose close has no file of this format yet, oldest first. */
    withoutFile: (format: string): readonly CalendarDate[] =>
      withoutFile.all(store.propertyId(), format).map((row) => day(row, 'date')),
    insert(record: BusinessDayRecord, people: readonly BusinessDayPerson[]): void {
      insert.run({ ...record })
      for (const person of people) {
        insertPerson.run({ ...person, businessDayId: record.id, propertyId: record.propertyId })
      }
    },
    /** In the order of the body. */
    persons: (id: string): readonly BusinessDayPerson[] => persons.all(id).map(personOf),
  }
}

function businessDayOf(row: Row): BusinessDay {
  return {
    id: text(row, 'id'),
    propertyId: text(row, 'property_id'),
    date: day(row, 'date'),
    number: text(row, 'number'),
    closedAt: text(row, 'closed_at'),
    mode: oneOf(row, 'mode', CLOSE_MODES),
    actorId: text(row, 'actor_id'),
    actorName: text(row, 'actor_name'),
    actorRole: oneOf(row, 'actor_role', ROLES),
    auditSequence: integer(row, 'audit_sequence'),
    auditHead: text(row, 'audit_head'),
    previousHash: text(row, 'previous_hash'),
    hash: text(row, 'hash'),
    publicKey: bytes(row, 'public_key'),
    signature: bytes(row, 'signature'),
  }
}

function recordOf(row: Row): BusinessDayRecord {
  return { ...businessDayOf(row), body: text(row, 'body') }
}

function personOf(row: Row): BusinessDayPerson {
  return {
    position: integer(row, 'position'),
    stayId: text(row, 'stay_id'),
    sealedContent: bytes(row, 'sealed_content'),
  }
}
