import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { day, integer, type Row } from './columns.ts'
import { OPEN } from './notice-lines.ts'
import type { Due } from './notifications.ts'
import type { RowStore } from './row-store.ts'

/** The dates of table `notification` as the calendar sees them: which stand on a year, and writing them anew when it changes. */
export function calendarDeadlineRows(store: RowStore) {
  // The `+` keeps SQLite from walking every notice of the house: what is open is little, what is settled grows for ever.
  const countOnYear = store.statement<Row>(
    'calendar_deadline.count_on_year',
    `SELECT count(*) AS n FROM notification
     WHERE property_id = @propertyId AND state IN ${OPEN} AND act_by IS NOT NULL AND +due_from < @end AND latest_due >= @start`,
  )
  const byDay = store.statement<Row>(
    'calendar_deadline.by_day',
    `SELECT act_by, count(*) AS n FROM notification
     WHERE property_id = @propertyId AND state IN ${OPEN} AND act_by >= @start AND act_by < @end GROUP BY act_by ORDER BY act_by`,
  )
  const rewrite = store.statement(
    'calendar_deadline.rewrite',
    `UPDATE notification SET strict_due = @strictDue, latest_due = @latestDue, channel_cutoff = @channelCutoff, act_by = @actBy,
       calendar_version = @calendarVersion, rule = @rule, is_forecast = @isForecast
     WHERE id = @id AND act_by IS NOT NULL AND state IN ${OPEN}`,
  )
  const bounds = (year: number) => ({ propertyId: store.propertyId(), start: `${year}-01-01`, end: `${year + 1}-01-01` })
  return {
    /** Open deadlines counted over any day of the year. */
    countOnYear: (year: number): number => integer(countOnYear.get(bounds(year)) ?? {}, 'n'),
    /** Open notices by the day people act on them, ascending. */
    byDay: (year: number): readonly { readonly date: CalendarDate; readonly count: number }[] =>
      byDay.all(bounds(year)).map((row) => ({ date: day(row, 'act_by'), count: integer(row, 'n') })),
    /**
     * New dates for a notice that is still owed; everything else about it stays, its version included: a form that is open on it, a
     * lease and a call under way know nothing of dates and must not become stale.
     */
    rewrite(id: string, due: Due): void {
      if (rewrite.run({ id, ...due, isForecast: Number(due.isForecast) }).changes !== 1)
        throw new Error('A notice was settled outside its transaction')
    },
  }
}
