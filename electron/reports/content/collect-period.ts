import { badInput } from '#electron/desk/desk-error.ts'
import { localDayBounds } from '#electron/desk/law/local-day.ts'
import type { Register } from '#electron/desk/register.ts'
import { closedFigures, type DayFigures } from '#electron/reports/close/day-view.ts'
import { LONGEST_PERIOD_DAYS, type Period, type PeriodDay } from '#shared/contract/summary-schemas.ts'
import { addDays, type CalendarDate, daysBetween, earlierOf } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { localDateOf } from '#shared/regulation/local-time.ts'
import { collectDay } from './collect-day.ts'
import { type Headcounts, headcounts } from './headcounts.ts'
import { nightsByCitizenship, nightsByPurpose } from './nights.ts'
import { outageMinutes } from './outage-minutes.ts'

/** A day of the period with all that is put together of it. */
interface Day {
  readonly figures: DayFigures
  readonly guests: Headcounts
  readonly summary: PeriodDay
}

/**
 * The owner's summary, both days included, of those that have begun and in which there was a register. Throws `BAD_INPUT` at `to` for a
 * period that ends before it begins or is longer than a year, and `STORE_FAILED` (`damaged`) where a closed day is not what was signed.
 */
export function collectPeriod(
  register: Register,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): Period {
  if (to < from) throw badInput('to', 'before_from', 'The period ends before it begins.')
  if (daysBetween(from, to) >= LONGEST_PERIOD_DAYS)
    throw badInput('to', 'too_long', `A period is at most ${LONGEST_PERIOD_DAYS} days long.`)
  const { property, appVersion } = register
  const { name, bin, address, city, department, zone, environment } = property
  const asOf = register.now()
  const dates = datesOf(register, from, to)
  const days = dates.map((date) => dayOf(register, date, asOf))
  const guests = days.map((day) => day.guests)
  return {
    version: 1,
    from,
    to,
    asOf,
    zone,
    environment,
    property: { name, bin, address, city, department },
    program: appVersion,
    days: days.map(({ summary }) => summary),
    totals: { ...totalsOf(days.map(({ summary }) => summary)), outages: outagesIn(register, dates) },
    byCitizenship: nightsByCitizenship(guests),
    byPurpose: nightsByPurpose(guests),
    leadDays: days.reduce(
      (sums, { figures }) => sums.map((sum, place) => sum + (figures.leadDays[place] ?? 0)),
      [0, 0, 0, 0, 0],
    ),
  }
}

function datesOf(register: Register, from: CalendarDate, to: CalendarDate): readonly CalendarDate[] {
  const setUp = localDateOf(Date.parse(register.rows.property.setUpAt()), register.property.zone)
  const last = earlierOf(to, register.today())
  const dates: CalendarDate[] = []
  for (let date = from < setUp ? setUp : from; date <= last; date = addDays(date, 1)) dates.push(date)
  return dates
}

function dayOf(register: Register, date: CalendarDate, asOf: IsoInstant): Day {
  const closed = register.rows.businessDays.find(date)
  const figures = closed === undefined ? collectDay(register, date, asOf) : closedFigures(register, closed)
  const guests = headcounts(register.rows.guestDays.presentOn(date), date)
  const bounds = localDayBounds(date, register.property.zone)
  const outages = register.rows.outages.overlapping(bounds.start, bounds.end)
  const { open, overdue, unconfirmed, filed, filedArrivals, filedLate, notRequired, filedElsewhere, withdrawn } = figures.totals
  const { exposureMci, exposureTenge } = figures.totals
  const { arrivals, departures, inHouse } = guests.totals
  return {
    figures,
    guests,
    summary: {
      date,
      close: closed === undefined ? null : { number: closed.number, hash: closed.hash },
      arrivals,
      departures,
      inHouse,
      open,
      overdue,
      unconfirmed,
      filed,
      filedArrivals,
      filedLate,
      notRequired,
      filedElsewhere,
      withdrawn,
      exposureMci,
      exposureTenge,
      outages: outages.length,
      outageMinutes: outageMinutes(outages, bounds, asOf),
    },
  }
}

type Figure = Exclude<keyof PeriodDay, 'date' | 'close' | 'exposureTenge'>

function totalsOf(days: readonly PeriodDay[]): Omit<Period['totals'], 'outages'> {
  const sum = (figure: Figure) => days.reduce((total, day) => total + day[figure], 0)
  const last = days.at(-1)
  const [filedArrivals, filedLate] = [sum('filedArrivals'), sum('filedLate')]
  return {
    arrivals: sum('arrivals'),
    departures: sum('departures'),
    guestNights: sum('inHouse'),
    filed: sum('filed'),
    filedArrivals,
    filedLate,
    onTimePermille: filedArrivals === 0 ? null : Math.floor(((filedArrivals - filedLate) * 1000) / filedArrivals),
    notRequired: sum('notRequired'),
    filedElsewhere: sum('filedElsewhere'),
    withdrawn: sum('withdrawn'),
    inHouse: last?.inHouse ?? 0,
    open: last?.open ?? 0,
    overdue: last?.overdue ?? 0,
    exposureMci: last?.exposureMci ?? 0,
    exposureTenge: last === undefined ? 0 : last.exposureTenge,
    mostOverdue: days.reduce((most, { overdue }) => Math.max(most, overdue), 0),
    outageMinutes: sum('outageMinutes'),
  }
}

function outagesIn({ rows, property }: Register, dates: readonly CalendarDate[]): number {
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined || last === undefined) return 0
  return rows.outages.overlapping(localDayBounds(first, property.zone).start, localDayBounds(last, property.zone).end).length
}
