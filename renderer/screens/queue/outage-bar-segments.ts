import type { Status } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { localDay, localTime } from '#shared/i18n/dates.ts'

export const MINUTES_OF_DAY = 24 * 60

export type SegmentKind =
  | 'works'
  /** The service answered, but slowly. */
  | 'slow'
  /** The service was there and asked to be left alone. */
  | 'held'
  | 'fails'
  /** Not yet: the rest of the day. */
  | 'ahead'

/** A stretch of the property's day, in minutes from midnight. */
export interface Segment {
  readonly kind: SegmentKind
  readonly from: number
  readonly to: number
}

export interface OutageSpan {
  readonly startedAt: IsoInstant
  readonly endedAt: IsoInstant | null
}

export interface SlowSpan {
  readonly from: IsoInstant
  readonly until: IsoInstant
}

export interface DayLine {
  readonly outages: readonly OutageSpan[]
  readonly slow: readonly SlowSpan[]
  readonly connection: Pick<Status['connection'], 'state' | 'since'>
  readonly now: IsoInstant
  readonly today: CalendarDate
  readonly zone: string
}

/** The day as one bar, without gaps or overlaps. A span of less than a minute still takes one: a break must be seen. */
export function segmentsOf(day: DayLine): readonly Segment[] {
  const now = minuteOf(day.now, day)
  const segments: Segment[] = []
  let at = 0
  for (const { from, to } of failingSpans(day)) {
    const start = Math.max(at, Math.min(from, now - 1))
    const end = Math.min(now, Math.max(to, start + 1))
    if (end <= start) continue
    segments.push(...answering(at, start, day), { kind: 'fails', from: start, to: end })
    at = end
  }
  const heldFrom = day.connection.state === 'held' && day.connection.since !== null ? minuteOf(day.connection.since, day) : now
  const worksUntil = Math.max(at, Math.min(heldFrom, now))
  segments.push(...answering(at, worksUntil, day))
  if (now > worksUntil) segments.push({ kind: 'held', from: worksUntil, to: now })
  if (now < MINUTES_OF_DAY) segments.push({ kind: 'ahead', from: now, to: MINUTES_OF_DAY })
  return segments
}

/** A stretch in which the service was there: slow where it was slow, else as it should be. */
function answering(from: number, to: number, day: DayLine): Segment[] {
  const segments: Segment[] = []
  let at = from
  for (const { from: since, until } of day.slow) {
    const [start, end] = [Math.max(at, minuteOf(since, day)), Math.min(to, minuteOf(until, day))]
    if (end <= start) continue
    if (start > at) segments.push({ kind: 'works', from: at, to: start })
    segments.push({ kind: 'slow', from: start, to: end })
    at = end
  }
  return to > at ? [...segments, { kind: 'works', from: at, to }] : segments
}

/** Minutes of today without an answer. */
export function silentMinutes(segments: readonly Segment[]): number {
  return segments.filter(({ kind }) => kind === 'fails').reduce((sum, { from, to }) => sum + to - from, 0)
}

/** Minutes from the property's midnight; 0 for an earlier day, 1440 for a later one. */
export function minuteOf(instant: IsoInstant, { today, zone }: Pick<DayLine, 'today' | 'zone'>): number {
  const day = localDay(instant, zone)
  if (day < today) return 0
  if (day > today) return MINUTES_OF_DAY
  const [hours, minutes] = localTime(instant, zone).split(':').map(Number)
  return (hours ?? 0) * 60 + (minutes ?? 0)
}

function failingSpans(day: DayLine): readonly { readonly from: number; readonly to: number }[] {
  return day.outages
    .map(({ startedAt, endedAt }) => ({
      from: minuteOf(startedAt, day),
      to: endedAt === null ? minuteOf(day.now, day) : minuteOf(endedAt, day),
    }))
    .sort((a, b) => a.from - b.from)
}

/** `HH:mm` of a minute of the day; the day ends at 23:59 as deadlines do. */
export function clockOf(minute: number): string {
  const shown = Math.min(minute, MINUTES_OF_DAY - 1)
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`
}
