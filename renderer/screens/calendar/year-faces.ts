import { addDays, type CalendarDate, calendarDate, weekdayOf, yearOf } from '#shared/domain/calendar-date.ts'
import { monthHeading } from '#shared/i18n/dates.ts'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import type { Words } from '../../i18n/use-words.ts'
import { type CalendarDay, type DayFace, faceOf } from './day-face.ts'

/** Monday to Sunday; `null` where the week belongs to the neighbouring month. */
export type WeekFaces = readonly (DayFace | null)[]

export interface MonthFaces {
  /** 1 to 12. */
  readonly month: number
  readonly name: string
  readonly workingDays: number
  readonly weeks: readonly WeekFaces[]
}

export interface YearFacesInput {
  /** 1 January first, as counted in force or in the working copy. */
  readonly days: readonly CalendarDay[]
  /** `null` for a year without data. */
  readonly content: CalendarYear | null
  readonly today: CalendarDate
  readonly deadlinesByDay: readonly { readonly date: CalendarDate; readonly count: number }[]
  /** Days that the working copy counts otherwise. */
  readonly changed: ReadonlySet<CalendarDate>
}

/** The twelve months of a year, week by week, ready to be drawn. */
export function yearFaces(
  { days, content, today, deadlinesByDay, changed }: YearFacesInput,
  words: Words,
): readonly MonthFaces[] {
  const deadlines = new Map(deadlinesByDay.map(({ date, count }) => [date, count]))
  const watched = new Set(content?.watch.map(({ date }) => date))
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1
    const ofMonth = days.filter(({ date }) => Number(date.slice(5, 7)) === month)
    const faces = ofMonth.map((day) =>
      faceOf(
        {
          day,
          content,
          today,
          deadlines: deadlines.get(day.date) ?? 0,
          isChanged: changed.has(day.date),
          isWatched: watched.has(day.date),
        },
        words,
      ),
    )
    const first = ofMonth[0]?.date
    return {
      month,
      name: first === undefined ? '' : monthHeading(first, words.language),
      workingDays: faces.filter(({ isWorking }) => isWorking).length,
      weeks: first === undefined ? [] : weeksOf(faces, weekdayOf(first)),
    }
  })
}

function weeksOf(faces: readonly DayFace[], firstWeekday: number): readonly WeekFaces[] {
  const cells: (DayFace | null)[] = [...Array<null>(firstWeekday - 1).fill(null), ...faces]
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** Years there can be a calendar for. */
export const FIRST_YEAR = 2000
export const LAST_YEAR = 2199

/** Where a key leads from a day; `undefined` for a key that does not walk. Stops at the first and the last year there can be. */
export function dayTowards(date: CalendarDate, key: string, isWithCtrl = false): CalendarDate | undefined {
  const target = targetOf(date, key, isWithCtrl)
  if (target === undefined) return undefined
  return yearOf(target) < FIRST_YEAR || yearOf(target) > LAST_YEAR ? date : target
}

function targetOf(date: CalendarDate, key: string, isWithCtrl: boolean): CalendarDate | undefined {
  switch (key) {
    case 'ArrowLeft':
      return addDays(date, -1)
    case 'ArrowRight':
      return addDays(date, 1)
    case 'ArrowUp':
      return addDays(date, -7)
    case 'ArrowDown':
      return addDays(date, 7)
    case 'PageUp':
      return inYear(date, yearOf(date) - 1)
    case 'PageDown':
      return inYear(date, yearOf(date) + 1)
    case 'Home':
      return isWithCtrl ? calendarDate(`${date.slice(0, 4)}-01-01`) : addDays(date, 1 - weekdayOf(date))
    case 'End':
      return isWithCtrl ? calendarDate(`${date.slice(0, 4)}-12-31`) : addDays(date, 7 - weekdayOf(date))
    default:
      return undefined
  }
}

/** The same day of another year; 29 February becomes the 28th. */
export function inYear(date: CalendarDate, year: number): CalendarDate {
  const monthDay = date.slice(5) === '02-29' && !isLeap(year) ? '02-28' : date.slice(5)
  return calendarDate(`${String(year).padStart(4, '0')}-${monthDay}`)
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}
