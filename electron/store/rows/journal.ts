import type { IsoInstant } from '#shared/domain/clock.ts'
import { bytes, integer, type Row, text, textOrNull } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** An entry of the journal as it stands on disk: what its hash covers, column by column. */
export interface JournalRow {
  readonly sequence: number
  readonly propertyId: string
  readonly at: IsoInstant
  readonly actorId: string
  readonly actorName: string
  readonly action: string
  readonly subject: string | null
  readonly stayId: string | null
  /** Sealed where `stayId` is set. */
  readonly details: Buffer
  readonly previousHash: string
  readonly hash: string
}

/** Table `audit`, whole rows in their order; written by the store's audit chain alone. */
export function journalRows(store: RowStore) {
  const between = store.statement<Row>(
    'journal.between',
    'SELECT * FROM audit WHERE sequence BETWEEN ? AND ? ORDER BY sequence',
  )
  const last = store.statement<Row>('journal.last', 'SELECT coalesce(max(sequence), 0) AS sequence FROM audit')
  const about = store.statement<Row>('journal.about', 'SELECT sequence FROM audit WHERE subject = ? ORDER BY sequence')
  return {
    /** Both ends included, oldest first. */
    between: (first: number, lastOne: number): readonly JournalRow[] => between.all(first, lastOne).map(journalRowOf),
    /** 0 = there is none. */
    lastSequence: (): number => integer(last.get() ?? { sequence: 0 }, 'sequence'),
    /** Places of the entries about one thing. */
    about: (subject: string): readonly number[] => about.all(subject).map((row) => integer(row, 'sequence')),
  }
}

function journalRowOf(row: Row): JournalRow {
  return {
    sequence: integer(row, 'sequence'),
    propertyId: text(row, 'property_id'),
    at: text(row, 'at'),
    actorId: text(row, 'actor_id'),
    actorName: text(row, 'actor_name'),
    action: text(row, 'action'),
    subject: textOrNull(row, 'subject'),
    stayId: textOrNull(row, 'stay_id'),
    details: bytes(row, 'details'),
    previousHash: text(row, 'previous_hash'),
    hash: text(row, 'hash'),
  }
}
