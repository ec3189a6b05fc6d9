import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { localDateOf } from '#shared/regulation/local-time.ts'
import type { MachineChannel } from '../channels/adapter.ts'
import { CHANNELS } from '../channels/registry.ts'
import type { Logger, Ports } from '../store/ports.ts'
import { propertyRows } from '../store/rows/property.ts'
import type { Store } from '../store/store.ts'
import type { AnswerFollower } from './answer-follower.ts'
import { createCallBreaker } from './call-breaker.ts'
import { observeProbe } from './circuit.ts'
import { type Connection, connectionOf } from './connection.ts'
import { type DrainResult, whenDrained } from './drain.ts'
import { createFlights, describe, type MayHold, type Question } from './flights.ts'
import { outboxLedger } from './ledger.ts'
import { openLine } from './line.ts'
import { outboxRows, type QueueCounts } from './outbox-rows.ts'
import { systemTimers, type Timers } from './timers.ts'
import { createWorkLoop, type LookedUp } from './work-loop.ts'

export interface OutboxOptions {
  readonly store: Store
  /** The property's channel; `null` when a person files, or its address is not known yet. */
  readonly channel: MachineChannel | null
  readonly ports: Ports
  readonly logger: Logger
  /** After every transaction that changed notices or the connection; which notices. */
  readonly onChange: (noticeIds: readonly string[]) => void
  /** Left out = answers are only written down. */
  readonly follower?: AnswerFollower
  readonly timers?: Timers
}

/**
 * `answered`: the notice is where the service's answer puts it. `held`: the service asked to be left alone (Retry-After), nothing was
 * sent. `not_asked`: nothing to ask, or nobody to ask.
 */
export type Reconciliation = LookedUp | 'held'

/** Takes ready notices to the service and brings back the answers. One flight at a time. */
export interface Outbox {
  /** Wakes what a dead process left `sending`, and begins to work. */
  start(): void
  /** Lets the call in hand end (at most `graceMs`), breaks it off otherwise, saves its outcome, closes the channel. */
  stop(graceMs?: number): Promise<void>
  /** Something may be sendable now. */
  wake(): void
  /** The PC is about to sleep: the call in hand is broken off (its notices are asked about later), none begins. */
  suspend(): void
  /** The PC slept, or may have: everything begins afresh on new connections, at once. */
  wakeUp(): void
  /** Skips back-offs and a pause, never a Retry-After. Answers how many of these can go by themselves. */
  sendNow(noticeIds: readonly string[]): number
  /** No new call from now on; remembered over a restart. */
  pause(): void
  resume(): void
  /** Asks the service about an `unknown`, `deferred` or `duplicate` notice, now. */
  reconcile(noticeId: string): Promise<Reconciliation>
  /** Asks whether the service is there, now, unless it asked to be left alone. */
  checkConnection(): Promise<void>
  /**
   * Puts a question that changes nothing about any notice, in turn with the flights. Its Retry-After holds the line like any other. `held` =
   * not asked, the service wants to be left alone; `nobody` = there is no machine to ask.
   */
  question<T extends MayHold>(put: Question<T>): Promise<T | 'held' | 'nobody'>
  /** Works until nothing can go by itself any more – or, without `untilEmpty`, until everything left has to wait – or time is up. */
  drain(options: { readonly untilEmpty: boolean; readonly timeoutMs: number }): Promise<DrainResult>
  connection(): Connection
  /** Milliseconds this PC is ahead of the service's clock; `null` before the first answer. */
  aheadOfServerMs(): number | null
}

const DEFAULT_GRACE_MS = 5_000

