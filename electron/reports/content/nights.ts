import type { Period } from '#shared/contract/summary-schemas.ts'
import { type Headcounts, placeOf } from './headcounts.ts'

interface Count {
  readonly arrivals: number
  readonly inHouse: number
  readonly departures: number
}

interface Nights extends Count {
  readonly guestNights: number
}

/** Of the days of a period, in their order. */
export function nightsByCitizenship(days: readonly Headcounts[]): Period['byCitizenship'] {
  return nightsBy(days.map(({ byCitizenship }) => byCitizenship.map((count) => [count.citizenship, count] as const)))
    .map(([citizenship, nights]) => ({ citizenship, ...nights }))
    .sort(
      (a, b) =>
        Number(a.citizenship === null) - Number(b.citizenship === null) ||
        b.guestNights - a.guestNights ||
        b.arrivals - a.arrivals ||
        ((a.citizenship ?? '') < (b.citizenship ?? '') ? -1 : 1),
    )
}

/** The same by purpose, in the order of the form. */
export function nightsByPurpose(days: readonly Headcounts[]): Period['byPurpose'] {
  return nightsBy(days.map(({ byPurpose }) => byPurpose.map((count) => [count.purpose, count] as const)))
    .map(([purpose, nights]) => ({ purpose, ...nights }))
    .sort((a, b) => placeOf(a.purpose) - placeOf(b.purpose))
}

function nightsBy(
  days: readonly (readonly (readonly [string | null, Count])[])[],
): readonly (readonly [string | null, Nights])[] {
  const last = new Map(days.at(-1) ?? [])
  const traits = Map.groupBy(days.flat(), ([trait]) => trait)
  return [...traits].map(([trait, counts]) => {
    const sum = (of: (count: Count) => number) => counts.reduce((total, [, count]) => total + of(count), 0)
    return [
      trait,
      {
        arrivals: sum(({ arrivals }) => arrivals),
        guestNights: sum(({ inHouse }) => inHouse),
        inHouse: last.get(trait)?.inHouse ?? 0,
        departures: sum(({ departures }) => departures),
      },
    ]
  })
}
