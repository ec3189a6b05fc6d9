import {
  DELIVERY_CAUSES,
  DELIVERY_STATES,
  DELIVERY_WAYS,
  type DeliveryCause,
  type DeliveryContent,
  type DeliveryState,
  type DeliveryWay,
  deliveryContentSchema,
} from '#shared/contract/delivery-schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { day, integer, oneOf, oneOfOrNull, type Row, text, textOrNull } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** One thing for one recipient. */
export interface Delivery {
  readonly id: string
  /** The same thing for the same recipient has the same key. */
  readonly key: string
  readonly way: DeliveryWay
  readonly recipientId: string
  readonly recipientName: string
  readonly address: string
  readonly language: Language
  readonly content: DeliveryContent
  readonly state: DeliveryState
  readonly cause: DeliveryCause | null
  readonly createdAt: IsoInstant
  readonly attempts: number
  /** Attempts of which nobody knows whether they arrived. */
  readonly doubts: number
  readonly holdUntil: IsoInstant | null
  readonly endedAt: IsoInstant | null
  readonly place: string | null
}

export type NewDelivery = Pick<
  Delivery,
  'id' | 'key' | 'way' | 'recipientId' | 'recipientName' | 'address' | 'language' | 'content' | 'createdAt'
>

export type AttemptOutcome = 'done' | 'not_sent' | 'unknown' | 'refused'

