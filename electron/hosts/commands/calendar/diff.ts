import { readCalendarFile } from '#electron/desk/law/calendar-files.ts'
import type { DeskClient } from '#shared/contract/transport/desk-client.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { changedDays, type DayChange } from '#shared/regulation/calendar/calendar-diff.ts'
import { type CalendarYear, calendarVersionLabel } from '#shared/regulation/calendar/calendar-year.ts'
import { sameYear } from '#shared/regulation/calendar/same-year.ts'
import { NO_CALENDAR, workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'
import { type Command, isFolderNamed } from '../../command.ts'
import { readBytes } from '../../read-input.ts'
import { withDesk } from '../../with-desk.ts'
import { dayChangesText } from './law-text.ts'

interface Difference {
  /** Version compared with, per year of the file; `none` = no data for it. */
  readonly years: readonly { readonly year: number; readonly against: string; readonly isSame: boolean }[]
  readonly days: readonly DayChange[]
}

export const diff: Command = {
  summary: 'the days a calendar file counts differently from the calendar in force (--data), else from the built-in one',
  positionals: ['FILE'],
  flags: {},
  async run(invocation) {
    const [file = ''] = invocation.positionals
    const content = new Blob([await readBytes(file)], { type: 'application/json' })
    const { years } = await readCalendarFile(content)
    const numbers = years.map(({ year }) => year)
    const held = isFolderNamed(invocation)
      ? await withDesk(invocation, (client) => yearsInForce(client, numbers))
      : BUILT_IN_YEARS.filter(({ year }) => numbers.includes(year))
    const found = difference(held, years)
    const same = found.years.filter(({ isSame }) => isSame).map(({ year, against }) => `${year} is ${against} as it is`)
    invocation.print(found, [...dayChangesText(found.days), ...same].join('\n'))
    return 0
  },
}

async function yearsInForce(client: DeskClient, years: readonly number[]): Promise<readonly CalendarYear[]> {
  const views = await Promise.all(years.map((year) => client.calendar.year({ year })))
  return views.flatMap(({ content }) => (content === null ? [] : [content]))
}

function difference(held: readonly CalendarYear[], given: readonly CalendarYear[]): Difference {
  const before = workingCalendar(held)
  return {
    years: given.map((year) => {
      const counterpart = before.years.find((candidate) => candidate.year === year.year)
      return {
        year: year.year,
        against: counterpart === undefined ? NO_CALENDAR : calendarVersionLabel(counterpart),
        isSame: counterpart !== undefined && sameYear(counterpart, year),
      }
    }),
    days: changedDays(
      before,
      workingCalendar(given),
      given.map(({ year }) => year),
    ),
  }
}
