/** How often something happened, by name. Tallies of schedules add up. */
export type Tally = Record<string, number>

export function count(tally: Tally, name: string, times = 1): void {
  tally[name] = (tally[name] ?? 0) + times
}

export function addTally(sum: Tally, more: Readonly<Tally>): void {
  for (const [name, times] of Object.entries(more)) count(sum, name, times)
}
