import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { CAUSES, type Cause, type ChannelId } from '#shared/domain/channel.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { integer, oneOfOrNull, type Row, text } from '../store/rows/columns.ts'
import { type NotificationRecord, notificationOf } from '../store/rows/notifications.ts'
import { type Outage, outageOf } from '../store/rows/outages.ts'
import type { RowStore } from '../store/rows/row-store.ts'
import { CLAIM_GROUPS } from './claim-order.ts'
import type { LastWord } from './doubt.ts'

export interface NewAttempt {
  readonly id: string
  readonly notificationId: string
  readonly revision: number
  readonly kind: 'send' | 'look_up'
  readonly channel: ChannelId
  readonly startedAt: IsoInstant
}

export interface AttemptEnd {
  readonly id: string
  readonly endedAt: IsoInstant
  /** Kind of the verdict or of the answer. */
  readonly outcome: string
  readonly cause: Cause | null
  readonly retryAfterMs: number | null
  readonly sealedExchange: Buffer | null
}

/** What is left for whom. */
export interface QueueCounts {
  /** Go by themselves: arrived and ready, on their way, unanswered, deferred. */
  readonly pending: number
  readonly needsPerson: number
  /** Complete, but the guest arrives on a later day. */
  readonly notYetArrived: number
}

/** A claim never goes out before the guest has come. */
const ARRIVED_AND_READY = `property_id = @propertyId AND state = 'ready' AND arrival_date <= @today`
const UNSETTLED = `earlier.state NOT IN ('accepted', 'filed_elsewhere', 'not_required', 'cancelled')`
/** Nothing about a guest goes before what came earlier is settled: effects follow one another as they were made. */
const ITS_TURN_IN_THE_CHAIN = `NOT EXISTS (SELECT 1 FROM notification earlier WHERE earlier.guest_id = notification.guest_id
  AND earlier.sequence < notification.sequence AND ${UNSETTLED})`
/** Nor does the new arrival of somebody whose earlier one is being withdrawn. */
const ITS_TURN_AFTER_WITHDRAWAL = `NOT EXISTS (SELECT 1 FROM notification earlier
  WHERE earlier.guest_id = notification.after_guest_id AND ${UNSETTLED})`
const WAITS_FOR_A_PERSON = (
  table: string,
): string => `(${table}.state IN ('rejected', 'duplicate', 'handover', 'leased', 'incomplete',
  'citizenship_unknown') OR (${table}.state = 'unknown' AND ${table}.cause IS 'program_error'))`
/** What stands behind a notice that needs a person does not go by itself either. */
const IS_HELD_UP = `(sequence > 1 AND EXISTS (SELECT 1 FROM notification earlier WHERE earlier.guest_id = notification.guest_id
    AND earlier.sequence < notification.sequence AND ${WAITS_FOR_A_PERSON('earlier')})
  OR after_guest_id IS NOT NULL AND EXISTS (SELECT 1 FROM notification earlier
    WHERE earlier.guest_id = notification.after_guest_id AND ${WAITS_FOR_A_PERSON('earlier')}))`

/** An answer that a mistake of ours spoiled is asked about only when a person wants it. */
const CAN_BE_ASKED = `state IN ('deferred', 'unknown') AND (state = 'deferred' OR cause IS NOT 'program_error')`

