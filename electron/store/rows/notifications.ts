import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { CAUSES, type Cause } from '#shared/domain/channel.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { REQUIRED_FIELDS, type RequiredField } from '#shared/domain/guest.ts'
import { NOTICE_KINDS, NOTIFICATION_STATES, type NoticeKind, type NotificationState } from '#shared/domain/notification.ts'
import { day, dayOrNull, flag, integer, oneOf, oneOfOrNull, type Row, text, textOrNull } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** Who fills in a notice by hand right now, and where the notice goes back to when he stops. */
export interface Lease {
  readonly staffId: string
  /** The PC, tab or token: one person at two places is two clerks. */
  readonly workplace: string
  readonly name: string
  readonly from: 'ready' | 'handover'
  readonly until: IsoInstant
}

export interface Refusal {
  readonly field: string | null
  readonly message: string
}

/** What a notice must be done by. All of it `null` together when none is owed (a citizen of Kazakhstan). */
export interface Due {
  readonly strictDue: CalendarDate
  readonly latestDue: CalendarDate
  readonly channelCutoff: CalendarDate | null
  readonly actBy: CalendarDate
  readonly calendarVersion: string
  readonly rule: string
  readonly isForecast: boolean
}

/** One notice about one guest, as it stands. */
export interface NotificationRecord {
  readonly id: string
  readonly stayId: string
  readonly guestId: string
  readonly kind: NoticeKind
  /** Place among the notices about this guest; 1 = the arrival. */
  readonly sequence: number
  /** The same person as registered before and withdrawn: this arrival goes when everything about that guest is settled. */
  readonly afterGuestId: string | null
  readonly state: NotificationState
  readonly cause: Cause | null
  readonly refusal: Refusal | null
  readonly missing: readonly RequiredField[]
  readonly reason: string | null
  readonly arrivalDate: CalendarDate
  /** The day the due dates are counted from: the arrival, the day a change became known, or the day of departure. */
  readonly dueFrom: CalendarDate
  readonly due: Due | null
  /** Highest revision made; 0 before the data were complete once. */
  readonly revision: number
  readonly attemptCount: number
  readonly nextAttemptAt: IsoInstant | null
  readonly lease: Lease | null
  readonly batchReference: string | null
  /** What the service says it has already; not proof of ours until that is confirmed. */
  readonly existingReference: string | null
  readonly reference: string | null
  readonly acceptedAt: IsoInstant | null
  readonly version: number
}

const leaseSchema = z.object({
  staffId: z.string(),
  workplace: z.string(),
  name: z.string(),
  from: z.enum(['ready', 'handover']),
})
const refusalSchema = z.array(z.object({ field: z.string().nullable(), message: z.string() }))
const missingSchema = z.array(z.enum(REQUIRED_FIELDS))

/** Nothing is owed any more: when that was entered is kept as long as it stands. */
const SETTLED = `('accepted', 'not_required', 'filed_elsewhere', 'cancelled')`

