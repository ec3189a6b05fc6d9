import type { GuestDay } from '#electron/store/rows/guest-days.ts'
import type { DayReport } from '#shared/contract/report-schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { assess, EMPTY_GUEST, PURPOSES } from '#shared/domain/guest.ts'

interface Headcount {
  arrivals: number
  inHouse: number
  departures: number
}

export type Headcounts = Pick<DayReport, 'byCitizenship' | 'byPurpose'> & {
  readonly totals: Headcount & { readonly inHouseWithoutDeparture: number }
}

/** Who came, is in house at the end of the day and has left, of the guests who were here at some time of it. */
export function headcounts(present: readonly GuestDay[], date: CalendarDate): Headcounts {
  return {
    totals: {
      ...countOf(present, date),
      inHouseWithoutDeparture: present.filter(({ departureDate }) => departureDate === null).length,
    },
    byCitizenship: countsBy(present, date, knownCitizenship)
      .map(([citizenship, counts]) => ({ citizenship, ...counts }))
      .sort(
        (a, b) =>
          Number(a.citizenship === null) - Number(b.citizenship === null) ||
          b.arrivals - a.arrivals ||
          b.inHouse - a.inHouse ||
          b.departures - a.departures ||
          ((a.citizenship ?? '') < (b.citizenship ?? '') ? -1 : 1),
      ),
    byPurpose: countsBy(present, date, ({ purpose }) => purpose)
      .map(([purpose, counts]) => ({ purpose, ...counts }))
      .sort((a, b) => placeOf(a.purpose) - placeOf(b.purpose)),
  }
}

/** A document that names no nationality leaves it unknown. */
function knownCitizenship({ citizenship }: GuestDay): string | null {
  return assess({ ...EMPTY_GUEST, citizenship }, null) === 'citizenship_unknown' ? null : citizenship
}

/** As the form has them; not known = last. */
const ORDER_OF_PURPOSES: readonly (string | null)[] = [...PURPOSES, null]

export function placeOf(purpose: string | null): number {
  return ORDER_OF_PURPOSES.indexOf(purpose)
}

function countsBy<Trait>(
  present: readonly GuestDay[],
  date: CalendarDate,
  traitOf: (guest: GuestDay) => Trait,
): (readonly [Trait, Headcount])[] {
  return [...Map.groupBy(present, traitOf)].map(([trait, guests]) => [trait, countOf(guests, date)])
}

function countOf(guests: readonly GuestDay[], date: CalendarDate): Headcount {
  const count: Headcount = { arrivals: 0, inHouse: 0, departures: 0 }
  for (const { arrivalDate, departureDate } of guests) {
    if (arrivalDate === date) count.arrivals += 1
    if (departureDate === date) count.departures += 1
    else count.inHouse += 1
  }
  return count
}
