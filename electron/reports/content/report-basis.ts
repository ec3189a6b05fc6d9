import type { Register } from '#electron/desk/register.ts'
import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { DayReport } from '#shared/contract/report-schemas.ts'
import { type CalendarDate, yearOf } from '#shared/domain/calendar-date.ts'
import { arrivalNoticeRule } from '#shared/regulation/rules.ts'

/** What the dates of a report rest on: the calendars of every year they reach into, the rules they were counted by, and this program. */
export function reportBasis(
  { calendar, property, appVersion }: Pick<Register, 'calendar' | 'property' | 'appVersion'>,
  date: CalendarDate,
  notices: readonly NotificationRecord[],
): DayReport['basis'] {
  const dates = notices.flatMap(({ dueFrom, due }) => (due === null ? [] : [dueFrom, due.strictDue, due.latestDue]))
  const rules = notices.flatMap(({ due }) => (due === null ? [] : [due.rule]))
  return {
    calendars: yearsOf([date, ...dates]).map((year) => {
      const inForce = calendar.years.find((candidate) => candidate.year === year)
      return { year, version: inForce?.version ?? null, isForecast: inForce?.status === 'forecast' }
    }),
    rules: [...new Set([arrivalNoticeRule(date).id, ...rules])].sort(),
    alarmReading: property.alarmReading,
    program: appVersion,
  }
}

/** Years between two of them count too: how late something is runs through them. */
function yearsOf(dates: readonly CalendarDate[]): readonly number[] {
  const years = dates.map(yearOf)
  const first = years.reduce((a, b) => Math.min(a, b))
  const last = years.reduce((a, b) => Math.max(a, b))
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
