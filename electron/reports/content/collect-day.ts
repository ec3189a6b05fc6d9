import { localDayBounds } from '#electron/desk/law/local-day.ts'
import { propertyExposure } from '#electron/desk/law/property-exposure.ts'
import type { Register } from '#electron/desk/register.ts'
import type { NoticeLine } from '#electron/store/rows/notice-lines.ts'
import type { DayReport, ReportRow, ReportTotals } from '#shared/contract/report-schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { workingDaysBetween } from '#shared/regulation/calendar/working-calendar.ts'
import { localDateOf } from '#shared/regulation/local-time.ts'
import { decidedWithin } from './decided-within.ts'
import { headcounts } from './headcounts.ts'
import { laterChanges } from './later-changes.ts'
import { outageMinutes } from './outage-minutes.ts'
import { reportBasis } from './report-basis.ts'
import { listRows, type ReportLists } from './report-lists.ts'
import { reportRow, viewpointOn, withoutExpiredLease } from './report-rows.ts'

/**
 * What one day says: everything still owed, as it stands at `asOf` and seen from the end of the day; what was accepted and decided on that
 * hotel-local day; who came, was in house and left; the outages of the day; and what was entered since the last close about days that are
 * closed. Reads only, and only what is open or of that day: what the register holds of earlier guests costs nothing.
 */
export function collectDay(register: Register, date: CalendarDate, asOf: IsoInstant): DayReport {
  const { rows, property } = register
  const { name, bin, address, city, department, zone, environment } = property
  const day = localDayBounds(date, zone)
  const open = rows.noticeLines.open().map((line) => withoutExpiredLease(line, asOf))
  const decided = decidedWithin(register, date)
  const isFiled = ({ notification }: NoticeLine) => notification.state === 'accepted'
  const filed = decided.filter(isFiled)
  const lines = [...open, ...filed, ...decided.filter((line) => !isFiled(line))]
  const view = viewpointOn(register, date, asOf, propertyExposure(register, date))
  const reportRows = lines.map((line) => reportRow(line, view))
  const lists = listRows(lines, reportRows, register.channel)
  const outages = rows.outages.overlapping(day.start, day.end)
  const { totals: guests, byCitizenship, byPurpose } = headcounts(rows.guestDays.presentOn(date), date)
  return {
    version: 1,
    date,
    asOf,
    zone,
    environment,
    property: { name, bin, address, city, department },
    basis: reportBasis(
      register,
      date,
      lines.map(({ notification }) => notification),
    ),
    totals: {
      ...noticeTotals(reportRows, lists),
      ...guests,
      outages: outages.length,
      outageMinutes: outageMinutes(outages, day, asOf),
    },
    rows: reportRows,
    lists,
    byCitizenship,
    byPurpose,
    outages: outages.map(({ startedAt, endedAt, cause }) => ({ startedAt, endedAt, cause })),
    leadDays: leadDays(register, filed),
    laterChanges: laterChanges(register, view),
  }
}

type NoticeTotals = Omit<
  ReportTotals,
  'arrivals' | 'inHouse' | 'departures' | 'inHouseWithoutDeparture' | 'outages' | 'outageMinutes'
>

function noticeTotals(rows: readonly ReportRow[], lists: ReportLists): NoticeTotals {
  const { overdue, dueToday, dueTomorrow, dueLater, filed } = lists
  const filedArrivals = filed.flatMap((place) => (rows[place]?.kind === 'arrival' ? [rows[place]] : []))
  const exposures = rows.flatMap(({ exposure }) => (exposure === null ? [] : [exposure]))
  return {
    open: overdue.length + dueToday.length + dueTomorrow.length + dueLater.length,
    ...countsOf(lists),
    filedWithReceiptFile: filed.filter((place) => rows[place]?.hasReceipt === true).length,
    filedArrivals: filedArrivals.length,
    filedLate: filedArrivals.filter(({ isAcceptedLate }) => isAcceptedLate).length,
    exposureMci: exposures.reduce((sum, { mci }) => sum + mci, 0),
    exposureTenge: exposures.reduce<number | null>(
      (sum, { tenge }) => (sum === null || tenge === null ? null : sum + tenge),
      0,
    ),
  }
}

function countsOf(lists: ReportLists): Record<keyof ReportLists, number> {
  return Object.fromEntries(Object.entries(lists).map(([list, places]) => [list, places.length])) as Record<
    keyof ReportLists,
    number
  >
}

/** Of the arrivals among the notices accepted that day: how many working days after the arrival. */
function leadDays({ calendar, property }: Register, filed: readonly NoticeLine[]): number[] {
  const counts = [0, 0, 0, 0, 0]
  for (const { notification } of filed) {
    const { kind, arrivalDate, acceptedAt } = notification
    if (kind !== 'arrival' || acceptedAt === null) continue
    const days = workingDaysBetween(calendar, arrivalDate, localDateOf(Date.parse(acceptedAt), property.zone))
    const place = Math.min(days, counts.length - 1)
    counts[place] = (counts[place] ?? 0) + 1
  }
  return counts
}
