import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { ENVIRONMENTS } from '#shared/domain/channel.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { PAPER_OUTCOMES, type PaperOutcome } from '#shared/domain/paper-list.ts'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { bytesOrNull, day, integer, oneOf, oneOfOrNull, type Row, text, textOrNull } from './columns.ts'
import type { RowStore } from './row-store.ts'

const headingSchema = z.object({
  name: z.string(),
  bin: z.string(),
  address: z.string(),
  city: z.string().nullable(),
  phone: z.string().nullable(),
  department: z.string(),
  environment: z.enum(ENVIRONMENTS),
})
/** Who submits and to whom, as it stood when the list was made. */
export type PaperHeading = z.infer<typeof headingSchema>

/** A covering list as it was printed. */
export interface PaperListRecord {
  readonly id: string
  readonly year: number
  /** 1, 2, … within the year. */
  readonly number: number
  readonly madeOn: CalendarDate
  readonly madeAt: IsoInstant
  readonly actorId: string
  readonly actorName: string
  readonly language: Language
  readonly heading: PaperHeading
}

/** One notice on a list, in the revision that was printed. */
export interface PaperEntry {
  readonly listId: string
  readonly position: number
  readonly notificationId: string
  readonly revision: number
  /** Where it goes back to when it is taken off. */
  readonly takenFrom: (typeof TAKEN_FROM)[number]
  /** `null` = it waits for the stamp. */
  readonly outcome: PaperOutcome | null
  readonly settledAt: IsoInstant | null
  readonly settledBy: string | null
  readonly sealedReason: Buffer | null
}

export interface SettledEntry {
  readonly outcome: PaperOutcome
  readonly at: IsoInstant
  readonly by: string
  readonly sealedReason: Buffer | null
}

const TAKEN_FROM = ['ready', 'handover'] as const

/** Tables `paper_list` and `paper_entry`: a list never changes, an entry is settled once. */
export function paperListRows(store: RowStore) {
  const insertList = store.statement(
    'paper_list.insert',
    `
    INSERT INTO paper_list (id, property_id, year, number, made_on, made_at, actor_id, actor_name, language, heading)
    VALUES (@id, @propertyId, @year, @number, @madeOn, @madeAt, @actorId, @actorName, @language, @heading)`,
  )
  const insertEntry = store.statement(
    'paper_entry.insert',
    `
    INSERT INTO paper_entry (list_id, property_id, position, notification_id, revision, taken_from)
    VALUES (@listId, @propertyId, @position, @notificationId, @revision, @takenFrom)`,
  )
  const settle = store.statement(
    'paper_entry.settle',
    `
    UPDATE paper_entry SET outcome = @outcome, settled_at = @at, settled_by = @by, sealed_reason = @sealedReason
    WHERE list_id = @listId AND position = @position AND outcome IS NULL`,
  )
  const byId = store.statement<Row>('paper_list.by_id', 'SELECT * FROM paper_list WHERE id = ?')
  const last = store.statement<Row>(
    'paper_list.last_number',
    'SELECT coalesce(max(number), 0) AS number FROM paper_list WHERE property_id = ? AND year = ?',
  )
  const byNumber = store.statement<Row>(
    'paper_list.by_number',
    'SELECT * FROM paper_list WHERE property_id = ? AND year = ? AND number = ?',
  )
  const open = store.statement<Row>(
    'paper_list.open',
    `SELECT * FROM paper_list WHERE id IN (SELECT list_id FROM paper_entry WHERE outcome IS NULL) AND property_id = ?
     ORDER BY made_at DESC, number DESC`,
  )
  const newest = store.statement<Row>(
    'paper_list.newest',
    'SELECT * FROM paper_list WHERE property_id = ? ORDER BY made_at DESC, number DESC LIMIT ?',
  )
  const entries = store.statement<Row>('paper_entry.of_list', 'SELECT * FROM paper_entry WHERE list_id = ? ORDER BY position')
  const waiting = store.statement<Row>(
    'paper_entry.waiting',
    'SELECT * FROM paper_entry WHERE notification_id = ? AND outcome IS NULL',
  )

  function one(row: Row | undefined): PaperListRecord | undefined {
    return row === undefined ? undefined : listOf(row)
  }

  return {
    /** Belongs into the transaction that puts the notices on it. */
    insert({ heading, ...list }: PaperListRecord, added: readonly Omit<PaperEntry, 'listId' | keyof Settled>[]): void {
      const propertyId = store.propertyId()
      insertList.run({ ...list, heading: JSON.stringify(heading), propertyId })
      for (const entry of added) insertEntry.run({ ...entry, listId: list.id, propertyId })
    },
    /** Throws when it was settled before: read and write belong in one transaction. */
    settle({ listId, position }: Pick<PaperEntry, 'listId' | 'position'>, settled: SettledEntry): void {
      if (settle.run({ listId, position, ...settled }).changes !== 1)
        throw new Error('An entry of a covering list was settled outside its transaction')
    },
    find: (id: string) => one(byId.get(id)),
    withNumber: (year: number, number: number) => one(byNumber.get(store.propertyId(), year, number)),
    /** The number the next list of this year gets. */
    nextNumber: (year: number): number => integer(last.get(store.propertyId(), year) ?? { number: 0 }, 'number') + 1,
    /** Lists on which somebody waits for the stamp, newest first. */
    open: (): readonly PaperListRecord[] => open.all(store.propertyId()).map(listOf),
    newest: (limit: number): readonly PaperListRecord[] => newest.all(store.propertyId(), limit).map(listOf),
    entriesOf: (listId: string): readonly PaperEntry[] => entries.all(listId).map(entryOf),
    /** Where a notice waits for the stamp; `undefined` = on no list. */
    waitingEntry(notificationId: string): PaperEntry | undefined {
      const row = waiting.get(notificationId)
      return row === undefined ? undefined : entryOf(row)
    },
  }
}

type Settled = Pick<PaperEntry, 'outcome' | 'settledAt' | 'settledBy' | 'sealedReason'>

function listOf(row: Row): PaperListRecord {
  return {
    id: text(row, 'id'),
    year: integer(row, 'year'),
    number: integer(row, 'number'),
    madeOn: day(row, 'made_on'),
    madeAt: text(row, 'made_at'),
    actorId: text(row, 'actor_id'),
    actorName: text(row, 'actor_name'),
    language: oneOf(row, 'language', LANGUAGES),
    heading: headingSchema.parse(JSON.parse(text(row, 'heading'))),
  }
}

function entryOf(row: Row): PaperEntry {
  return {
    listId: text(row, 'list_id'),
    position: integer(row, 'position'),
    notificationId: text(row, 'notification_id'),
    revision: integer(row, 'revision'),
    takenFrom: oneOf(row, 'taken_from', TAKEN_FROM),
    outcome: oneOfOrNull(row, 'outcome', PAPER_OUTCOMES),
    settledAt: textOrNull(row, 'settled_at'),
    settledBy: textOrNull(row, 'settled_by'),
    sealedReason: bytesOrNull(row, 'sealed_reason'),
  }
}
