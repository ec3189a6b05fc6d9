import { z } from 'zod'
import { CAUSES, type Cause } from '#shared/domain/channel.ts'
import type { Clock } from '#shared/domain/clock.ts'
import type { Settings } from '../store/settings.ts'
import { SettingDamagedError } from '../store/settings.ts'
import { type Circuit, CLOSED, circuitAfter, type Observation, probeDelayMs } from './circuit.ts'
import { BACK_OFF_CAP_MS, MAX_HOLD_MS } from './retry-policy.ts'

/** What the outbox knows about its channel. Instants are on the monotonic clock, in milliseconds. */
export interface Link {
  /** Someone pressed Pause. */
  readonly isPaused: boolean
  /** The service asked to be left alone. */
  readonly hold: { readonly cause: Cause; readonly untilMs: number } | null
  readonly circuit: Circuit
  /** When an open circuit may probe. */
  readonly probeAtMs: number
}

export const NEW_LINK: Link = { isPaused: false, hold: null, circuit: CLOSED, probeAtMs: 0 }

export interface LinkChance {
  readonly nowMs: number
  readonly isUrgent: boolean
  readonly random: number
}

/** The link after one call. A hold is only ever prolonged: a second answer does not cut a first one short. */
export function linkAfter(link: Link, observation: Observation, holdMs: number | null, chance: LinkChance): Link {
  const circuit = circuitAfter(link.circuit, observation)
  const hasFailedOpen = circuit.state === 'open' && observation.kind === 'fails'
  const probeAtMs = hasFailedOpen ? chance.nowMs + probeDelayMs(circuit.failedProbes, chance) : link.probeAtMs
  return { ...link, circuit, probeAtMs, hold: holdAfter(link.hold, observation, holdMs, chance.nowMs) }
}

function holdAfter(hold: Link['hold'], observation: Observation, holdMs: number | null, nowMs: number): Link['hold'] {
  const cause = observation.kind === 'fails' ? observation.cause : 'rate_limited'
  const asked = holdMs === null ? null : { cause, untilMs: nowMs + holdMs }
  const latest = asked !== null && asked.untilMs > (hold?.untilMs ?? 0) ? asked : hold
  return latest !== null && latest.untilMs > nowMs ? latest : null
}

const spanSchema = z.object({ setAt: z.iso.datetime(), until: z.iso.datetime() })
type Span = z.infer<typeof spanSchema>

const storedLinkSchema = z.object({
  isPaused: z.boolean(),
  hold: spanSchema.extend({ cause: z.enum(CAUSES) }).nullable(),
  circuit: z.discriminatedUnion('state', [
    z.object({ state: z.literal('closed'), failures: z.number().int().min(0) }),
    z.object({ state: z.literal('open'), cause: z.enum(CAUSES), failedProbes: z.number().int().min(0) }),
  ]),
  probe: spanSchema.nullable(),
})

const KEY = 'outbox.link'

/** Writes the link down: a crash forgets neither a Retry-After nor a pause. Belongs in the transaction of what it follows from. */
export function saveLink(settings: Settings, link: Link, clock: Clock): void {
  const spanUntil = (untilMs: number): Span => {
    const now = clock.now()
    return {
      setAt: new Date(now).toISOString(),
      until: new Date(now + Math.max(0, Math.round(untilMs - clock.monotonicMs()))).toISOString(),
    }
  }
  const stored: z.infer<typeof storedLinkSchema> = {
    isPaused: link.isPaused,
    hold: link.hold === null ? null : { cause: link.hold.cause, ...spanUntil(link.hold.untilMs) },
    circuit: link.circuit,
    probe: link.circuit.state === 'open' ? spanUntil(link.probeAtMs) : null,
  }
  settings.set(KEY, stored)
}

/** The link as the last process left it. One that cannot be read is a new one: it must not stop the notices. */
export function loadLink(settings: Settings, clock: Clock): Link {
  const stored = readStored(settings)
  if (stored === undefined) return NEW_LINK
  const nowMs = clock.monotonicMs()
  const holdMs = stored.hold === null ? 0 : remainingMs(stored.hold, clock.now(), MAX_HOLD_MS)
  return {
    isPaused: stored.isPaused,
    hold: stored.hold !== null && holdMs > 0 ? { cause: stored.hold.cause, untilMs: nowMs + holdMs } : null,
    circuit: stored.circuit,
    probeAtMs: stored.probe === null ? nowMs : nowMs + remainingMs(stored.probe, clock.now(), BACK_OFF_CAP_MS),
  }
}

function readStored(settings: Settings): z.infer<typeof storedLinkSchema> | undefined {
  try {
    return settings.get(KEY, storedLinkSchema)
  } catch (error) {
    if (error instanceof SettingDamagedError) return undefined
    throw error
  }
}

/**
 * What is left of a wait written down on the wall clock. A clock that went back behind its beginning makes the whole wait count
 * again, and no clock makes it longer than the longest wait there is.
 */
export function remainingMs(span: Span, nowMs: number, maxMs: number): number {
  const fromMs = Math.max(nowMs, Date.parse(span.setAt))
  return Math.min(Math.max(0, Date.parse(span.until) - fromMs), maxMs)
}
