import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { NEWS_KINDS } from '#shared/domain/news.ts'
import { NOTIFICATION_STATES, type NotificationState } from '#shared/domain/notification.ts'
import { dayOrNull, flag, integer, oneOf, type Row, text, textOrNull } from './columns.ts'
import { type NotificationRecord, notificationOf } from './notifications.ts'
import type { RowStore } from './row-store.ts'

/** A notice with what stands beside it in every list: guest, stay, client id, proof. */
export interface NoticeLine {
  readonly notification: NotificationRecord
  readonly surname: string | null
  readonly givenNames: string | null
  readonly printedName: string | null
  readonly citizenship: string | null
  readonly room: string | null
  readonly reservation: string | null
  readonly arrivalAt: string
  readonly departureDate: CalendarDate | null
  /** Of the latest revision; `null` before there is one. */
  readonly clientId: string | null
  readonly hasReceipt: boolean
  /** What has been entered about the guest and is told later, oldest first. */
  readonly waitingNews: readonly z.infer<typeof waitingNewsSchema>[]
  /** The covering list it waits on for the stamp of the counter; `null` = on none. */
  readonly paper: z.infer<typeof paperSchema> | null
}

const waitingNewsSchema = z.object({ kind: z.enum(NEWS_KINDS), by: z.string(), at: z.string(), reason: z.string().nullable() })

const paperSchema = z.object({ listId: z.string(), year: z.number(), number: z.number(), madeAt: z.string(), by: z.string() })

const LINE = `
  SELECT n.*, g.surname, g.given_names, g.printed_name, g.citizenship, s.room, s.reservation, s.arrival_at, s.departure_date, r.client_id,
    EXISTS (SELECT 1 FROM receipt p WHERE p.notification_id = n.id AND (p.sealed_content IS NOT NULL OR p.paper_scan_id IS NOT NULL))
      AS has_receipt,
    (SELECT json_group_array(json_object('kind', w.kind, 'by', w.actor_name, 'at', w.at, 'reason', w.reason) ORDER BY w.sequence)
      FROM waiting_news w WHERE w.guest_id = n.guest_id) AS waiting_news,
    CASE WHEN n.state = 'handover' THEN (
      SELECT json_object('listId', l.id, 'year', l.year, 'number', l.number, 'madeAt', l.made_at, 'by', l.actor_name)
      FROM paper_entry e JOIN paper_list l ON l.id = e.list_id WHERE e.notification_id = n.id AND e.outcome IS NULL) END AS paper
  FROM notification n
  JOIN guest g ON g.id = n.guest_id
  JOIN stay s ON s.id = n.stay_id
  LEFT JOIN notification_revision r ON r.notification_id = n.id AND r.number = n.revision`

/** States in which something is still owed. */
export const OPEN = `('citizenship_unknown', 'incomplete', 'ready', 'leased', 'handover', 'sending', 'unknown', 'deferred', 'duplicate', 'rejected')`

