import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ChannelCapabilities } from '#shared/domain/channel.ts'
import type { Clock } from '#shared/domain/clock.ts'
import type { MachineChannel } from '../channels/adapter.ts'
import type { Logger } from '../store/ports.ts'
import type { Store } from '../store/store.ts'
import type { CallBreaker } from './call-breaker.ts'
import { observeProbe } from './circuit.ts'
import { describe, type Flights, SAVE_RETRY_MS } from './flights.ts'
import type { OutboxLedger } from './ledger.ts'
import type { Line } from './line.ts'
import { createMissingReceipts } from './missing-receipts.ts'
import { IDLE_PROBE_MS, nextStep, type Situation, type Step } from './next-step.ts'
import type { OutboxRows } from './outbox-rows.ts'
import { BACK_OFF_CAP_MS } from './retry-policy.ts'
import type { Timers } from './timers.ts'

export interface WorkLoopOptions {
  readonly store: Store
  readonly clock: Clock
  readonly rows: OutboxRows
  readonly ledger: OutboxLedger
  readonly line: Line
  readonly capabilities: ChannelCapabilities
  /** `null` = nobody to call: the loop only wakes what a dead process left. */
  readonly caller: { readonly flights: Flights; readonly channel: MachineChannel } | null
  readonly breaker: CallBreaker
  readonly timers: Timers
  readonly logger: Logger
  readonly today: () => CalendarDate
  readonly onChange: (noticeIds: readonly string[]) => void
}

export type LookedUp = 'answered' | 'no_answer' | 'not_asked'

/** Decides what is done next, does it, and looks again; one call at a time. */
export interface WorkLoop {
  start(): void
  /** Lets the call in hand end (at most `graceMs`), breaks it off otherwise, saves its outcome. Nothing begins afterwards. */
  stop(graceMs: number): Promise<void>
  isStopping(): boolean
  /** Something may be to do now. */
  lookAgain(): void
  /** The PC is about to sleep: breaks off the call in hand, begins none. */
  suspend(): void
  /** The PC slept or may have: breaks off a call that began before, lets go of idle connections, and tries at once. */
  wakeUp(): void
  /** In turn with everything else that calls. */
  exclusively<T>(work: () => Promise<T>): Promise<T>
  /** Asks about these by one question; belongs inside {@link exclusively}. How it went with the first. */
  lookUp(noticeIds: readonly string[]): Promise<LookedUp>
  /** `listener` hears whenever there is nothing to do but wait. Answers how to end that. */
  onQuiet(listener: () => void): () => void
  /** When the loop looks again, on the monotonic clock; `null` = before the start, or while a call is in hand. */
  nextStepAtMs(): number | null
}

