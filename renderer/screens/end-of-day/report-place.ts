import {
  addDays,
  type CalendarDate,
  calendarDate,
  earlierOf,
  parseCalendarDate,
  weekdayOf,
} from '#shared/domain/calendar-date.ts'

/** Which printed thing is on screen, as its address says. */
export type ReportPlace =
  | { readonly what: 'day'; readonly date: CalendarDate }
  | { readonly what: 'handover' }
  /** Both days included. */
  | { readonly what: 'period'; readonly from: CalendarDate; readonly to: CalendarDate }

/** `2026-05-05`, `handover`, `2026-05-04..2026-05-10`; `undefined` for anything else. */
export function placeOfPath(path: string): ReportPlace | undefined {
  if (path === 'handover') return { what: 'handover' }
  const [first = '', second, ...more] = path.split('..')
  const from = parseCalendarDate(first)
  if (from === undefined || more.length > 0) return undefined
  if (second === undefined) return { what: 'day', date: from }
  const to = parseCalendarDate(second)
  return to === undefined || to < from ? undefined : { what: 'period', from, to }
}

export function pathOfPlace(place: ReportPlace): string {
  switch (place.what) {
    case 'day':
      return `/end-of-day/${place.date}`
    case 'handover':
      return '/end-of-day/handover'
    case 'period':
      return `/end-of-day/${place.from}..${place.to}`
  }
}

/** The day the screen opens on: the one to be closed, or today where today is closed already. */
export function dayToOpen(openDate: CalendarDate, today: CalendarDate): CalendarDate {
  return earlierOf(openDate, today)
}

export const PRESETS = ['thisWeek', 'lastWeek', 'thisMonth', 'lastMonth'] as const
export type Preset = (typeof PRESETS)[number]

interface Span {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** Weeks begin on Monday; what has not ended yet goes up to today. */
export function spanOf(preset: Preset, today: CalendarDate): Span {
  const monday = addDays(today, 1 - weekdayOf(today))
  const first = calendarDate(`${today.slice(0, 8)}01`)
  switch (preset) {
    case 'thisWeek':
      return { from: monday, to: today }
    case 'lastWeek':
      return { from: addDays(monday, -7), to: addDays(monday, -1) }
    case 'thisMonth':
      return { from: first, to: today }
    case 'lastMonth': {
      const last = addDays(first, -1)
      return { from: calendarDate(`${last.slice(0, 8)}01`), to: last }
    }
  }
}
