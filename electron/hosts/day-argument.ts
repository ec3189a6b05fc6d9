import { type CalendarDate, parseCalendarDate } from '#shared/domain/calendar-date.ts'
import { type Invocation, textOf, UsageError } from './command.ts'

/** A day given with a flag; `undefined` without it. */
export function dayOf(invocation: Invocation, flag: string): CalendarDate | undefined {
  const text = textOf(invocation, flag)
  if (text === undefined) return undefined
  const date = parseCalendarDate(text)
  if (date === undefined) throw new UsageError(`--${flag} is a day that exists, written YYYY-MM-DD.`)
  return date
}

export function requiredDayOf(invocation: Invocation, flag: string): CalendarDate {
  const date = dayOf(invocation, flag)
  if (date === undefined) throw new UsageError(`--${flag} is needed.`)
  return date
}