/** Notices wait in the register, so an outbox may be stopped, killed and made again at any moment. */
export function createOutbox(options: OutboxOptions): Outbox {
  const { store, channel, ports, logger, onChange } = options
  const timers = options.timers ?? systemTimers
  const { clock } = ports
  const rows = outboxRows(store)
  const properties = propertyRows(store)
  const capabilities = channel?.capabilities ?? CHANNELS[properties.find()?.channel ?? 'assisted-portal']
  const ledger = outboxLedger(store, rows, capabilities, options.follower)
  const line = openLine(store, rows, channel?.capabilities.id ?? null)
  const breaker = createCallBreaker()
  const today = (): CalendarDate => localDateOf(clock.now(), properties.find()?.zone ?? 'UTC')
  const flights =
    channel === null
      ? null
      : createFlights({
          store,
          rows,
          ledger,
          line,
          channel,
          timers,
          logger,
          today,
          breaker,
          isStopping: () => loop.isStopping(),
          onChange,
        })
  const caller = flights === null || channel === null ? null : { flights, channel }
  const loop = createWorkLoop({
    store,
    clock,
    rows,
    ledger,
    line,
    capabilities,
    caller,
    breaker,
    timers,
    logger,
    today,
    onChange,
  })
  const canAsk = capabilities.reconcile === 'by_client_id' && flights !== null
  /** How often somebody paused: what was asked for before, and still waits for the call in hand, is not done any more. */
  let pauses = 0

  function changePause(isPaused: boolean): void {
    line.press(isPaused)
    if (isPaused) pauses++
    onChange([])
    loop.lookAgain()
  }

  /** At a property that files by hand, what is ready waits for a person. */
  function counts(): QueueCounts {
    const all = rows.counts(today())
    return flights !== null ? all : { ...all, pending: 0, needsPerson: all.needsPerson + all.pending }
  }

  function instantAt(monotonicMs: number): IsoInstant {
    return new Date(clock.now() + Math.round(monotonicMs - clock.monotonicMs())).toISOString()
  }

  return {
    start: () => loop.start(),

    async stop(graceMs = DEFAULT_GRACE_MS) {
      await loop.stop(graceMs)
      channel?.close()
    },

    wake() {
      try {
        line.forgetEndedWaits()
      } catch (error) {
        logger.error({ error: describe(error) }, 'the queue could not be read')
      }
      loop.lookAgain()
    },
    suspend: () => loop.suspend(),
    wakeUp: () => loop.wakeUp(),

    sendNow(noticeIds) {
      const day = today()
      const records = noticeIds.map((id) => ledger.find(id)).filter((record) => record !== undefined)
      const going = records.filter(({ state, arrivalDate }) =>
        state === 'ready' ? arrivalDate <= day : state === 'unknown' || state === 'deferred' || state === 'sending',
      )
      if (flights === null || going.length === 0) return 0
      store.transaction(() => {
        for (const { id } of going) {
          rows.endWait(id)
          ledger.askAgain(id)
        }
      })
      for (const { id } of going) line.waits.end(id)
      line.letPass(going.map(({ id }) => id))
      line.probeNow()
      onChange(going.map(({ id }) => id))
      loop.lookAgain()
      return going.length
    },

    pause: () => changePause(true),
    resume: () => changePause(false),

    async reconcile(noticeId) {
      if (!canAsk || loop.isStopping()) return 'not_asked'
      const pausesBefore = pauses
      return loop.exclusively(async () => {
        if (pauses > pausesBefore) return 'not_asked'
        const state = ledger.find(noticeId)?.state
        if (loop.isStopping() || (state !== 'unknown' && state !== 'deferred' && state !== 'duplicate')) return 'not_asked'
        return line.isHeld() ? 'held' : loop.lookUp([noticeId])
      })
    },

    async checkConnection() {
      if (flights === null || loop.isStopping()) return
      await loop.exclusively(async () => {
        if (loop.isStopping() || line.isHeld()) return
        // "Up" does not yet mean that notices are taken: the next one may find out at once.
        const { isUp } = await flights.ask((answer) => (answer.isUp ? { kind: 'answers' } : observeProbe(answer)))
        if (isUp) line.probeNow()
      })
    },

    async question(put) {
      if (flights === null || loop.isStopping()) return 'nobody'
      return loop.exclusively(async () => {
        if (loop.isStopping()) return 'nobody'
        return line.isHeld() ? 'held' : flights.question(put)
      })
    },

    async drain({ untilEmpty, timeoutMs }) {
      const acceptedBefore = flights?.acceptedCount() ?? 0
      const hasWork = (): boolean => flights !== null && !loop.isStopping() && !line.link().isPaused && counts().pending > 0
      await whenDrained({ loop, timers, logger, hasWork, untilEmpty, timeoutMs })
      const left = counts()
      return { ...left, isEmpty: left.pending === 0, accepted: (flights?.acceptedCount() ?? 0) - acceptedBefore }
    },

    connection() {
      if (flights !== null) return connectionOf(line, loop.nextStepAtMs(), instantAt)
      const state = capabilities.submission === 'machine' ? 'unknown' : 'by_hand'
      return { state, since: null, cause: null, nextProbeAt: null }
    },

    aheadOfServerMs: () => flights?.aheadOfServerMs() ?? null,
  }
}
