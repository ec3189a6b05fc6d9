import type { Register } from '#electron/desk/register.ts'
import type { Delivery as Row } from '#electron/store/rows/deliveries.ts'
import { DELIVERY_WAYS, type DeliveryWay } from '#shared/contract/delivery-schemas.ts'
import { openDeliveryQueue } from './delivery-queue.ts'
import type { SendOutcome } from './message.ts'
import { type FileMaker, messageOf, NoReportError } from './message-of.ts'
import { planDayReports, planSummaries } from './plan-reports.ts'
import { planWarnings } from './plan-warnings.ts'
import type { PrinterPort } from './ways/printer.ts'
import { DEADLINE_MS, type WaysOut, wayOut } from './ways-out.ts'

/** What leaves the desk for people who are not at it. Works while nobody is there. */
export interface Delivery {
  readonly printer: PrinterPort
  /** From now on by itself, at each {@link tick}. */
  start(): void
  /** Lets what is under way end (a moment), breaks it off otherwise, saves how it ended. */
  stop(): Promise<void>
  /** Looks at the clock and at what waits. */
  tick(): void
  /** The line may be back, or settings have changed: nothing waits for its back-off any more. */
  wake(): void
  /** The same as a tick, now and to its end, also where nothing goes by itself; of one way, or of all. */
  run(way?: DeliveryWay): Promise<void>
}

export interface DeliveryOptions extends WaysOut {
  readonly register: Register
  readonly files: FileMaker
}

const STOP_GRACE_MS = 3_000

export function openDelivery(options: DeliveryOptions): Delivery {
  const { register } = options
  const { logger } = register
  const queue = openDeliveryQueue(register)
  const stopping = new AbortController()
  /** One flight per way: a mail server that hangs keeps no warning from the telephone. */
  const flights = new Map<DeliveryWay, Promise<void>>()
  /** Ended, and the disk did not take it yet. */
  const unsaved: { readonly delivery: Row; readonly outcome: SendOutcome }[] = []
  let isStarted = false

  function changed(): void {
    register.changed(['delivery', 'status'], null)
  }

  /** A disk that does not take it is said by the register itself; the next tick tries again. */
  function attempt(what: string, work: () => void): boolean {
    try {
      work()
      return true
    } catch (error) {
      logger.warn({ kind: error instanceof Error ? error.name : 'unknown' }, what)
      return false
    }
  }

  function plan(): void {
    for (const planOne of [planDayReports, planSummaries, planWarnings]) {
      attempt('deliveries could not be planned', () => {
        const save = planOne(register)
        if (save === null) return
        register.write(save)
        changed()
      })
    }
  }

  function saveUnsaved(): boolean {
    for (let first = unsaved[0]; first !== undefined; first = unsaved[0]) {
      const { delivery, outcome } = first
      if (!attempt('how a delivery ended could not be saved', () => queue.settle(delivery, outcome))) return false
      unsaved.shift()
      changed()
    }
    return attempt('interrupted deliveries could not be woken', () => queue.wakeInterrupted())
  }

  async function perform(delivery: Row): Promise<SendOutcome> {
    const send = wayOut(register, delivery.way, options)
    if (send === null) return { kind: 'refused', cause: 'not_set_up' }
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(DEADLINE_MS[delivery.way])])
    try {
      const message = await messageOf(register, delivery, options.files)
      return await send(message, delivery.address, signal)
    } catch (error) {
      const isReport = error instanceof NoReportError
      logger.error({ delivery: delivery.id, way: delivery.way, kind: kindOf(error) }, 'a delivery could not be made')
      return isReport
        ? { kind: 'not_sent', cause: 'no_report', retryAfterMs: null }
        : { kind: 'refused', cause: 'program_error' }
    }
  }

  function claim(way: DeliveryWay): Row | null {
    try {
      return queue.claim(way)
    } catch (error) {
      logger.warn({ way, kind: kindOf(error) }, 'a delivery could not be claimed')
      return null
    }
  }

  /** Everything that may go this way now, one after the other. */
  async function fly(way: DeliveryWay): Promise<void> {
    while (!stopping.signal.aborted) {
      const delivery = claim(way)
      if (delivery === null) return
      changed()
      const outcome = await perform(delivery)
      unsaved.push({ delivery, outcome })
      if (!saveUnsaved()) return
    }
  }

  async function pump(ways: readonly DeliveryWay[]): Promise<void> {
    if (stopping.signal.aborted || !saveUnsaved()) return
    for (const way of ways) {
      if (flights.has(way)) continue
      const flight = fly(way)
        .catch((error: unknown) => logger.error({ way, kind: kindOf(error) }, 'deliveries stopped'))
        .finally(() => flights.delete(way))
      flights.set(way, flight)
    }
    await landed(ways)
  }

  async function landed(ways: readonly DeliveryWay[]): Promise<void> {
    await Promise.all(ways.flatMap((way) => flights.get(way) ?? []))
  }

  return {
    printer: options.printer,
    start() {
      isStarted = true
      this.tick()
    },
    async stop() {
      isStarted = false
      const grace = setTimeout(() => stopping.abort(), STOP_GRACE_MS)
      await landed(DELIVERY_WAYS)
      clearTimeout(grace)
      stopping.abort()
    },
    tick() {
      if (!isStarted) return
      plan()
      void pump(DELIVERY_WAYS)
    },
    wake() {
      queue.forgetWaits()
      this.tick()
    },
    async run(way) {
      const ways = way === undefined ? DELIVERY_WAYS : [way]
      plan()
      queue.forgetWaits()
      // What flies already took its place before; what is new comes after it.
      await landed(ways)
      await pump(ways)
    },
  }
}

function kindOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
