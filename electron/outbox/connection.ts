import type { z } from 'zod'
import type { statusSchema } from '#shared/contract/schemas.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import type { Line } from './line.ts'

export type Connection = z.infer<typeof statusSchema>['connection']

/** The line as people see it. `nextStepAtMs`: when the queue looks again; `instantAt` puts a monotonic time on the wall clock. */
export function connectionOf(
  line: Line,
  nextStepAtMs: number | null,
  instantAt: (monotonicMs: number) => IsoInstant,
): Connection {
  const { reach, since, cause } = line.contact()
  const { isPaused, hold } = line.link()
  if (isPaused) return { state: 'paused', since, cause, nextProbeAt: null }
  if (hold !== null && line.isHeld()) return { state: 'held', since, cause: hold.cause, nextProbeAt: instantAt(hold.untilMs) }
  if (reach !== 'unreachable') return { state: reach, since, cause, nextProbeAt: null }
  const nextProbeAt = nextStepAtMs === null ? null : instantAt(nextStepAtMs)
  return { state: cause === 'sign_in_refused' ? 'sign_in_refused' : 'unreachable', since, cause, nextProbeAt }
}
