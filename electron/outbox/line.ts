import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { Cause, ChannelId } from '#shared/domain/channel.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { instantNow } from '../store/ports.ts'
import type { Store } from '../store/store.ts'
import type { Observation } from './circuit.ts'
import type { Settled } from './ledger.ts'
import { type Link, linkAfter, loadLink, remainingMs, saveLink } from './link.ts'
import type { Reach } from './next-step.ts'
import type { OutboxRows } from './outbox-rows.ts'
import { BACK_OFF_CAP_MS, MAX_HOLD_MS } from './retry-policy.ts'
import { createWaits, type Waits } from './waits.ts'

/** Whether the service could be reached, as the last call told. */
export interface Contact {
  readonly reach: Reach
  /** Since when; `null` before the first call. */
  readonly since: IsoInstant | null
  readonly cause: Cause | null
}

/** All that follows from one call. */
export interface Consequence {
  readonly settled: readonly Settled[]
  readonly observation: Observation
  /** The service asked to be left alone for so long. */
  readonly holdMs: number | null
}

/** What is known about the channel, in memory and on disk: hold, circuit, pause, who waits, the outage journal. */
export interface Line {
  link(): Link
  contact(): Contact
  readonly waits: Waits
  isHeld(): boolean
  /** Not this one, not now: it waits, or the queue is paused and nobody asked for it. */
  isPassedOver(id: string): boolean
  /** False = every notice is passed over, without looking at any. */
  mayLetPass(): boolean
  /** How many may have to be passed over to find the first that is not. */
  passedOverCount(): number
  /** Waits that an act of a person has ended on the file end here too: what was corrected has a first try of its own. */
  forgetEndedWaits(): void
  /** A person wants these sent although the queue is paused. Ends with the next pause or resume. */
  letPass(ids: readonly string[]): void
  /** Writes a consequence down; belongs in the transaction that settles the notices. The answer takes it over, after the commit. */
  follow(consequence: Consequence, today: CalendarDate): () => void
  /** Pause or resume, on disk first. Pressed a second time, pause stops also what was asked for by name in between. */
  press(isPaused: boolean): void
  /** The next probe of an open circuit may go at once. Not remembered. */
  probeNow(): void
}

/** The line as the last process left it. */
export function openLine(store: Store, rows: OutboxRows, channel: ChannelId | null): Line {
  const { clock } = store.ports
  const waits = createWaits(clock)
  let link = loadLink(store.settings, clock)
  let contact: Contact = { reach: 'unknown', since: null, cause: null }
  const askedFor = new Set<string>()
  if (channel !== null) restore(channel)

  function restore(id: ChannelId): void {
    const outage = rows.openOutage(id)
    if (outage !== undefined) contact = { reach: 'unreachable', since: outage.startedAt, cause: outage.cause }
    for (const wait of rows.waiting()) {
      const span = { setAt: instantNow(clock), until: wait.until }
      waits.set(wait.id, remainingMs(span, clock.now(), wait.isDeferred ? MAX_HOLD_MS : BACK_OFF_CAP_MS), wait.isDeferred)
    }
  }

  function contactAfter(observation: Observation, next: Link): Contact {
    const since = instantNow(clock)
    if (observation.kind === 'fails') {
      // A mistake of our own says nothing about the line.
      if (observation.cause === 'program_error') return contact
      const { cause } = observation
      return contact.reach === 'unreachable' ? { ...contact, cause } : { reach: 'unreachable', since, cause }
    }
    // Where notices failed, an answered question does not yet end the outage.
    if (observation.kind === 'answers' && next.circuit.state === 'open') return contact
    return contact.reach === 'online' ? contact : { reach: 'online', since, cause: null }
  }

  function journal(next: Contact): void {
    if (channel === null || next.reach === contact.reach) return
    const open = rows.openOutage(channel)
    if (next.reach === 'unreachable' && next.cause !== null && open === undefined) {
      rows.startOutage(store.ports.newId(), channel, instantNow(clock), next.cause)
    }
    if (next.reach === 'online' && open !== undefined) rows.endOutage(instantNow(clock))
  }

  return {
    link: () => link,
    contact: () => contact,
    waits,
    isHeld: () => link.hold !== null && link.hold.untilMs > clock.monotonicMs(),
    isPassedOver: (id) => waits.isWaiting(id) || (link.isPaused && !askedFor.has(id)),
    mayLetPass: () => !link.isPaused || askedFor.size > 0,
    passedOverCount: () => (link.isPaused && askedFor.size > 0 ? rows.openCount() : waits.count()),

    forgetEndedWaits() {
      if (waits.count() === 0) return
      const kept = new Set(rows.waiting().map(({ id }) => id))
      for (const id of waits.ids()) if (!kept.has(id)) waits.end(id)
    },

    letPass(ids) {
      for (const id of ids) askedFor.add(id)
    },

    follow({ settled, observation, holdMs }, today) {
      const chance = { nowMs: clock.monotonicMs(), isUrgent: rows.isUrgent(today), random: store.ports.random() }
      const next = linkAfter(link, observation, holdMs, chance)
      const nextContact = contactAfter(observation, next)
      const recovered = nextContact.reach === 'online' && contact.reach !== 'online' ? waits.onTheLine() : []
      journal(nextContact)
      for (const id of recovered) rows.endWait(id)
      saveLink(store.settings, next, clock)
      return () => {
        link = next
        contact = nextContact
        for (const id of recovered) waits.end(id)
        for (const { notificationId, plan } of settled) waits.set(notificationId, plan.waitMs ?? 0, plan.isOwnWait)
      }
    },

    press(isPaused) {
      const next = { ...link, isPaused }
      store.transaction(() => saveLink(store.settings, next, clock))
      askedFor.clear()
      link = next
    },

    probeNow() {
      link = { ...link, probeAtMs: clock.monotonicMs() }
    },
  }
}
