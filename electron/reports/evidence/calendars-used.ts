import { type DeadlineView, explainNotice } from '#electron/desk/law/deadline-view.ts'
import type { DatedNotice } from '#electron/desk/law/due-dates.ts'
import type { Register } from '#electron/desk/register.ts'
import type { Due } from '#electron/store/rows/notifications.ts'
import { type CalendarYear, calendarVersionLabel } from '#shared/regulation/calendar/calendar-year.ts'
import { NO_CALENDAR, workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'

/** Years are joined by it where a count crosses New Year. */
const AND = '+'

/** The versions of the calendar that a date was counted with, whatever is in force now. A year without data has none. */
export function calendarsOf(register: Pick<Register, 'rows'>, calendarVersion: string): readonly CalendarYear[] {
  return calendarVersion
    .split(AND)
    .filter((label) => label !== NO_CALENDAR)
    .flatMap((label) =>
      register.rows.calendarYears
        .ofYear(Number(label.slice(0, label.indexOf('.'))))
        .map(({ content }) => content)
        .filter((content) => calendarVersionLabel(content) === label),
    )
}

/**
 * A due date counted again as it was counted then, day by day; `null` where the outcome is another one, because the program or a setting
 * has changed since: an explanation that explains something else is worse than none.
 */
export function explainedAsThen(register: Register, notice: DatedNotice, due: Due): DeadlineView | null {
  const calendar = workingCalendar(calendarsOf(register, due.calendarVersion))
  const deadline = explainNotice({ calendar, property: register.property, channel: register.channel }, notice)
  const isSame = deadline.strictDue === due.strictDue && deadline.latestDue === due.latestDue && deadline.rule === due.rule
  return isSame ? { ...deadline, actBy: due.actBy, channelCutoff: due.channelCutoff } : null
}
