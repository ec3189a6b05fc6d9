import type { z } from 'zod'
import type { statusSchema } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { localDateOf } from '#shared/regulation/local-time.ts'
import type { MachineChannel } from '../channels/adapter.ts'
import { CHANNELS } from '../channels/registry.ts'
import type { Logger, Ports } from '../store/ports.ts'
import { propertyRows } from '../store/rows/property.ts'
import type { Store } from '../store/store.ts'
import type { AnswerFollower } from './answer-follower.ts'
import { observeProbe } from './circuit.ts'
import { createFlights, describe, type MayHold, type Question, SAVE_RETRY_MS } from './flights.ts'
import { outboxLedger } from './ledger.ts'
import { openLine } from './line.ts'
import { createMissingReceipts } from './missing-receipts.ts'
import { nextStep, type Situation, type Step } from './next-step.ts'
import { outboxRows, type QueueCounts } from './outbox-rows.ts'
import { BACK_OFF_CAP_MS } from './retry-policy.ts'
import { systemTimers, type Timers } from './timers.ts'

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

export type Connection = z.infer<typeof statusSchema>['connection']

export type Reconciliation =
  /** The service answered; the notice is where its answer puts it. */
  | 'answered'
  | 'no_answer'
  /** The service asked to be left alone (Retry-After): nothing was sent. */
  | 'held'
  /** Nothing to ask, or nobody to ask. */
  | 'not_asked'

export interface DrainResult extends QueueCounts {
  readonly isEmpty: boolean
  /** Accepted while draining. */
  readonly accepted: number
}

