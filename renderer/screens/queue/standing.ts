import type { Notice, Status } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ChannelId } from '#shared/domain/channel.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import type { AlarmReading } from '#shared/regulation/deadline-types.ts'
import { arrivalDay } from '../../i18n/moments.ts'

/** What a wait is seen against: the time, the line, and how this property files. */
export interface Standing {
  readonly now: IsoInstant
  readonly today: CalendarDate
  readonly zone: string
  readonly connection: Status['connection']
  readonly channel: ChannelId
  readonly reading: AlarmReading
}

/** Its turn among those that go by themselves, from 1. */
export interface Place {
  readonly place: number
  readonly total: number
}

/** Entered ahead of time: nothing goes before the guest is there. */
export function isExpected(notice: Pick<Notice, 'arrivalAt'>, { today }: Pick<Standing, 'today'>): boolean {
  return arrivalDay(notice) > today
}

/** Whole minutes gone since `instant`. */
export function minutesSince(instant: IsoInstant, now: IsoInstant): number {
  return Math.max(0, Math.floor((Date.parse(now) - Date.parse(instant)) / 60_000))
}

/** Whole minutes from `now` until `instant`, rounded up; 0 when it has passed. */
export function minutesUntil(instant: IsoInstant, now: IsoInstant): number {
  return Math.max(0, Math.ceil((Date.parse(instant) - Date.parse(now)) / 60_000))
}