export function createWorkLoop(options: WorkLoopOptions): WorkLoop {
  const { store, clock, rows, ledger, line, capabilities, caller, breaker, timers, logger, today, onChange } = options
  const canAsk = caller?.channel.capabilities.reconcile === 'by_client_id'
  const missingReceipts = createMissingReceipts(clock, (since) => rows.withoutReceipt(since))
  const quietListeners = new Set<() => void>()
  let isStarted = false
  let isStopping = false
  /** Ends sleep that nobody ended, counted in time in which the PC ran. */
  let cancelAwakening: (() => void) | null = null
  /** Ends when the flight in hand has ended. */
  let inHand: Promise<void> | null = null
  /** A claim whose saving was in doubt may have left notices `sending` as a dead process does. */
  let mayHoldInterrupted = true
  let cancelTimer: (() => void) | null = null
  let nextStepAtMs: number | null = null

  function schedule(delayMs: number): void {
    cancelTimer?.()
    cancelTimer = null
    if (!isStarted || isStopping) return
    nextStepAtMs = clock.monotonicMs() + delayMs
    cancelTimer = timers.after(delayMs, () => {
      cancelTimer = null
      tick()
    })
  }

  function tick(): void {
    if (inHand !== null || isStopping || cancelAwakening !== null) return
    const step = decide()
    if (step.kind !== 'wait') {
      exclusively(() => perform(step)).catch((error: unknown) => logger.error({ error: describe(error) }, 'outbox step failed'))
      return
    }
    schedule(step.ms)
    for (const notify of quietListeners) notify()
  }

  function decide(): Step {
    try {
      wakeInterrupted()
      return caller === null ? { kind: 'wait', ms: BACK_OFF_CAP_MS } : nextStep(situation(caller.flights.lastCallAtMs()))
    } catch (error) {
      logger.error({ error: describe(error) }, 'the queue could not be read')
      return { kind: 'wait', ms: SAVE_RETRY_MS }
    }
  }

  function situation(lastCallAtMs: number | null): Situation {
    const { waits } = line
    const { isPaused, hold, circuit, probeAtMs } = line.link()
    const nowMs = clock.monotonicMs()
    return {
      isPaused,
      holdMs: hold === null ? 0 : hold.untilMs - nowMs,
      circuit,
      probeMs: probeAtMs - nowMs,
      canLookUp: () => canAsk && line.mayLetPass() && rows.isAnyAskable(line.isPassedOver, line.passedOverCount()),
      canSend: () => line.mayLetPass() && rows.isAnyClaimable(today(), line.isPassedOver, line.passedOverCount()),
      canFetchReceipt: () => caller?.channel.fetchReceipt !== undefined && missingReceipts.next() !== null,
      nextWaitMs: waits.nextMs(),
      reach: line.contact().reach,
      sinceLastCallMs: lastCallAtMs === null ? null : nowMs - lastCallAtMs,
    }
  }

  async function perform(step: Exclude<Step, { kind: 'wait' }>): Promise<void> {
    switch (step.kind) {
      case 'send':
        return caller?.flights.send(step.isProbe ? 1 : (caller.channel.batchLimit?.() ?? capabilities.maxBatch))
      case 'look_up': {
        const limit = caller?.channel.lookUpMany === undefined ? 1 : capabilities.maxBatch
        await lookUp(rows.askable(limit, line.isPassedOver, line.passedOverCount()).map(({ id }) => id))
        return
      }
      case 'fetch_receipt': {
        const noticeId = missingReceipts.next()
        if (noticeId === null) return
        // Ends before it begins: a disk that refuses the receipt must not make this a hot loop.
        missingReceipts.ended(noticeId, false)
        if ((await caller?.flights.fetchReceipt(noticeId)) === true) missingReceipts.ended(noticeId, true)
        return
      }
      case 'ask':
        await caller?.flights.ask(observeProbe)
    }
  }

  /** Asks about these by one question. How it went with the first. */
  async function lookUp(noticeIds: readonly string[]): Promise<LookedUp> {
    const answers = (await caller?.flights.lookUp(noticeIds)) ?? []
    for (const noticeId of noticeIds.filter((_id, index) => answers[index] === undefined)) {
      logger.error({ noticeId }, 'a notice could not be read to ask about it')
      line.waits.set(noticeId, BACK_OFF_CAP_MS, true)
    }
    const [first] = answers
    if (first === undefined) return 'not_asked'
    return first.kind === 'no_answer' ? 'no_answer' : 'answered'
  }

  /** One flight at a time, whoever wants it. Afterwards the loop looks again. */
  async function exclusively<T>(work: () => Promise<T>): Promise<T> {
    while (inHand !== null) await inHand
    const { promise, resolve } = Promise.withResolvers<void>()
    inHand = promise
    let delayMs = SAVE_RETRY_MS
    try {
      const value = await work()
      delayMs = 0
      return value
    } catch (error) {
      mayHoldInterrupted = true
      throw error
    } finally {
      inHand = null
      resolve()
      schedule(delayMs)
    }
  }

  function wakeInterrupted(): void {
    if (!mayHoldInterrupted) return
    const { woken, doubted } = store.transaction(() => ({ woken: ledger.wakeInterrupted(), doubted: ledger.doubtRestored() }))
    mayHoldInterrupted = false
    if (woken.length > 0) logger.warn({ notices: woken.length }, 'notices were left in sending; they will be asked about')
    if (doubted.length > 0) logger.warn({ notices: doubted.length }, 'a backup was restored; ready notices will be asked about')
    if (woken.length + doubted.length > 0) onChange([...woken, ...doubted])
  }

  function lookAgain(): void {
    if (inHand === null) schedule(0)
  }

  function awaken(): void {
    cancelAwakening?.()
    cancelAwakening = null
    breaker.breakOff()
    caller?.channel.dropConnections?.()
    line.probeNow()
    lookAgain()
  }

  return {
    start() {
      isStarted = true
      schedule(0)
    },
    async stop(graceMs) {
      isStopping = true
      cancelTimer?.()
      cancelAwakening?.()
      for (const notify of quietListeners) notify()
      const cancelGrace = timers.after(graceMs, () => breaker.breakOff())
      while (inHand !== null) await inHand
      cancelGrace()
    },
    isStopping: () => isStopping,
    lookAgain,
    suspend() {
      if (isStopping) return
      cancelAwakening ??= timers.after(IDLE_PROBE_MS, awaken)
      breaker.breakOff()
    },
    wakeUp: () => {
      if (!isStopping) awaken()
    },
    exclusively,
    lookUp,
    onQuiet(listener) {
      quietListeners.add(listener)
      return () => void quietListeners.delete(listener)
    },
    nextStepAtMs: () => (inHand === null ? nextStepAtMs : null),
  }
}
