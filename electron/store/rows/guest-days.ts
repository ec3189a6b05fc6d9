import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { addDays } from '#shared/domain/calendar-date.ts'
import { PURPOSES, type Purpose } from '#shared/domain/guest.ts'
import { day, dayOrNull, oneOfOrNull, type Row, textOrNull } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** A guest who was in house at some time of a day. */
export interface GuestDay {
  readonly citizenship: string | null
  readonly purpose: Purpose | null
  readonly arrivalDate: CalendarDate
  /** The day he left, or else the day that is planned; `null` = nobody knows. */
  readonly departureDate: CalendarDate | null
}

/**
 * Somebody of whom no departure was ever entered counts as in house for as long as any stay lasts, and then no more: else he would live
 * here for ever.
 */
export const LONGEST_STAY_DAYS = 366

const GUEST_DAY = 'SELECT g.citizenship, g.purpose, s.arrival_date, coalesce(g.departed_on, s.departure_date) AS departure_date'

/**
 * Of guest `g`. As `presenceOf` has it: what was said last and is not told yet counts; else whether the arrival was withdrawn, or a cancellation made.
 */
export const CAME = `coalesce(
    (SELECT w.kind <> 'never_came' FROM waiting_news w
      WHERE w.guest_id = g.id AND w.kind IN ('never_came', 'not_required', 'came_after_all') ORDER BY w.sequence DESC LIMIT 1),
    NOT EXISTS (SELECT 1 FROM notification n WHERE n.guest_id = g.id
      AND (n.kind = 'arrival' AND n.state = 'cancelled' OR n.kind = 'cancellation' AND n.state NOT IN ('cancelled', 'not_required'))))`

/** Tables `stay` and `guest`, read for who was in house on a day. */
export function guestDayRows(store: RowStore) {
  // Found by the end of the stay: planned for that day or later, not known, or later than planned. Past stays are never looked at.
  const present = store.statement<Row>(
    'guest_day.present',
    `${GUEST_DAY} FROM stay s JOIN guest g ON g.stay_id = s.id
       WHERE s.property_id = @propertyId AND s.departure_date >= @date AND s.arrival_date <= @date
         AND coalesce(g.departed_on, s.departure_date) >= @date AND ${CAME}
     UNION ALL ${GUEST_DAY} FROM stay s JOIN guest g ON g.stay_id = s.id
       WHERE s.property_id = @propertyId AND s.departure_date IS NULL AND s.arrival_date BETWEEN @since AND @date
         AND (g.departed_on IS NULL OR g.departed_on >= @date) AND ${CAME}
     UNION ALL ${GUEST_DAY} FROM guest g JOIN stay s ON s.id = g.stay_id
       WHERE g.property_id = @propertyId AND g.departed_on >= @date AND s.departure_date < @date AND s.arrival_date <= @date AND ${CAME}`,
  )
  return {
    /** Everybody who came and was in house at some time of that day, arrivals and departures of the day included. */
    presentOn: (date: CalendarDate): readonly GuestDay[] =>
      present.all({ propertyId: store.propertyId(), date, since: addDays(date, -LONGEST_STAY_DAYS) }).map((row) => ({
        citizenship: textOrNull(row, 'citizenship'),
        purpose: oneOfOrNull(row, 'purpose', PURPOSES),
        arrivalDate: day(row, 'arrival_date'),
        departureDate: dayOrNull(row, 'departure_date'),
      })),
  }
}
