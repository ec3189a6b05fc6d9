import { tzOffset } from '@date-fns/tz'
import { type CalendarDate, fromDayNumber, parseCalendarDate, toDayNumber } from '../domain/calendar-date.ts'
import type { IsoInstant } from '../domain/clock.ts'

/** Hotel-local time to the minute, `YYYY-MM-DDTHH:mm`: text order is time order. */
export type LocalDateTime = string

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const SECOND_MS = 1000
const LOCAL_PATTERN = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/

/** Asking the machine takes longer than everything else here. */
const KNOWN_ZONES = new Set<string>()

/** Whether the machine knows the IANA time zone, e.g. `Asia/Almaty`. */
export function isTimeZone(zone: string): boolean {
  if (KNOWN_ZONES.has(zone)) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
  } catch {
    return false
  }
  KNOWN_ZONES.add(zone)
  return true
}

/**
 * The day on the wall of the hotel at an instant (milliseconds since 1970-01-01T00:00Z): the business date. Never a slice of
 * UTC text, which is yesterday's until 05:00 in Almaty. Throws `RangeError` for a zone the machine does not know.
 */
export function localDateOf(instantMs: number, zone: string): CalendarDate {
  return fromDayNumber(Math.floor((instantMs + offsetMs(instantMs, zone)) / DAY_MS))
}

/** Day and time on the wall of the hotel at an instant, seconds dropped. Throws like {@link localDateOf}. */
export function localDateTimeOf(instantMs: number, zone: string): LocalDateTime {
  const localMs = instantMs + offsetMs(instantMs, zone)
  const day = Math.floor(localMs / DAY_MS)
  const minuteOfDay = Math.floor((localMs - day * DAY_MS) / MINUTE_MS)
  return `${fromDayNumber(day)}T${twoDigits(Math.floor(minuteOfDay / 60))}:${twoDigits(minuteOfDay % 60)}`
}

/**
 * The instant (milliseconds) of a local time. Where clocks went back and the time came twice it is the first of the two; where
 * they went forward over it, the instant that much later. Throws `RangeError` for another shape, a day that does not exist, or
 * an unknown zone.
 */
export function instantOfLocal(localDateTime: LocalDateTime, zone: string): number {
  const match = LOCAL_PATTERN.exec(localDateTime)
  const date = parseCalendarDate(match?.[1] ?? '')
  if (match === null || date === undefined) throw new RangeError('Not a local time, written YYYY-MM-DDTHH:mm')
  const localMs = toDayNumber(date) * DAY_MS + (Number(match[2]) * 60 + Number(match[3])) * MINUTE_MS
  const [first] = instantsAt(localMs, zone)
  return first
}

/**
 * The last second of a local day (23:59:59), when a notice due on that day is due; where that time came twice, the second one.
 * Throws `RangeError` for an unknown zone.
 */
export function endOfLocalDay(date: CalendarDate, zone: string): IsoInstant {
  const [first, second = first] = instantsAt((toDayNumber(date) + 1) * DAY_MS - SECOND_MS, zone)
  return new Date(second).toISOString()
}

/** The instants at which clocks showed a time, ascending. `localMs` is that time read as if it were UTC. */
function instantsAt(localMs: number, zone: string): readonly [number, number?] {
  const before = offsetMs(localMs - DAY_MS, zone)
  const after = offsetMs(localMs + DAY_MS, zone)
  const isShownAt = (instantMs: number) => instantMs + offsetMs(instantMs, zone) === localMs
  const [first, second] = [localMs - before, localMs - after]
  if (before === after || !isShownAt(second)) return [first]
  return isShownAt(first) ? [first, second] : [second]
}

function offsetMs(instantMs: number, zone: string): number {
  const minutes = isTimeZone(zone) ? tzOffset(zone, new Date(instantMs)) : Number.NaN
  if (Number.isNaN(minutes)) throw new RangeError(`Unknown time zone ${zone.slice(0, 40)}, or no such instant`)
  return Math.round(minutes * MINUTE_MS)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
