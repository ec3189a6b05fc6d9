import { z } from 'zod'
import type { Register } from '#electron/desk/register.ts'
import type { NewDelivery } from '#electron/store/rows/deliveries.ts'
import { calendarDateSchema } from '#shared/contract/day-schemas.ts'
import type { Recipient } from '#shared/contract/delivery-schemas.ts'
import { addDays, type CalendarDate, calendarDate, weekdayOf } from '#shared/domain/calendar-date.ts'
import { localDateTimeOf } from '#shared/regulation/local-time.ts'
import { recipientsOf, scheduleOf } from './delivery-settings.ts'
import { newDelivery } from './new-delivery.ts'

const CLOSES_UNTIL = 'delivery.closes_until'
const SUMMARIES = 'delivery.summaries'

const summariesSchema = z.object({ week: calendarDateSchema, month: calendarDateSchema })

/**
 * Begins to count: what was closed before there was anybody to send it to is sent to nobody. Belongs into the transaction that names the
 * first recipient.
 */
export function beginReports(register: Register): void {
  const { week, month } = duePeriods(register)
  register.store.settings.set(CLOSES_UNTIL, register.rows.deliveries.lastClose())
  register.store.settings.set(SUMMARIES, { week: week.from, month: month.from })
}

/** Reports of the days closed since the last look. `null` = nothing to save. */
export function planDayReports(register: Register): (() => void) | null {
  const { store, rows } = register
  const recipients = recipientsOf(register)
  if (recipients.length === 0) return null
  const closes = rows.deliveries.closesAfter(store.settings.get(CLOSES_UNTIL, calendarDateSchema.nullable()) ?? null)
  const last = closes.at(-1)
  if (last === undefined) return null
  const readers = recipients.filter(({ dayReport }) => dayReport)
  return () => {
    const made = closes.flatMap(({ date, number }) =>
      inEachFormat(readers, (recipient, format) =>
        newDelivery(register, recipient, `day:${date}:${format}`, { kind: 'day_report', date, number, format }),
      ),
    )
    for (const delivery of made) rows.deliveries.add(delivery)
    store.settings.set(CLOSES_UNTIL, last.date)
  }
}

/** The summary of the last whole week and month, once their hour has come. `null` = nothing to save. */
export function planSummaries(register: Register): (() => void) | null {
  const { store, rows } = register
  const recipients = recipientsOf(register)
  if (recipients.length === 0) return null
  const due = duePeriods(register)
  const done = store.settings.get(SUMMARIES, summariesSchema)
  if (done?.week === due.week.from && done.month === due.month.from) return null
  return () => {
    store.settings.set(SUMMARIES, { week: due.week.from, month: due.month.from })
    if (done === undefined) return
    const made = [
      ...(done.week === due.week.from
        ? []
        : summaries(
            register,
            'week',
            due.week,
            recipients.filter(({ weekly }) => weekly),
          )),
      ...(done.month === due.month.from
        ? []
        : summaries(
            register,
            'month',
            due.month,
            recipients.filter(({ monthly }) => monthly),
          )),
    ]
    for (const delivery of made) rows.deliveries.add(delivery)
  }
}

interface Days {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** The last week and month whose summary may go: from Monday and from the first on, at the hour that was set. */
function duePeriods(register: Register): { readonly week: Days; readonly month: Days } {
  const local = localDateTimeOf(register.ports.clock.now(), register.property.zone)
  const today = calendarDate(local.slice(0, 10))
  // Before the hour it is still yesterday, as far as summaries go.
  const day = local.slice(11) < scheduleOf(register).summaryAt ? addDays(today, -1) : today
  const monday = addDays(day, 1 - weekdayOf(day))
  const monthEnd = addDays(calendarDate(`${day.slice(0, 7)}-01`), -1)
  return {
    week: { from: addDays(monday, -7), to: addDays(monday, -1) },
    month: { from: calendarDate(`${monthEnd.slice(0, 7)}-01`), to: monthEnd },
  }
}

function summaries(
  register: Register,
  period: 'week' | 'month',
  days: Days,
  recipients: readonly Recipient[],
): readonly NewDelivery[] {
  return inEachFormat(recipients, (recipient, format) =>
    newDelivery(register, recipient, `${period}:${days.from}:${format}`, { kind: 'summary', period, ...days, format }),
  )
}

function inEachFormat(
  recipients: readonly Recipient[],
  make: (recipient: Recipient, format: Recipient['formats'][number]) => NewDelivery,
): readonly NewDelivery[] {
  return recipients.flatMap((recipient) => recipient.formats.map((format) => make(recipient, format)))
}
