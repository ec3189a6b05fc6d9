import type { CalendarView } from '#shared/contract/law-schemas.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { dayMonth, longDay, ontoDay, weekdayLong } from '#shared/i18n/dates.ts'
import { holidayName } from '#shared/i18n/explain/day-reason.ts'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import type { Words } from '../../i18n/use-words.ts'

/** What a cell of the year shows, apart from its marks. */
export type DayKind = 'working' | 'weekend' | 'holiday' | 'weekend_holiday' | 'moved_off' | 'moved_working'

/** In the order of the legend. */
export const DAY_KINDS: readonly DayKind[] = ['working', 'weekend', 'holiday', 'weekend_holiday', 'moved_off', 'moved_working']

export type CalendarDay = CalendarView['days'][number]
/** What of a year says more about a day than its reason: holidays on a weekend, and where rest was moved to. */
export type YearContent = Pick<CalendarYear, 'holidays' | 'substitutes' | 'ministerialTransfers'>

export function kindOf(day: Pick<CalendarDay, 'date' | 'reason'>, content: YearContent | null): DayKind {
  switch (day.reason.kind) {
    case 'working':
    case 'no_calendar':
      return 'working'
    case 'weekend':
      return content?.holidays[day.date] === undefined ? 'weekend' : 'weekend_holiday'
    case 'holiday':
      return 'holiday'
    case 'substitute':
    case 'transferred_off':
      return 'moved_off'
    case 'working_weekend':
      return 'moved_working'
    default:
      return assertNever(day.reason)
  }
}

/** What the day is and why, in one line: `выходной: вместо 21 марта, Наурыз`. */
export function standingInWords(day: Pick<CalendarDay, 'date' | 'reason'>, content: YearContent | null, words: Words): string {
  const { say, language } = words
  const { date, reason } = day
  switch (reason.kind) {
    case 'working':
      return say('calendarScreen.day.working')
    case 'no_calendar':
      return say('calendarScreen.day.noCalendar')
    case 'weekend':
      return weekendInWords(date, content, words)
    case 'holiday':
      return say('calendarScreen.day.holiday', { holiday: holidayName(reason.holiday, words) })
    case 'substitute':
      return say('calendarScreen.day.substitute', {
        day: dayMonth(reason.instead, language),
        holiday: holidayName(reason.holiday, words),
      })
    case 'transferred_off':
      return say('calendarScreen.day.transferred', { day: dayMonth(reason.instead, language) })
    case 'working_weekend': {
      const to = content?.ministerialTransfers.find((transfer) => transfer.from === date)?.to
      return to === undefined
        ? say('calendarScreen.day.movedWorkingAlone')
        : say('calendarScreen.day.movedWorking', { onto: ontoDay(to, language) })
    }
    default:
      return assertNever(reason)
  }
}

function weekendInWords(date: CalendarDate, content: YearContent | null, words: Words): string {
  const { say, language } = words
  const key = content?.holidays[date]
  if (key === undefined) return say('calendarScreen.day.weekend')
  const holiday = holidayName(key, words)
  const to = content?.substitutes[date]
  return to === undefined
    ? say('calendarScreen.day.weekendHoliday', { holiday })
    : say('calendarScreen.day.weekendHolidayMoved', { holiday, onto: ontoDay(to, language) })
}

/** One cell of the year. */
export interface DayFace {
  readonly date: CalendarDate
  readonly dayOfMonth: number
  readonly kind: DayKind
  readonly isWorking: boolean
  readonly isForecast: boolean
  readonly isToday: boolean
  /** The working copy counts this day otherwise than the calendar in force. */
  readonly isChanged: boolean
  /** Another publication counts it otherwise. */
  readonly isWatched: boolean
  /** Guests for whom this is the last day to act. */
  readonly deadlines: number
  /** Everything above as a screen reader says it. */
  readonly words: string
}

export interface DayFaceInput {
  readonly day: CalendarDay
  readonly content: CalendarYear | null
  readonly today: CalendarDate
  readonly deadlines: number
  readonly isChanged: boolean
  readonly isWatched: boolean
}

export function faceOf({ day, content, today, deadlines, isChanged, isWatched }: DayFaceInput, words: Words): DayFace {
  const { say, language } = words
  const isForecast = content?.status === 'forecast'
  const isToday = day.date === today
  return {
    date: day.date,
    dayOfMonth: Number(day.date.slice(8)),
    kind: kindOf(day, content),
    isWorking: day.isWorking,
    isForecast,
    isToday,
    isChanged,
    isWatched,
    deadlines,
    words: [
      longDay(day.date, language),
      weekdayLong(day.date, language),
      standingInWords(day, content, words),
      isChanged && say('calendarScreen.day.changed'),
      isForecast && say('calendarScreen.marks.forecast'),
      isWatched && say('calendarScreen.marks.watched'),
      deadlines > 0 && say('calendarScreen.day.deadlines', { count: deadlines }),
      isToday && say('calendarScreen.marks.today'),
    ]
      .filter((part) => part !== false)
      .join(', '),
  }
}
