import type { Notice, Status } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ChannelId } from '#shared/domain/channel.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import type { NoticeKind } from '#shared/domain/notification.ts'
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

/** Whose turn it is. */
export interface Turn {
  /** Among those that go by themselves, from 1; `null` for what does not. */
  readonly place: number | null
  readonly total: number
  /** What has to be settled about the same guest before; `null` = nothing. */
  readonly behind: NoticeKind | null
}

export const NO_TURN: Turn = { place: null, total: 0, behind: null }

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

/** Whole minutes from one instant to another, at least one: what was must be seen. */
export function minutesBetween(from: IsoInstant, to: IsoInstant): number {
  return Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 60_000))
}
