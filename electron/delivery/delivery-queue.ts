import { THE_DESK } from '#electron/desk/caller.ts'
import type { Register } from '#electron/desk/register.ts'
import { MAX_HOLD_MS } from '#electron/outbox/retry-policy.ts'
import type { Delivery } from '#electron/store/rows/deliveries.ts'
import type { DeliveryWay } from '#shared/contract/delivery-schemas.ts'
import { planAfter } from './delivery-policy.ts'
import { recipientsOf } from './delivery-settings.ts'
import type { SendOutcome } from './message.ts'
import { whyObsolete, withdraw } from './plan-warnings.ts'

/** The rows of what is to be delivered, and who waits for how long. Knows no way out. */
export interface DeliveryQueue {
  /** Takes the next one that may go this way, and writes down that it is being tried. Throws `StoreWriteError`. */
  claim(way: DeliveryWay): Delivery | null
  /** Saves how a try ended. Throws `StoreWriteError`; to be called again then. */
  settle(delivery: Delivery, outcome: SendOutcome): void
  /** What a process that died was in the middle of: nobody knows whether it arrived. Once per start. Throws `StoreWriteError`. */
  wakeInterrupted(): void
  /** No wait of this desk's own counts any more; one that the other side asked for does. */
  forgetWaits(): void
}

export function openDeliveryQueue(register: Register): DeliveryQueue {
  const { rows, ports } = register
  const { deliveries } = rows
  /** By id, on the monotonic clock. */
  const waits = new Map<string, number>()
  /** In the hands of this process. */
  const inHand = new Set<string>()

  function mayGo({ id, holdUntil }: Delivery): boolean {
    if ((waits.get(id) ?? Number.NEGATIVE_INFINITY) > ports.clock.monotonicMs()) return false
    const heldMs = holdUntil === null ? 0 : Date.parse(holdUntil) - ports.clock.now()
    // Longer than any hold: the clock was set back.
    return heldMs <= 0 || heldMs > MAX_HOLD_MS
  }

  function save(delivery: Delivery, outcome: SendOutcome): void {
    const isUrgent = isAboutDeadlines(delivery)
    const { attempts, doubts } = delivery
    const plan = planAfter(outcome, { attempt: attempts, doubts, isUrgent, random: ports.random() })
    const endedAt = register.now()
    const isEnded = plan.state !== 'waiting'
    deliveries.endAttempt(delivery.id, { outcome: outcome.kind, cause: plan.cause, endedAt })
    deliveries.settle(delivery.id, {
      state: plan.state,
      cause: plan.cause,
      holdUntil: plan.holdMs === null ? null : new Date(ports.clock.now() + plan.holdMs).toISOString(),
      endedAt: isEnded ? endedAt : null,
      place: outcome.kind === 'done' ? outcome.place : null,
      isDoubt: outcome.kind === 'unknown',
    })
    if (isEnded) waits.delete(delivery.id)
    else waits.set(delivery.id, ports.clock.monotonicMs() + plan.waitMs)
    if (!isEnded || !isUrgent) return
    // Part of the measures a hotel has taken: in the chain, by whom and when, without where.
    register.store.audit.append({
      actor: THE_DESK,
      action: 'delivery.warning_ended',
      subject: null,
      stayId: null,
      details: { delivery: delivery.id, kind: delivery.content.kind, way: delivery.way, state: plan.state, cause: plan.cause },
    })
  }

  /** The one claimed, `null` when it went out of the queue instead. */
  function take(delivery: Delivery): Delivery | null {
    const recipient = recipientsOf(register).find(({ id, way }) => id === delivery.recipientId && way === delivery.way)
    const why = recipient === undefined ? 'recipient_gone' : whyObsolete(register, delivery)
    return register.write(() => {
      if (recipient === undefined || why !== null) {
        withdraw(register, delivery, why ?? 'recipient_gone')
        return null
      }
      deliveries.claim(delivery.id, { address: recipient.address, recipientName: recipient.name }, register.now())
      return deliveries.find(delivery.id) ?? null
    })
  }

  return {
    claim(way) {
      for (const waiting of deliveries.inState('waiting')) {
        if (waiting.way !== way || inHand.has(waiting.id) || !mayGo(waiting)) continue
        const claimed = take(waiting)
        if (claimed === null) continue
        inHand.add(claimed.id)
        return claimed
      }
      return null
    },
    settle(delivery, outcome) {
      register.write(() => save(delivery, outcome))
      inHand.delete(delivery.id)
    },
    wakeInterrupted() {
      const interrupted = deliveries.inState('sending').filter(({ id }) => !inHand.has(id))
      if (interrupted.length === 0) return
      register.write(() => {
        for (const delivery of interrupted) save(delivery, interruptedOutcome(delivery))
      })
      // Time has passed since: the one repeat need not wait.
      for (const { id } of interrupted) waits.delete(id)
    },
    forgetWaits: () => waits.clear(),
  }
}

/** A file is written whole or not at all, and a second time into the same one. */
function interruptedOutcome({ way }: Delivery): SendOutcome {
  return way === 'folder'
    ? { kind: 'not_sent', cause: 'process_died', retryAfterMs: null }
    : { kind: 'unknown', cause: 'process_died' }
}

/** Somebody's deadline hangs on it. */
function isAboutDeadlines({ content }: Delivery): boolean {
  return content.kind === 'warning' || content.kind === 'solved'
}
