import type { IsoInstant } from '#shared/domain/clock.ts'
import { type Row, text } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** One call to the service that came back with an answer, whatever it said. All notices of one flight are one call. */
export interface RoundTrip {
  readonly startedAt: IsoInstant
  readonly endedAt: IsoInstant
}

/** Outcomes in which the service itself said something about a notice. */
const ANSWERED = `('accepted', 'deferred', 'rejected', 'duplicate', 'present', 'absent')`
/** Looked at from the newest back: a day of a large hotel, and no search through years of attempts. */
const NEWEST = 5_000

/** Table `attempt`, its times only. */
export function roundTripRows(store: RowStore) {
  const newest = `SELECT property_id, started_at, ended_at, outcome FROM attempt ORDER BY rowid DESC LIMIT ${NEWEST}`
  const since = store.statement<Row>(
    'round_trip.since',
    `SELECT DISTINCT started_at, ended_at FROM (${newest})
     WHERE property_id = ? AND started_at >= ? AND outcome IN ${ANSWERED} ORDER BY started_at`,
  )
  const last = store.statement<Row>(
    'round_trip.last',
    `SELECT ended_at FROM (${newest}) WHERE property_id = ? AND outcome IN ${ANSWERED} ORDER BY ended_at DESC LIMIT 1`,
  )
  return {
    /** Answered calls that began then or later, oldest first. */
    since: (from: IsoInstant): readonly RoundTrip[] =>
      since
        .all(store.propertyId(), from)
        .map((row) => ({ startedAt: text(row, 'started_at'), endedAt: text(row, 'ended_at') })),
    /** When the last answer came; `undefined` when none of the newest attempts was answered. */
    lastAnswerAt(): IsoInstant | undefined {
      const row = last.get(store.propertyId())
      return row === undefined ? undefined : text(row, 'ended_at')
    },
  }
}
