import type { RoundTrip } from '#electron/store/rows/round-trips.ts'
import type { Line } from '#shared/contract/line-schemas.ts'
import { SLOW_ROUND_TRIP_MS } from '#shared/domain/round-trip.ts'
import { localDayBounds } from './law/local-day.ts'
import type { Register } from './register.ts'

/** Slowness is judged in stretches of ten minutes: long enough for several calls of a busy hour, short enough to be seen in a day's bar. */
const SLOT_MS = 10 * 60_000
/** A round trip longer than any call may last: a clock was set meanwhile. */
const LONGEST_MS = 60_000
const RECENT_MS = 60 * 60_000

/** How the way to the service has been today, from the attempts that are written down anyway. */
export function lineToday(register: Register, aheadOfServiceMs: number | null): Line {
  const { roundTrips } = register.rows
  const { start } = localDayBounds(register.today(), register.property.zone)
  const nowMs = register.ports.clock.now()
  const recentFrom = new Date(nowMs - RECENT_MS).toISOString()
  const calls = roundTrips.since(start < recentFrom ? start : recentFrom)
  const recent = calls.filter(({ startedAt }) => startedAt >= recentFrom)
  return {
    slow: slowStretches(
      calls.filter(({ startedAt }) => startedAt >= start),
      nowMs,
    ),
    recentMedianMs: medianMs(recent),
    lastAnswerAt: roundTrips.lastAnswerAt() ?? null,
    aheadOfServiceMs,
  }
}

/** Stretches of slow answers, neighbours as one. The last ends now, not in the future. */
export function slowStretches(calls: readonly RoundTrip[], nowMs: number): Line['slow'] {
  const slots = Map.groupBy(calls, ({ startedAt }) => Math.floor(Date.parse(startedAt) / SLOT_MS))
  const stretches: { fromMs: number; untilMs: number; calls: RoundTrip[] }[] = []
  for (const [slot, called] of [...slots].sort(([a], [b]) => a - b)) {
    if ((medianMs(called) ?? 0) < SLOW_ROUND_TRIP_MS) continue
    const [fromMs, untilMs] = [slot * SLOT_MS, Math.min((slot + 1) * SLOT_MS, nowMs)]
    const last = stretches.at(-1)
    if (last?.untilMs === fromMs) Object.assign(last, { untilMs, calls: [...last.calls, ...called] })
    else if (untilMs > fromMs) stretches.push({ fromMs, untilMs, calls: called })
  }
  return stretches.map(({ fromMs, untilMs, calls: ofStretch }) => ({
    from: new Date(fromMs).toISOString(),
    until: new Date(untilMs).toISOString(),
    medianMs: medianMs(ofStretch) ?? 0,
  }))
}

/** Of the round trips that a clock could measure; the upper one of two in the middle. `null` when there is none. */
function medianMs(calls: readonly RoundTrip[]): number | null {
  const trips = calls
    .map(({ startedAt, endedAt }) => Date.parse(endedAt) - Date.parse(startedAt))
    .filter((ms) => ms >= 0 && ms <= LONGEST_MS)
    .sort((a, b) => a - b)
  return trips[Math.floor(trips.length / 2)] ?? null
}
