import type { Notice } from '#shared/contract/schemas.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import { addDays, type CalendarDate, daysBetween } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import {
  atTime,
  dayMonth,
  dayMonthShort,
  localDay,
  localTime,
  onDay,
  untilDay,
  weekdayDay,
  weekdayDayShort,
} from '#shared/i18n/dates.ts'
import type { AlarmReading } from '#shared/regulation/deadline-types.ts'
import type { Tone } from '../components/tone.ts'
import type { Words } from './use-words.ts'

export type DueNotice = Pick<
  Notice,
  'actBy' | 'lane' | 'strictDue' | 'latestDue' | 'channelCutoff' | 'workingDaysLeft' | 'arrivalAt'
>

export interface LastMoment {
  /** The strongest thing near a name: `сегодня до 23:59`, `2 рабочих дня`. */
  readonly text: string
  /** Stands beside it: the arrival while that explains more, else the day itself. */
  readonly note: string | null
  readonly tone: Extract<Tone, 'overdue' | 'today'> | null
  /** What the portal has to do with it, when it closes before the law does: `портал до 7 мая`. */
  readonly portal: string | null
}

/** The last moment to act, in words. `reading` = which of the two legal dates raises the alarm at this property. */
export function lastMoment(notice: DueNotice, today: CalendarDate, words: Words, reading: AlarmReading = 'strict'): LastMoment {
  const { say, language } = words
  const { actBy, lane } = notice
  const alarm = reading === 'strict' ? notice.strictDue : notice.latestDue
  if (actBy === null || alarm === null || lane === null)
    return { text: say('time.moment.settled'), note: null, tone: null, portal: null }
  const arrived = say('time.arrivedOn', { day: dayMonthShort(arrivalDay(notice), language) })
  const portal = portalInWords(notice.channelCutoff, alarm, today, words)
  switch (lane) {
    case 'overdue':
      return { text: passed(alarm, today, words), note: null, tone: 'overdue', portal: null }
    case 'today':
      // After the portal has closed, the law's own date is what is left.
      return { text: by(actBy < today ? alarm : today, today, words), note: arrived, tone: 'today', portal }
    case 'tomorrow':
      return { text: say('time.moment.tomorrow'), note: arrived, tone: null, portal }
    case 'later':
      // A portal may close on a Sunday: no working day is left before it, so the day itself is the answer.
      return notice.workingDaysLeft > 0
        ? {
            text: say('time.moment.workingDays', { count: notice.workingDaysLeft }),
            note: weekdayDay(actBy, language),
            tone: null,
            portal,
          }
        : { text: by(actBy, today, words), note: arrived, tone: null, portal }
    default:
      return assertNever(lane)
  }
}

function passed(alarm: CalendarDate, today: CalendarDate, { say, language }: Words): string {
  return daysBetween(alarm, today) === 1
    ? say('time.moment.overdueYesterday')
    : say('time.moment.overdueOn', { day: onDay(alarm, language) })
}

function by(day: CalendarDate, today: CalendarDate, { say, language }: Words): string {
  if (day === today) return say('time.moment.today')
  if (day === addDays(today, 1)) return say('time.moment.tomorrow')
  return say('time.moment.byDay', { day: weekdayDay(day, language) })
}

function portalInWords(
  cutoff: CalendarDate | null,
  alarm: CalendarDate,
  today: CalendarDate,
  { say, language }: Words,
): string | null {
  if (cutoff === null || cutoff >= alarm) return null
  return cutoff < today ? say('time.portalClosed') : say('time.portalUntil', { until: untilDay(cutoff, language) })
}

/** The hotel-local day of `arrivalAt`. */
export function arrivalDay(notice: Pick<Notice, 'arrivalAt'>): CalendarDate {
  return notice.arrivalAt.slice(0, 10) as CalendarDate
}

/** {@link LastMoment.text} where its head already says what it is and a line is all there is: `вышел ср, 18 ноя`. */
export function briefMoment(notice: DueNotice, today: CalendarDate, words: Words, reading: AlarmReading = 'strict'): string {
  const { say, language } = words
  const alarm = reading === 'strict' ? notice.strictDue : notice.latestDue
  if (notice.lane !== 'overdue' || notice.actBy === null || alarm === null)
    return lastMoment(notice, today, words, reading).text
  return daysBetween(alarm, today) === 1
    ? say('time.moment.overdueYesterdayBrief')
    : say('time.moment.overdueOnBrief', { day: weekdayDayShort(alarm, language) })
}

/** `заезд сегодня в 13:05` or `заезд 30 апр`. */
export function arrivalInWords(notice: Pick<Notice, 'arrivalAt'>, today: CalendarDate, { say, language }: Words): string {
  const day = arrivalDay(notice)
  return day === today
    ? say('time.arrivedTodayAt', { at: atTime(notice.arrivalAt.slice(11, 16), language) })
    : say('time.arrivedOn', { day: dayMonthShort(day, language) })
}

/** When something happened: `сегодня, 09:12` · `вчера, 23:41` · `4 мая, 18:40`. */
export function happenedAt(instant: IsoInstant, today: CalendarDate, zone: string, { say, language }: Words): string {
  const [day, time] = [localDay(instant, zone), localTime(instant, zone)]
  if (day === today) return say('time.todayAt', { time })
  if (day === addDays(today, -1)) return say('time.yesterdayAt', { time })
  return `${dayMonth(day, language)}, ${time}`
}

/** Whole minutes until the end of the property's day. */
export function minutesLeftToday(now: IsoInstant, zone: string): number {
  const [hours, minutes] = localTime(now, zone).split(':').map(Number)
  return 24 * 60 - 1 - ((hours ?? 0) * 60 + (minutes ?? 0))
}

/** `9 ч 18 мин`, `18 мин`. */
export function duration(minutes: number, { say }: Words): string {
  const hours = Math.floor(minutes / 60)
  return hours === 0 ? say('time.left.minutes', { minutes }) : say('time.left.hoursMinutes', { hours, minutes: minutes % 60 })
}