/** Tables `delivery` and `delivery_attempt`. */
export function deliveryRows(store: RowStore) {
  const insert = store.statement(
    'delivery.insert',
    `INSERT INTO delivery (id, property_id, key, kind, way, recipient_id, recipient_name, address, language, content, state, created_at)
     VALUES (@id, @propertyId, @key, @kind, @way, @recipientId, @recipientName, @address, @language, @content, 'waiting', @createdAt)
     ON CONFLICT (property_id, key) DO NOTHING`,
  )
  const find = store.statement<Row>('delivery.find', 'SELECT * FROM delivery WHERE property_id = ? AND id = ?')
  const inState = store.statement<Row>(
    'delivery.in_state',
    `SELECT * FROM delivery WHERE property_id = ? AND state = ? AND state IN ('waiting', 'sending', 'failed')
     ORDER BY kind IN ('warning', 'solved', 'test') DESC, id`,
  )
  // From the end of the table: an index would be read whole and sorted.
  const newest = store.statement<Row>(
    'delivery.newest',
    'SELECT * FROM delivery NOT INDEXED WHERE property_id = ? ORDER BY rowid DESC LIMIT ?',
  )
  const failed = store.statement<Row>(
    'delivery.failed',
    `SELECT count(*) AS n FROM delivery WHERE property_id = ? AND state = 'failed' AND state IN ('waiting', 'sending', 'failed')`,
  )
  const warned = store.statement<Row>(
    'delivery.warned',
    `SELECT * FROM delivery WHERE property_id = ? AND kind = 'warning' AND id >= ? ORDER BY id`,
  )
  const claim = store.statement(
    'delivery.claim',
    `UPDATE delivery SET state = 'sending', attempts = attempts + 1, address = @address, recipient_name = @recipientName WHERE id = @id`,
  )
  const begin = store.statement(
    'delivery.begin_attempt',
    `INSERT INTO delivery_attempt (delivery_id, property_id, number, address, started_at)
     SELECT id, property_id, attempts, address, @startedAt FROM delivery WHERE id = @id`,
  )
  const end = store.statement(
    'delivery.end_attempt',
    `UPDATE delivery_attempt SET ended_at = @endedAt, outcome = @outcome, cause = @cause
     WHERE delivery_id = @id AND number = (SELECT attempts FROM delivery WHERE id = @id)`,
  )
  const settle = store.statement(
    'delivery.settle',
    `UPDATE delivery SET state = @state, cause = @cause, doubts = doubts + @doubt, hold_until = @holdUntil, ended_at = @endedAt,
       place = @place WHERE id = @id`,
  )
  const revive = store.statement(
    'delivery.revive',
    `UPDATE delivery SET state = 'waiting', cause = NULL, doubts = 0, ended_at = NULL WHERE id = ?`,
  )
  const closes = store.statement<Row>(
    'delivery.closes_after',
    'SELECT date, number FROM business_day WHERE property_id = ? AND date > ? ORDER BY date',
  )
  const lastClose = store.statement<Row>(
    'delivery.last_close',
    'SELECT date FROM business_day WHERE property_id = ? ORDER BY date DESC LIMIT 1',
  )

  return {
    /** False when a delivery with this key is there already. */
    add(delivery: NewDelivery): boolean {
      const { content, ...columns } = delivery
      const values = { ...columns, kind: content.kind, content: JSON.stringify(content), propertyId: store.propertyId() }
      return insert.run(values).changes === 1
    },
    find(id: string): Delivery | undefined {
      const row = find.get(store.propertyId(), id)
      return row === undefined ? undefined : deliveryOf(row)
    },
    /** Warnings first, then in the order of making. */
    inState: (state: 'waiting' | 'sending' | 'failed'): readonly Delivery[] =>
      inState.all(store.propertyId(), state).map(deliveryOf),
    newest: (limit: number): readonly Delivery[] => newest.all(store.propertyId(), limit).map(deliveryOf),
    countFailed: (): number => integer(failed.get(store.propertyId()) ?? { n: 0 }, 'n'),
    /** Warnings made since one of them (its id included), oldest first. */
    warningsFrom: (id: string): readonly Delivery[] => warned.all(store.propertyId(), id).map(deliveryOf),
    /** Before the call: the next attempt begins. */
    claim(id: string, to: Pick<Delivery, 'address' | 'recipientName'>, startedAt: IsoInstant): void {
      claim.run({ id, address: to.address, recipientName: to.recipientName })
      begin.run({ id, startedAt })
    },
    /** After the call, or instead of an answer. */
    endAttempt(id: string, ended: { outcome: AttemptOutcome; cause: DeliveryCause | null; endedAt: IsoInstant }): void {
      end.run({ id, ...ended })
    },
    settle(
      id: string,
      to: Pick<Delivery, 'state' | 'cause' | 'holdUntil' | 'endedAt' | 'place'> & { readonly isDoubt: boolean },
    ): void {
      const { isDoubt, ...columns } = to
      settle.run({ id, ...columns, doubt: isDoubt ? 1 : 0 })
    },
    /** Waits again; what it was in doubt about is a person's now. */
    revive(id: string): void {
      revive.run(id)
    },
    /** Days closed after this one, oldest first; of all of them without one. */
    closesAfter: (date: CalendarDate | null): readonly { readonly date: CalendarDate; readonly number: string }[] =>
      closes.all(store.propertyId(), date ?? '').map((row) => ({ date: day(row, 'date'), number: text(row, 'number') })),
    lastClose(): CalendarDate | null {
      const row = lastClose.get(store.propertyId())
      return row === undefined ? null : day(row, 'date')
    },
  }
}

function deliveryOf(row: Row): Delivery {
  return {
    id: text(row, 'id'),
    key: text(row, 'key'),
    way: oneOf(row, 'way', DELIVERY_WAYS),
    recipientId: text(row, 'recipient_id'),
    recipientName: text(row, 'recipient_name'),
    address: text(row, 'address'),
    language: oneOf(row, 'language', LANGUAGES),
    content: deliveryContentSchema.parse(JSON.parse(text(row, 'content'))),
    state: oneOf(row, 'state', DELIVERY_STATES),
    cause: oneOfOrNull(row, 'cause', DELIVERY_CAUSES),
    createdAt: text(row, 'created_at'),
    attempts: integer(row, 'attempts'),
    doubts: integer(row, 'doubts'),
    holdUntil: textOrNull(row, 'hold_until'),
    endedAt: textOrNull(row, 'ended_at'),
    place: textOrNull(row, 'place'),
  }
}
