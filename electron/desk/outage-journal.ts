import type { LastDay } from '#electron/store/rows/last-days.ts'
import type { Outage } from '#electron/store/rows/outages.ts'
import type { OutageJournal } from '#shared/contract/line-schemas.ts'
import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import type { AlarmReading } from '#shared/regulation/deadline-types.ts'
import { localDateOf } from '#shared/regulation/local-time.ts'
import { localDayBounds } from './law/local-day.ts'
import type { Register } from './register.ts'

/** Follow-ups of guests who have been here longer than this are not looked for among the deadlines of an outage. */
const LONGEST_STAY_DAYS = 366

/**
 * Outages of the last `days` days, newest first, each with the deadlines it touched. Made for whoever has to show that a date could not be met:
 * a deadline counts where the outage took a part of its last day and the notice was not accepted before.
 */
export function outageJournal(register: Register, days: number): OutageJournal {
  const { rows, property } = register
  const today = register.today()
  const from = localDayBounds(addDays(today, 1 - days), property.zone).start
  const until = register.now()
  const outages = rows.outages.overlapping(from, localDayBounds(today, property.zone).end)
  const lastDays = lastDaysAround(register, outages, until)
  return {
    from,
    until,
    outages: outages
      .map(({ id, startedAt, endedAt, cause }) => {
        const span = { from: startedAt, until: endedAt ?? until }
        return { id, startedAt, endedAt, cause, ...deadlinesIn(span, lastDays, { now: until, ...property }) }
      })
      .reverse(),
  }
}

function lastDaysAround(register: Register, outages: readonly Outage[], now: IsoInstant): readonly LastDay[] {
  const { zone } = register.property
  const [first] = outages
  if (first === undefined) return []
  const days = [
    localDateOf(Date.parse(first.startedAt), zone),
    ...outages.map(({ endedAt }) => localDateOf(Date.parse(endedAt ?? now), zone)),
  ]
  const firstDay = days.reduce((a, b) => (a < b ? a : b))
  const lastDay = days.reduce((a, b) => (a > b ? a : b))
  return register.rows.lastDays.between(addDays(firstDay, -LONGEST_STAY_DAYS), firstDay, lastDay)
}

/** How many deadlines an outage took a part of the last day from, and how many of them were missed. */
export function deadlinesIn(
  outage: { readonly from: IsoInstant; readonly until: IsoInstant },
  lastDays: readonly LastDay[],
  { zone, alarmReading, now }: { readonly zone: string; readonly alarmReading: AlarmReading; readonly now: IsoInstant },
): { readonly dueThen: number; readonly missed: number } {
  const firstDay = localDateOf(Date.parse(outage.from), zone)
  const lastDay = localDateOf(Date.parse(outage.until), zone)
  const touched = lastDays.filter((notice) => {
    const due = dueOf(notice, alarmReading)
    return due >= firstDay && due <= lastDay && (notice.acceptedAt === null || notice.acceptedAt >= outage.from)
  })
  const missed = touched.filter((notice) => {
    const { end } = localDayBounds(dueOf(notice, alarmReading), zone)
    // A day that is not over can still be met.
    return (notice.acceptedAt ?? now) >= end
  })
  return { dueThen: touched.length, missed: missed.length }
}

function dueOf({ strictDue, latestDue }: LastDay, reading: AlarmReading): CalendarDate {
  return reading === 'strict' ? strictDue : latestDue
}