/** Table `notification`. */
export function notificationRows(store: RowStore) {
  const insert = store.statement(
    'notification.insert',
    `
    INSERT INTO notification (id, property_id, stay_id, guest_id, kind, sequence, after_guest_id, state, cause, refusal, missing, reason, arrival_date,
      due_from, strict_due, latest_due, channel_cutoff, act_by, calendar_version, rule, is_forecast, revision, attempt_count, next_attempt_at, lease_by,
      lease_until, batch_reference, existing_reference, reference, accepted_at, settled_at, created_at, updated_at, version)
    VALUES (@id, @propertyId, @stayId, @guestId, @kind, @sequence, @afterGuestId, @state, @cause, @refusal, @missing, @reason, @arrivalDate,
      @dueFrom, @strictDue, @latestDue,
      @channelCutoff, @actBy, @calendarVersion, @rule, @isForecast, @revision, @attemptCount, @nextAttemptAt, @leaseBy, @leaseUntil,
      @batchReference, @existingReference, @reference, @acceptedAt,
      CASE WHEN @state IN ${SETTLED} THEN @now END, @now, @now, @version)`,
  )
  const update = store.statement(
    'notification.update',
    `
    UPDATE notification SET state = @state, cause = @cause, refusal = @refusal, missing = @missing, reason = @reason,
      due_from = @dueFrom, strict_due = @strictDue, latest_due = @latestDue, channel_cutoff = @channelCutoff, act_by = @actBy,
      calendar_version = @calendarVersion, rule = @rule, is_forecast = @isForecast, revision = @revision,
      attempt_count = @attemptCount, next_attempt_at = @nextAttemptAt, lease_by = @leaseBy, lease_until = @leaseUntil,
      batch_reference = @batchReference, existing_reference = @existingReference, reference = @reference, accepted_at = @acceptedAt,
      settled_at = CASE WHEN @state NOT IN ${SETTLED} THEN NULL WHEN state = @state THEN settled_at ELSE @now END, updated_at = @now, version = version + 1
    WHERE id = @id AND version = @version`,
  )
  const extendLease = store.statement(
    'notification.extend_lease',
    `UPDATE notification SET lease_until = ? WHERE id = ? AND state = 'leased'`,
  )
  const byId = store.statement<Row>('notification.by_id', 'SELECT * FROM notification WHERE id = ?')
  const byGuest = store.statement<Row>(
    'notification.by_guest',
    'SELECT * FROM notification WHERE guest_id = ? AND sequence = 1',
  )
  const chain = store.statement<Row>('notification.chain', 'SELECT * FROM notification WHERE guest_id = ? ORDER BY sequence')
  const byStay = store.statement<Row>(
    'notification.by_stay',
    'SELECT * FROM notification WHERE stay_id = ? AND sequence = 1 ORDER BY rowid',
  )
  const expired = store.statement<Row>(
    'notification.expired',
    `SELECT * FROM notification WHERE property_id = ? AND state = 'leased' AND lease_until <= ?`,
  )
  const withdrawing = store.statement<Row>(
    'notification.withdrawing',
    `SELECT guest_id FROM notification INDEXED BY notification_open_cancellation
       WHERE property_id = @propertyId AND kind = 'cancellation' AND state NOT IN ('accepted', 'filed_elsewhere', 'not_required', 'cancelled')
     UNION ALL SELECT guest_id FROM waiting_news WHERE property_id = @propertyId AND kind = 'never_came'`,
  )
  const withReference = store.statement<Row>(
    'notification.with_reference',
    `
    SELECT * FROM notification o WHERE property_id = @propertyId AND reference = @reference AND guest_id <> @guestId
      AND NOT EXISTS (SELECT 1 FROM notification n JOIN paper_entry mine ON mine.notification_id = n.id
        JOIN paper_entry theirs ON theirs.list_id = mine.list_id AND theirs.notification_id = o.id WHERE n.guest_id = @guestId) LIMIT 1`,
  )

  function one(row: Row | undefined): NotificationRecord | undefined {
    return row === undefined ? undefined : notificationOf(row)
  }

  return {
    insert(record: NotificationRecord, now: IsoInstant): void {
      insert.run({ ...bound(record), propertyId: store.propertyId(), now })
    },
    /**
     * Writes the record over the version it was read at and returns it with the next version. Throws when the row has moved on:
     * read and write belong in one transaction, so that is a bug and never a race.
     */
    save(record: NotificationRecord, now: IsoInstant): NotificationRecord {
      if (update.run({ ...bound(record), now }).changes !== 1) throw new Error('A notice was changed outside its transaction')
      return { ...record, version: record.version + 1 }
    },
    /** A longer lease is no change to the notice: its version stays, so that the sheet at hand is not stale. */
    extendLease(id: string, until: IsoInstant): void {
      extendLease.run(until, id)
    },
    find: (id: string) => one(byId.get(id)),
    /** The first notice about a guest, that of the arrival. */
    ofGuest: (guestId: string) => one(byGuest.get(guestId)),
    /** Every notice about a guest, the arrival first. */
    chainOf: (guestId: string): readonly NotificationRecord[] => chain.all(guestId).map(notificationOf),
    /** The first notice about each guest of a stay. */
    ofStay: (stayId: string): readonly NotificationRecord[] => byStay.all(stayId).map(notificationOf),
    /** Guests who are being withdrawn: what takes the notice about them back has no answer yet. */
    withdrawing: (): readonly string[] =>
      withdrawing.all({ propertyId: store.propertyId() }).map((row) => text(row, 'guest_id')),
    /** Leases that ended at or before `now`. */
    withExpiredLease: (now: IsoInstant): readonly NotificationRecord[] =>
      expired.all(store.propertyId(), now).map(notificationOf),
    /** A notice about another guest that carries this reference already; those who went on one covering list share its number. */
    otherWithReference: (reference: string, guestId: string) =>
      one(withReference.get({ propertyId: store.propertyId(), reference, guestId })),
  }
}

