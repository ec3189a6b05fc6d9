import type { Outage } from '#electron/store/rows/outages.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'

interface Span {
  readonly start: IsoInstant
  readonly end: IsoInstant
}

/**
 * Minutes within a span in which the line was down, overlapping outages counted once, rounded to whole minutes at the end. An outage that
 * lasts has lasted until `asOf`.
 */
export function outageMinutes(
  outages: readonly Pick<Outage, 'startedAt' | 'endedAt'>[],
  { start, end }: Span,
  asOf: IsoInstant,
): number {
  const downs = outages
    .map(({ startedAt, endedAt }) => ({
      fromMs: Math.max(Date.parse(startedAt), Date.parse(start)),
      untilMs: Math.min(Date.parse(endedAt ?? asOf), Date.parse(end)),
    }))
    .sort((a, b) => a.fromMs - b.fromMs)
  let downMs = 0
  let countedUntilMs = Number.NEGATIVE_INFINITY
  for (const { fromMs, untilMs } of downs) {
    downMs += Math.max(0, untilMs - Math.max(fromMs, countedUntilMs))
    countedUntilMs = Math.max(countedUntilMs, untilMs)
  }
  return Math.round(downMs / 60_000)
}