/** The outbox's own SQL: whose turn it is, the attempts, the outage journal. */
export function outboxRows(store: RowStore) {
  const claim = CLAIM_GROUPS.map(({ isLate, isFollowUp }) =>
    store.statement<Row>(
      `outbox.claim_${isLate ? 'late' : 'on_time'}_${isFollowUp ? 'follow_ups' : 'first'}`,
      `SELECT * FROM notification
       WHERE ${ARRIVED_AND_READY} AND act_by ${isLate ? '<' : '>='} @today AND ${isFollowUp ? `sequence > 1 AND ${ITS_TURN_IN_THE_CHAIN}` : `sequence = 1 AND ${ITS_TURN_AFTER_WITHDRAWAL}`}
       ORDER BY act_by, id LIMIT @limit`,
    ),
  )
  const askable = store.statement<Row>(
    'outbox.askable',
    `SELECT * FROM notification WHERE property_id = ? AND ${CAN_BE_ASKED} ORDER BY act_by, id LIMIT ?`,
  )
  // Most looks at the queue only ask whether there is work: no order, no content.
  const claimableIds = store.statement<Row>(
    'outbox.claimable_ids',
    `SELECT id FROM notification WHERE ${ARRIVED_AND_READY} AND ${ITS_TURN_AFTER_WITHDRAWAL}
       AND (sequence = 1 OR ${ITS_TURN_IN_THE_CHAIN}) LIMIT @limit`,
  )
  const askableIds = store.statement<Row>(
    'outbox.askable_ids',
    `SELECT id FROM notification WHERE property_id = ? AND ${CAN_BE_ASKED} LIMIT ?`,
  )
  const withoutReceipt = store.statement<Row>(
    'outbox.without_receipt',
    `SELECT id FROM notification WHERE property_id = ? AND accepted_at >= ?
       AND EXISTS (SELECT 1 FROM receipt WHERE receipt.notification_id = notification.id AND source = 'channel')
       AND NOT EXISTS (SELECT 1 FROM receipt WHERE receipt.notification_id = notification.id AND sha256 IS NOT NULL)
     ORDER BY accepted_at DESC LIMIT 100`,
  )
  const interrupted = store.statement<Row>(
    'outbox.interrupted',
    `SELECT * FROM notification WHERE property_id = ? AND state = 'sending' ORDER BY id`,
  )
  const readyToSend = store.statement<Row>(
    'outbox.ready_to_send',
    `SELECT * FROM notification WHERE property_id = ? AND state = 'ready' ORDER BY id`,
  )
  const waiting = store.statement<Row>(
    'outbox.waiting',
    `SELECT id, state, next_attempt_at FROM notification
     WHERE property_id = ? AND state IN ('ready', 'unknown', 'deferred') AND next_attempt_at IS NOT NULL`,
  )
  const endWait = store.statement(
    'outbox.end_wait',
    `UPDATE notification SET next_attempt_at = NULL
     WHERE id = ? AND state IN ('ready', 'unknown') AND next_attempt_at IS NOT NULL`,
  )
  const urgent = store.statement<Row>(
    'outbox.urgent',
    `SELECT 1 FROM notification WHERE property_id = @propertyId AND state IN ('ready', 'unknown') AND act_by = @today
     AND arrival_date <= @today LIMIT 1`,
  )
  const counts = store.statement<Row>(
    'outbox.counts',
    `SELECT
       COUNT(*) FILTER (WHERE state IN ('sending', 'deferred') OR (state = 'ready' AND arrival_date <= @today AND NOT ${IS_HELD_UP})
         OR (state = 'unknown' AND cause IS NOT 'program_error')) AS pending,
       COUNT(*) FILTER (WHERE ${WAITS_FOR_A_PERSON('notification')}
         OR (state = 'ready' AND arrival_date <= @today AND ${IS_HELD_UP})) AS needs_person,
       COUNT(*) FILTER (WHERE state = 'ready' AND arrival_date > @today) AS not_yet_arrived
     FROM notification
     WHERE property_id = @propertyId AND state IN ('ready', 'sending', 'unknown', 'deferred', 'rejected', 'duplicate', 'handover', 'leased',
       'incomplete', 'citizenship_unknown')`,
  )
  const insertAttempt = store.statement(
    'outbox.attempt_insert',
    `INSERT INTO attempt (id, property_id, notification_id, revision, number, kind, channel, started_at)
     VALUES (@id, @propertyId, @notificationId, @revision,
       (SELECT COUNT(*) + 1 FROM attempt WHERE notification_id = @notificationId AND revision = @revision AND kind = @kind),
       @kind, @channel, @startedAt)`,
  )
  const endAttempt = store.statement(
    'outbox.attempt_end',
    `UPDATE attempt SET ended_at = @endedAt, outcome = @outcome, cause = @cause, retry_after_ms = @retryAfterMs,
       sealed_exchange = @sealedExchange WHERE id = @id AND ended_at IS NULL`,
  )
  const countAttempts = store.statement<Row>(
    'outbox.attempt_count',
    'SELECT COUNT(*) AS number FROM attempt WHERE notification_id = ? AND revision = ? AND kind = ? AND outcome = ?',
  )
  const lastWord = store.statement<Row>(
    'outbox.last_word',
    `SELECT kind, cause, ended_at FROM attempt
     WHERE notification_id = ? AND revision = ?
       AND ((kind = 'send' AND (outcome IS NULL OR outcome = 'unknown')) OR (kind = 'look_up' AND outcome = 'absent'))
     ORDER BY rowid DESC LIMIT 1`,
  )
  const openOutage = store.statement<Row>(
    'outbox.outage_open',
    'SELECT * FROM outage WHERE property_id = ? AND channel = ? AND ended_at IS NULL ORDER BY started_at DESC LIMIT 1',
  )
  const insertOutage = store.statement(
    'outbox.outage_insert',
    'INSERT INTO outage (id, property_id, channel, started_at, ended_at, cause) VALUES (?, ?, ?, ?, NULL, ?)',
  )
  const endOutage = store.statement(
    'outbox.outage_end',
    'UPDATE outage SET ended_at = ? WHERE property_id = ? AND ended_at IS NULL',
  )

  const openCount = store.statement<Row>(
    'outbox.open_count',
    "SELECT count(*) AS number FROM notification WHERE property_id = ? AND state IN ('ready', 'unknown', 'deferred')",
  )

  return {
    /** Ready notices in the order they go, passing over those that wait. */
    claimable(
      today: CalendarDate,
      limit: number,
      isWaiting: (id: string) => boolean,
      waitingCount: number,
    ): NotificationRecord[] {
      const found: NotificationRecord[] = []
      for (const statement of claim) {
        if (found.length >= limit) break
        const rows = statement.all({ propertyId: store.propertyId(), today, limit: limit + waitingCount })
        found.push(...rows.map(notificationOf).filter(({ id }) => !isWaiting(id)))
      }
      return found.slice(0, limit)
    },
    /** Whether {@link claimable} would find one. */
    isAnyClaimable(today: CalendarDate, isWaiting: (id: string) => boolean, waitingCount: number): boolean {
      const rows = claimableIds.all({ propertyId: store.propertyId(), today, limit: 1 + waitingCount })
      return rows.some((row) => !isWaiting(text(row, 'id')))
    },
    /** The first notices whose fate the service has to be asked about, passing over those that wait. */
    askable(limit: number, isWaiting: (id: string) => boolean, waitingCount: number): NotificationRecord[] {
      const rows = askable.all(store.propertyId(), waitingCount + limit).map(notificationOf)
      return rows.filter(({ id }) => !isWaiting(id)).slice(0, limit)
    },
    /** Whether {@link askable} would find one. */
    isAnyAskable(isWaiting: (id: string) => boolean, waitingCount: number): boolean {
      return askableIds.all(store.propertyId(), 1 + waitingCount).some((row) => !isWaiting(text(row, 'id')))
    },
    /** Accepted by a machine since then, with a reference and no receipt file; the latest first. */
    withoutReceipt: (since: IsoInstant): string[] =>
      withoutReceipt.all(store.propertyId(), since).map((row) => text(row, 'id')),
    /** Left in `sending` by a process that died, or by a claim whose saving was in doubt. */
    interrupted: (): NotificationRecord[] => interrupted.all(store.propertyId()).map(notificationOf),
    /** Every ready notice, whenever it may go. */
    readyToSend: (): NotificationRecord[] => readyToSend.all(store.propertyId()).map(notificationOf),
    waiting: (): { readonly id: string; readonly isDeferred: boolean; readonly until: IsoInstant }[] =>
      waiting.all(store.propertyId()).map((row) => ({
        id: text(row, 'id'),
        isDeferred: row['state'] === 'deferred',
        until: text(row, 'next_attempt_at'),
      })),
    endWait: (id: string): void => void endWait.run(id),
    isUrgent: (today: CalendarDate): boolean => urgent.get({ propertyId: store.propertyId(), today }) !== undefined,
    /** Notices a machine may still have to send or ask about. */
    openCount: (): number => integer(openCount.get(store.propertyId()) ?? {}, 'number'),
    counts(today: CalendarDate): QueueCounts {
      const row = counts.get({ propertyId: store.propertyId(), today }) ?? {}
      return {
        pending: integer(row, 'pending'),
        needsPerson: integer(row, 'needs_person'),
        notYetArrived: integer(row, 'not_yet_arrived'),
      }
    },
    insertAttempt: (attempt: NewAttempt): void => void insertAttempt.run({ ...attempt, propertyId: store.propertyId() }),
    /** False when the attempt had ended already: settling again changes nothing. */
    endAttempt: (end: AttemptEnd): boolean => endAttempt.run({ ...end }).changes === 1,
    countAttempts(notificationId: string, revision: number, kind: NewAttempt['kind'], outcome: string): number {
      return integer(countAttempts.get(notificationId, revision, kind, outcome) ?? {}, 'number')
    },
    /** What was learnt last about the fate of a revision; `undefined` = it never was in question. */
    lastWord(notificationId: string, revision: number): LastWord | undefined {
      const row = lastWord.get(notificationId, revision)
      if (row === undefined) return undefined
      return row['kind'] === 'send'
        ? { kind: 'sent_unanswered', cause: oneOfOrNull(row, 'cause', CAUSES) }
        : { kind: 'absent', at: text(row, 'ended_at') }
    },
    openOutage(channel: ChannelId): Outage | undefined {
      const row = openOutage.get(store.propertyId(), channel)
      return row === undefined ? undefined : outageOf(row)
    },
    startOutage(id: string, channel: ChannelId, startedAt: IsoInstant, cause: Cause): void {
      insertOutage.run(id, store.propertyId(), channel, startedAt, cause)
    },
    endOutage: (endedAt: IsoInstant): void => void endOutage.run(endedAt, store.propertyId()),
  }
}
export type OutboxRows = ReturnType<typeof outboxRows>