/** Takes ready notices to the service and brings back the answers. One flight at a time. */
export interface Outbox {
  /** Wakes what a dead process left `sending`, and begins to work. */
  start(): void
  /** Lets the call in hand end (at most `graceMs`), breaks it off otherwise, saves its outcome, closes the channel. */
  stop(graceMs?: number): Promise<void>
  /** Something may be sendable now. */
  wake(): void
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
  const broken = new AbortController()
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
          broken: broken.signal,
          isStopping: () => isStopping,
          onChange,
        })
  const missingReceipts = createMissingReceipts(clock, (since) => rows.withoutReceipt(since))
  let isStarted = false
  let isStopping = false
  /** Ends when the flight in hand has ended. */
  let inHand: Promise<void> | null = null
  /** A claim whose saving was in doubt may have left notices `sending` as a dead process does. */
  let mayHoldInterrupted = true
  let cancelTimer: (() => void) | null = null
  let nextStepAtMs: number | null = null
  const onQuiet = new Set<() => void>()

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
    if (inHand !== null || isStopping) return
    const step = decide()
    if (step.kind !== 'wait') {
      exclusively(() => perform(step)).catch((error: unknown) => logger.error({ error: describe(error) }, 'outbox step failed'))
      return
    }
    schedule(step.ms)
    for (const notify of onQuiet) notify()
  }

  function decide(): Step {
    try {
      wakeInterrupted()
      return flights === null ? { kind: 'wait', ms: BACK_OFF_CAP_MS } : nextStep(situation(flights.lastCallAtMs()))
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
      canFetchReceipt: () => channel?.fetchReceipt !== undefined && missingReceipts.next() !== null,
      nextWaitMs: waits.nextMs(),
      reach: line.contact().reach,
      sinceLastCallMs: lastCallAtMs === null ? null : nowMs - lastCallAtMs,
    }
  }

  const canAsk = channel?.capabilities.reconcile === 'by_client_id'

  async function perform(step: Exclude<Step, { kind: 'wait' }>): Promise<void> {
    switch (step.kind) {
      case 'send':
        return flights?.send(step.isProbe ? 1 : (channel?.batchLimit?.() ?? capabilities.maxBatch))
      case 'look_up': {
        const limit = channel?.lookUpMany === undefined ? 1 : capabilities.maxBatch
        await lookUp(rows.askable(limit, line.isPassedOver, line.passedOverCount()).map(({ id }) => id))
        return
      }
      case 'fetch_receipt': {
        const noticeId = missingReceipts.next()
        if (noticeId === null) return
        // Ends before it begins: a disk that refuses the receipt must not make this a hot loop.
        missingReceipts.ended(noticeId, false)
        if ((await flights?.fetchReceipt(noticeId)) === true) missingReceipts.ended(noticeId, true)
        return
      }
      case 'ask':
        await flights?.ask(observeProbe)
    }
  }

  /** Asks about these by one question. How it went with the first. */
  async function lookUp(noticeIds: readonly string[]): Promise<Reconciliation> {
    const answers = (await flights?.lookUp(noticeIds)) ?? []
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

  function changePause(isPaused: boolean): void {
    line.press(isPaused)
    onChange([])
    lookAgain()
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
    start() {
      isStarted = true
      schedule(0)
    },

    async stop(graceMs = DEFAULT_GRACE_MS) {
      isStopping = true
      cancelTimer?.()
      for (const notify of onQuiet) notify()
      const cancelGrace = timers.after(graceMs, () => broken.abort())
      while (inHand !== null) await inHand
      cancelGrace()
      broken.abort()
      channel?.close()
    },

    wake: lookAgain,

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
      lookAgain()
      return going.length
    },

    pause: () => changePause(true),
    resume: () => changePause(false),

    async reconcile(noticeId) {
      if (!canAsk || isStopping) return 'not_asked'
      return exclusively(async () => {
        const state = ledger.find(noticeId)?.state
        if (isStopping || (state !== 'unknown' && state !== 'deferred' && state !== 'duplicate')) return 'not_asked'
        return line.isHeld() ? 'held' : lookUp([noticeId])
      })
    },

    async checkConnection() {
      if (flights === null || isStopping) return
      await exclusively(async () => {
        if (isStopping || line.isHeld()) return
        // "Up" does not yet mean that notices are taken: the next one may find out at once.
        const { isUp } = await flights.ask((answer) => (answer.isUp ? { kind: 'answers' } : observeProbe(answer)))
        if (isUp) line.probeNow()
      })
    },

    async question(put) {
      if (flights === null || isStopping) return 'nobody'
      return exclusively(async () => {
        if (isStopping) return 'nobody'
        return line.isHeld() ? 'held' : flights.question(put)
      })
    },

    async drain({ untilEmpty, timeoutMs }) {
      const acceptedBefore = flights?.acceptedCount() ?? 0
      const hasWork = (): boolean => flights !== null && !isStopping && !line.link().isPaused && counts().pending > 0
      /** Asked from a timer, where nobody would catch a disk that cannot be read: then the time limit ends the wait. */
      const mayHaveWork = (): boolean => {
        try {
          return hasWork()
        } catch (error) {
          logger.error({ error: describe(error) }, 'the queue could not be read')
          return true
        }
      }
      if (hasWork()) {
        const { promise, resolve } = Promise.withResolvers<void>()
        const check = (): void => {
          if (!untilEmpty || !mayHaveWork()) resolve()
        }
        const cancelTimeout = timers.after(timeoutMs, resolve)
        onQuiet.add(check)
        lookAgain()
        await promise
        cancelTimeout()
        onQuiet.delete(check)
      }
      const left = counts()
      return { ...left, isEmpty: left.pending === 0, accepted: (flights?.acceptedCount() ?? 0) - acceptedBefore }
    },

    connection() {
      const { reach, since, cause } = line.contact()
      const { isPaused, hold } = line.link()
      if (flights === null) {
        const state = capabilities.submission === 'machine' ? 'unknown' : 'by_hand'
        return { state, since: null, cause: null, nextProbeAt: null }
      }
      if (isPaused) return { state: 'paused', since, cause, nextProbeAt: null }
      if (hold !== null && line.isHeld())
        return { state: 'held', since, cause: hold.cause, nextProbeAt: instantAt(hold.untilMs) }
      if (reach !== 'unreachable') return { state: reach, since, cause, nextProbeAt: null }
      const nextProbeAt = nextStepAtMs === null || inHand !== null ? null : instantAt(nextStepAtMs)
      return { state: cause === 'sign_in_refused' ? 'sign_in_refused' : 'unreachable', since, cause, nextProbeAt }
    },

    aheadOfServerMs: () => flights?.aheadOfServerMs() ?? null,
  }
}
