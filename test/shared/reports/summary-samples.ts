import { HANDOVER_LISTS, type Handover, type Period } from '#shared/contract/summary-schemas.ts'
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts'
import { sampleDay } from './sample-day.ts'

export function sampleHandover(overrides: Partial<Handover> = {}): Handover {
  const { rows, lists, totals, date, asOf, zone, environment, property } = sampleDay()
  return {
    version: 1,
    date,
    asOf,
    zone,
    environment,
    property,
    by: 'Асель С.',
    since: { at: '2026-05-05T02:58:00.000Z', what: 'handover' },
    totals: {
      open: totals.open,
      ...(Object.fromEntries(HANDOVER_LISTS.map((list) => [list, lists[list].length])) as Record<
        (typeof HANDOVER_LISTS)[number],
        number
      >),
      goesByItself: totals.goesByItself,
      checkedIn: 7,
      filed: 5,
      leased: 1,
    },
    rows,
    lists: Object.fromEntries(HANDOVER_LISTS.map((list) => [list, lists[list]])) as Handover['lists'],
    leases: [{ row: 2, by: 'Данияр К.', until: '2026-05-05T10:40:00.000Z' }],
    outage: { startedAt: '2026-05-05T09:40:00.000Z', cause: 'timeout' },
    ...overrides,
  }
}

export function samplePeriod(from: string, count: number, overrides: Partial<Period> = {}): Period {
  const { property, zone, environment, byCitizenship, byPurpose } = sampleDay()
  const days = Array.from({ length: count }, (_, place) => ({
    date: addDays(calendarDate(from), place),
    close: place === count - 1 ? null : { number: `2026-${String(121 + place)}`, hash: 'ab'.repeat(32) },
    arrivals: 3,
    departures: 2,
    inHouse: 20 + place,
    open: 4,
    overdue: place === 1 ? 2 : 0,
    unconfirmed: 1,
    filed: 3,
    filedArrivals: 2,
    filedLate: place === 1 ? 1 : 0,
    notRequired: 0,
    filedElsewhere: 0,
    withdrawn: 0,
    exposureMci: place === 1 ? 20 : 0,
    exposureTenge: place === 1 ? 86_500 : 0,
    outages: 1,
    outageMinutes: 10,
  }))
  return {
    version: 1,
    from: calendarDate(from),
    to: addDays(calendarDate(from), count - 1),
    asOf: '2026-05-08T10:20:00.000Z',
    zone,
    environment,
    property,
    program: '0.1.0',
    days,
    totals: {
      arrivals: 3 * count,
      departures: 2 * count,
      guestNights: days.reduce((sum, { inHouse }) => sum + inHouse, 0),
      filed: 3 * count,
      filedArrivals: 2 * count,
      filedLate: 1,
      onTimePermille: Math.floor((1000 * (2 * count - 1)) / (2 * count)),
      notRequired: 0,
      filedElsewhere: 0,
      withdrawn: 0,
      inHouse: days.at(-1)?.inHouse ?? 0,
      open: 4,
      overdue: 0,
      exposureMci: 0,
      exposureTenge: 0,
      mostOverdue: 2,
      outages: count,
      outageMinutes: 10 * count,
    },
    byCitizenship: byCitizenship.map((row) => ({ ...row, guestNights: row.inHouse * 3 })),
    byPurpose: byPurpose.map((row) => ({ ...row, guestNights: row.inHouse * 3 })),
    leadDays: [1, 2, 0, 0, 1],
    ...overrides,
  }
}
