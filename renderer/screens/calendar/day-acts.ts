import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CalendarYear, HolidayKey } from '#shared/regulation/calendar/calendar-year.ts'
import { type CalendarDay, kindOf } from './day-face.ts'
import { moveAt } from './draft-years.ts'

/** What can be changed about one day. */
export type DayAct =
  | { readonly kind: 'move_here' }
  | { readonly kind: 'move_away' }
  | { readonly kind: 'take_back'; readonly from: CalendarDate; readonly to: CalendarDate }
  | { readonly kind: 'add_holiday' }
  | { readonly kind: 'remove_holiday'; readonly holiday: HolidayKey }
  /** The day is off because of another one: that is where it is changed. */
  | { readonly kind: 'open_day'; readonly date: CalendarDate }

/** What a person can do with a day, the likeliest first. A year without data has to be started before its days can be changed. */
export function actsOn(day: CalendarDay, content: CalendarYear | null): readonly DayAct[] {
  if (content === null) return []
  const move = moveAt(content, day.date)
  const takeBack: readonly DayAct[] = move === undefined ? [] : [{ kind: 'take_back', ...move }]
  const holiday = content.holidays[day.date]
  switch (kindOf(day, content)) {
    case 'working':
      return [{ kind: 'move_here' }, { kind: 'add_holiday' }]
    case 'weekend':
      return [{ kind: 'move_away' }, { kind: 'add_holiday' }]
    case 'holiday':
    case 'weekend_holiday':
      return holiday === undefined ? takeBack : [...takeBack, { kind: 'remove_holiday', holiday }]
    case 'moved_off':
      return day.reason.kind === 'substitute' ? [...takeBack, { kind: 'open_day', date: day.reason.instead }] : takeBack
    case 'moved_working':
      return takeBack
  }
}