function bound(record: NotificationRecord) {
  const { lease, due } = record
  return {
    id: record.id,
    stayId: record.stayId,
    guestId: record.guestId,
    kind: record.kind,
    sequence: record.sequence,
    afterGuestId: record.afterGuestId,
    state: record.state,
    cause: record.cause,
    refusal: record.refusal === null ? null : JSON.stringify([record.refusal]),
    missing: JSON.stringify(record.missing),
    reason: record.reason,
    arrivalDate: record.arrivalDate,
    dueFrom: record.dueFrom,
    strictDue: due?.strictDue ?? null,
    latestDue: due?.latestDue ?? null,
    channelCutoff: due?.channelCutoff ?? null,
    actBy: due?.actBy ?? null,
    calendarVersion: due?.calendarVersion ?? null,
    rule: due?.rule ?? null,
    isForecast: Number(due?.isForecast ?? false),
    revision: record.revision,
    attemptCount: record.attemptCount,
    nextAttemptAt: record.nextAttemptAt,
    leaseBy:
      lease === null
        ? null
        : JSON.stringify({ staffId: lease.staffId, workplace: lease.workplace, name: lease.name, from: lease.from }),
    leaseUntil: lease?.until ?? null,
    batchReference: record.batchReference,
    existingReference: record.existingReference,
    reference: record.reference,
    acceptedAt: record.acceptedAt,
    version: record.version,
  }
}

/** One function per table: also used by queries that read more columns beside these. */
export function notificationOf(row: Row): NotificationRecord {
  return {
    id: text(row, 'id'),
    stayId: text(row, 'stay_id'),
    guestId: text(row, 'guest_id'),
    kind: oneOf(row, 'kind', NOTICE_KINDS),
    sequence: integer(row, 'sequence'),
    afterGuestId: textOrNull(row, 'after_guest_id'),
    state: oneOf(row, 'state', NOTIFICATION_STATES),
    cause: oneOfOrNull(row, 'cause', CAUSES),
    refusal: refusalOf(row),
    missing: missingSchema.parse(JSON.parse(text(row, 'missing'))),
    reason: textOrNull(row, 'reason'),
    arrivalDate: day(row, 'arrival_date'),
    dueFrom: day(row, 'due_from'),
    due: dueOf(row),
    revision: integer(row, 'revision'),
    attemptCount: integer(row, 'attempt_count'),
    nextAttemptAt: textOrNull(row, 'next_attempt_at'),
    lease: leaseOf(row),
    batchReference: textOrNull(row, 'batch_reference'),
    existingReference: textOrNull(row, 'existing_reference'),
    reference: textOrNull(row, 'reference'),
    acceptedAt: textOrNull(row, 'accepted_at'),
    version: integer(row, 'version'),
  }
}

function dueOf(row: Row): Due | null {
  if (textOrNull(row, 'act_by') === null) return null
  return {
    strictDue: day(row, 'strict_due'),
    latestDue: day(row, 'latest_due'),
    channelCutoff: dayOrNull(row, 'channel_cutoff'),
    actBy: day(row, 'act_by'),
    calendarVersion: text(row, 'calendar_version'),
    rule: text(row, 'rule'),
    isForecast: flag(row, 'is_forecast'),
  }
}

function leaseOf(row: Row): Lease | null {
  const by = textOrNull(row, 'lease_by')
  if (by === null) return null
  return { ...leaseSchema.parse(JSON.parse(by)), until: text(row, 'lease_until') }
}

function refusalOf(row: Row): Refusal | null {
  const refusal = textOrNull(row, 'refusal')
  return refusal === null ? null : (refusalSchema.parse(JSON.parse(refusal))[0] ?? null)
}