/** Reads over `notification`, `guest`, `stay`, `notification_revision` and `receipt` together. */
export function noticeLineRows(store: RowStore) {
  const byId = store.statement<Row>('notice_line.by_id', `${LINE} WHERE n.id = ?`)
  const byStay = store.statement<Row>('notice_line.by_stay', `${LINE} WHERE n.stay_id = ? AND n.sequence = 1 ORDER BY n.rowid`)
  const open = store.statement<Row>(
    'notice_line.open',
    `${LINE} WHERE n.property_id = ? AND n.state IN ${OPEN} ORDER BY n.act_by, s.arrival_at, n.id`,
  )
  const all = store.statement<Row>('notice_line.all', `${LINE} WHERE n.property_id = ? ORDER BY n.arrival_date, n.id`)
  const byState = store.statement<Row>(
    'notice_line.by_state',
    `${LINE} WHERE n.property_id = ? AND n.state = ? ORDER BY n.arrival_date, n.id`,
  )
  const byGuests = store.statement<Row>(
    'notice_line.by_guests',
    `${LINE} WHERE n.guest_id IN (SELECT value FROM json_each(?)) AND n.sequence = 1 ORDER BY s.arrival_at DESC, n.id DESC`,
  )
  const newest = store.statement<Row>(
    'notice_line.newest',
    `${LINE} WHERE n.property_id = ? AND n.sequence = 1 ORDER BY s.arrival_at DESC, n.id DESC LIMIT ?`,
  )
  const chain = store.statement<Row>('notice_line.chain', `${LINE} WHERE n.guest_id = ? AND n.sequence > 1 ORDER BY n.sequence`)
  const openFollowUps = store.statement<Row>(
    'notice_line.open_follow_ups',
    `${LINE} WHERE n.guest_id IN (SELECT value FROM json_each(?)) AND n.sequence > 1 AND n.state IN ${OPEN} ORDER BY n.guest_id, n.sequence`,
  )
  const guests = store.statement<Row>('notice_line.guests', 'SELECT count(*) AS n FROM search_guest WHERE property_id = ?')
  const total = store.statement<Row>('notice_line.total', 'SELECT count(*) AS n FROM notification WHERE property_id = ?')
  const arrived = store.statement<Row>(
    'notice_line.arrived_on',
    `${LINE} WHERE n.property_id = ? AND n.arrival_date = ? AND n.sequence = 1 ORDER BY s.arrival_at, n.id`,
  )
  const accepted = store.statement<Row>(
    'notice_line.accepted_between',
    `${LINE} WHERE n.property_id = ? AND n.accepted_at >= ? AND n.accepted_at < ? ORDER BY n.accepted_at, n.id`,
  )
  const settled = store.statement<Row>(
    'notice_line.settled_between',
    `${LINE} WHERE n.property_id = ? AND n.settled_at >= ? AND n.settled_at < ? ORDER BY n.settled_at, n.id`,
  )
  const openSummary = store.statement<Row>(
    'notice_line.open_summary',
    `SELECT act_by, count(*) AS n FROM notification WHERE property_id = ? AND state IN ${OPEN} GROUP BY act_by`,
  )
  const stateCounts = store.statement<Row>(
    'notice_line.state_counts',
    'SELECT state, count(*) AS n FROM notification WHERE property_id = ? GROUP BY state',
  )
  const acceptedSummary = store.statement<Row>(
    'notice_line.accepted_summary',
    `SELECT count(*) AS n FROM notification WHERE property_id = ? AND accepted_at >= ? AND accepted_at < ?`,
  )
  const lastAccepted = store.statement<Row>(
    'notice_line.last_accepted',
    'SELECT max(accepted_at) AS at FROM notification WHERE property_id = ? AND accepted_at IS NOT NULL',
  )

  return {
    find(id: string): NoticeLine | undefined {
      const row = byId.get(id)
      return row === undefined ? undefined : lineOf(row)
    },
    /** What follows the first notice about a guest, in order. */
    followUpsOf: (guestId: string): readonly NoticeLine[] => chain.all(guestId).map(lineOf),
    /** What follows the first notice about each of these guests and is still owed. */
    openFollowUpsOf: (guestIds: readonly string[]): readonly NoticeLine[] =>
      openFollowUps.all(JSON.stringify(guestIds)).map(lineOf),
    /** The first notice about each guest of a stay. */
    ofStay: (stayId: string): readonly NoticeLine[] => byStay.all(stayId).map(lineOf),
    /** Everything still owed, most urgent first. */
    open: (): readonly NoticeLine[] => open.all(store.propertyId()).map(lineOf),
    all: (): readonly NoticeLine[] => all.all(store.propertyId()).map(lineOf),
    inState: (state: NotificationState): readonly NoticeLine[] => byState.all(store.propertyId(), state).map(lineOf),
    /** The first notice about each of these guests, latest arrivals first. */
    ofGuests: (guestIds: readonly string[]): readonly NoticeLine[] => byGuests.all(JSON.stringify(guestIds)).map(lineOf),
    /** The first notice about each guest, latest arrivals first. */
    newest: (limit: number): readonly NoticeLine[] => newest.all(store.propertyId(), limit).map(lineOf),
    arrivedOn: (date: CalendarDate): readonly NoticeLine[] => arrived.all(store.propertyId(), date).map(lineOf),
    acceptedBetween: (from: IsoInstant, to: IsoInstant): readonly NoticeLine[] =>
      accepted.all(store.propertyId(), from, to).map(lineOf),
    /** Accepted or set aside, as entered then, and still so; in the order of entry. */
    settledBetween: (from: IsoInstant, to: IsoInstant): readonly NoticeLine[] =>
      settled.all(store.propertyId(), from, to).map(lineOf),
    /** Notices of every kind. */
    total: (): number => countOf(total.get(store.propertyId())),
    guestTotal: (): number => countOf(guests.get(store.propertyId())),
    /** How many notices are owed by which day. */
    openByDay(): readonly { readonly actBy: CalendarDate | null; readonly count: number }[] {
      return openSummary.all(store.propertyId()).map((row) => ({ actBy: dayOrNull(row, 'act_by'), count: integer(row, 'n') }))
    },
    countByState(): ReadonlyMap<NotificationState, number> {
      const rows = stateCounts.all(store.propertyId())
      return new Map(rows.map((row) => [oneOf(row, 'state', NOTIFICATION_STATES), integer(row, 'n')]))
    },
    countAcceptedBetween: (from: IsoInstant, to: IsoInstant): number =>
      countOf(acceptedSummary.get(store.propertyId(), from, to)),
    lastAcceptedAt(): IsoInstant | null {
      const row = lastAccepted.get(store.propertyId())
      return row === undefined ? null : textOrNull(row, 'at')
    },
  }
}

function countOf(row: Row | undefined): number {
  return row === undefined ? 0 : integer(row, 'n')
}

function lineOf(row: Row): NoticeLine {
  return {
    notification: notificationOf(row),
    surname: textOrNull(row, 'surname'),
    givenNames: textOrNull(row, 'given_names'),
    printedName: textOrNull(row, 'printed_name'),
    citizenship: textOrNull(row, 'citizenship'),
    room: textOrNull(row, 'room'),
    reservation: textOrNull(row, 'reservation'),
    arrivalAt: text(row, 'arrival_at'),
    departureDate: dayOrNull(row, 'departure_date'),
    clientId: textOrNull(row, 'client_id'),
    hasReceipt: flag(row, 'has_receipt'),
    waitingNews: waitingNewsOf(text(row, 'waiting_news')),
    paper: paperOf(textOrNull(row, 'paper')),
  }
}

/** Few notices wait for a stamp. */
function paperOf(json: string | null): NoticeLine['paper'] {
  return json === null ? null : paperSchema.parse(JSON.parse(json))
}

/** Nearly every guest has none. */
function waitingNewsOf(json: string): NoticeLine['waitingNews'] {
  return json === '[]' ? [] : z.array(waitingNewsSchema).parse(JSON.parse(json))
}
