import type { CalendarView } from '#shared/contract/law-schemas.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { calendarVersionLabel } from '#shared/regulation/calendar/calendar-year.ts'
import { NO_CALENDAR, workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'
import { type Command, type ExitCode, type Invocation, isSet } from '../../command.ts'
import { withDesk } from '../../with-desk.ts'
import { counted, dayText, isOutOfTheOrdinary, standingText } from './law-text.ts'
import { yearOf } from './year-argument.ts'

export const show: Command = {
  summary: 'the years in force, or one year with every day that is out of the ordinary',
  positionals: ['[YEAR]'],
  flags: { 'built-in': { type: 'boolean', help: 'as the program brings it; needs no data folder' } },
  async run(invocation) {
    const [typed] = invocation.positionals
    const year = typed === undefined ? undefined : yearOf(typed, 'YEAR')
    if (isSet(invocation, 'built-in')) return showBuiltIn(invocation, year)
    if (year === undefined) {
      const years = await withDesk(invocation, (client) => client.calendar.years())
      invocation.print(years, years.map(yearText).join('\n'))
      return 0
    }
    const view = await withDesk(invocation, (client) => client.calendar.year({ year }))
    const versions = view.versions.map(
      ({ version, origin, loadedAt, isInForce }) =>
        `  ${version.padEnd(8)} ${origin.padEnd(8)} ${loadedAt}${isInForce ? '  in force' : ''}`,
    )
    const newer = view.available === null ? [] : ['The program brought newer days for this year; see the Calendar screen.']
    invocation.print(view, [...contentText(view), 'versions:', ...versions, ...newer].join('\n'))
    return 0
  },
}

function showBuiltIn(invocation: Invocation, year: number | undefined): ExitCode {
  const calendar = workingCalendar(BUILT_IN_YEARS)
  const viewOf = (shown: number) => {
    const days = calendar
      .tableOf(shown)
      .days.map(({ date, weekday, isWorking, reason }) => ({ date, weekday, isWorking, reason }))
    const content = calendar.years.find((candidate) => candidate.year === shown) ?? null
    return { year: shown, content, days, workingDays: days.filter(({ isWorking }) => isWorking).length }
  }
  if (year !== undefined) {
    const view = viewOf(year)
    invocation.print(view, contentText(view).join('\n'))
    return 0
  }
  const years = calendar.years.map((content) => ({
    year: content.year,
    version: calendarVersionLabel(content),
    status: content.status,
    workingDays: viewOf(content.year).workingDays,
    available: null,
  }))
  invocation.print(years, years.map(yearText).join('\n'))
  return 0
}

function yearText(summary: {
  readonly year: number
  readonly version: string
  readonly status: string
  readonly workingDays: number
  readonly available: string | null
}): string {
  const { year, version, status, workingDays, available } = summary
  const standing = version === NO_CALENDAR ? 'no calendar, Mon–Fri counted' : `${version.padEnd(8)} ${status}`
  return `${year}  ${standing}  ${counted(workingDays, 'working day')}${available === null ? '' : `  (${available} available)`}`
}

function contentText({
  year,
  content,
  days,
  workingDays,
}: Pick<CalendarView, 'year' | 'workingDays'> & {
  readonly content: Pick<NonNullable<CalendarView['content']>, 'status' | 'version' | 'year' | 'source' | 'confidence'> | null
  readonly days: readonly Pick<CalendarView['days'][number], 'date' | 'weekday' | 'isWorking' | 'reason'>[]
}): readonly string[] {
  if (content === null) return [`${year}  no calendar, Mon–Fri counted  ${counted(workingDays, 'working day')}`]
  const { status, source, confidence } = content
  const special = days.filter(isOutOfTheOrdinary)
  return [
    `${year}  ${calendarVersionLabel(content)}  ${status}  ${counted(workingDays, 'working day')}`,
    `source (confidence ${confidence}): ${source}`,
    ...special.map((day) => `  ${dayText(day.date)}  ${standingText(day)}`),
  ]
}
