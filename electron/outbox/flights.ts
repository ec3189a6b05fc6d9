import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import type { LookUpAnswer, MachineChannel, ProbeAnswer, SendOutcome } from '../channels/adapter.ts'
import type { Logger } from '../store/ports.ts'
import type { Store } from '../store/store.ts'
import { StoreWriteError } from '../store/write-error.ts'
import type { CallBreaker } from './call-breaker.ts'
import { type Observation, observeLookUps, observeSend } from './circuit.ts'
import type { Claimed, OutboxLedger, Settled } from './ledger.ts'
import type { Consequence, Line } from './line.ts'
import type { OutboxRows } from './outbox-rows.ts'
import { clampRetryAfterMs, inStep } from './retry-policy.ts'
import type { Timers } from './timers.ts'

/** Between tries to save an outcome while the disk refuses. */
export const SAVE_RETRY_MS = 2_000

export interface FlightsOptions {
  readonly store: Store
  readonly rows: OutboxRows
  readonly ledger: OutboxLedger
  readonly line: Line
  readonly channel: MachineChannel
  readonly timers: Timers
  readonly logger: Logger
  readonly today: () => CalendarDate
  readonly breaker: CallBreaker
  /** True once the outbox stops: an answer that cannot be saved is then left to the next start. */
  readonly isStopping: () => boolean
  readonly onChange: (noticeIds: readonly string[]) => void
}

/** An answer with which the service may ask to be left alone. */
export interface MayHold {
  readonly retryAfterMs: number | null
}
export type Question<T extends MayHold> = (channel: MachineChannel, signal: AbortSignal) => Promise<T>

/** The calls there are. What carries or asks about notices is written down before, and its consequence saved after, before anything else may go. */
export interface Flights {
  send(limit: number): Promise<void>
  /** One question, an answer per notice in the same order; `undefined` where a notice cannot be read any more. */
  lookUp(noticeIds: readonly string[]): Promise<readonly (LookUpAnswer | undefined)[]>
  /** True when the receipt of the accepted notice is stored now. */
  fetchReceipt(noticeId: string): Promise<boolean>
  ask(observe: (answer: ProbeAnswer) => Observation): Promise<ProbeAnswer>
  /** See `Outbox.question`. Rejects for a mistake of ours. */
  question<T extends MayHold>(put: Question<T>): Promise<T>
  /** Notices accepted since the start. */
  acceptedCount(): number
  /** When the last call ended, on the monotonic clock; `null` = there was none. */
  lastCallAtMs(): number | null
  aheadOfServerMs(): number | null
}

export function createFlights(options: FlightsOptions): Flights {
  const { store, rows, ledger, line, channel, logger, today, breaker, onChange } = options
  const { clock } = store.ports
  let acceptedCount = 0
  let lastCallAtMs: number | null = null
  let aheadOfServerMs: number | null = null

  /**
   * One transaction: notices, attempts, receipts, outage journal, link. Until it is on disk nothing else is called: an answer in hand
   * is worth more than the next question. Gives up only when the outbox stops; the notices then wake as `unknown`.
   */
  async function conclude(
    work: (today: CalendarDate) => Omit<Consequence, 'holdMs'>,
    askedHoldMs: number | null,
  ): Promise<void> {
    lastCallAtMs = clock.monotonicMs()
    /** What a COMMIT whose end is not known may have saved: the attempts are ended then, and say it no second time. */
    let maybeSaved: readonly Settled[] = []
    let tried: readonly Settled[] = []
    for (;;) {
      try {
        const { takeOver, accepted } = store.transaction(() => {
          const day = today()
          const { settled: now, observation } = work(day)
          const settled = [...now, ...maybeSaved.filter((before) => !now.some((one) => isSameNotice(one, before)))]
          tried = settled
          const holdMs = longest([askedHoldMs, ...settled.map(({ plan }) => plan.holdMs)])
          const accepted = settled.filter(({ isAccepted }) => isAccepted).length
          return { takeOver: line.follow({ settled, observation, holdMs }, day), accepted }
        })
        takeOver()
        acceptedCount += accepted
        return
      } catch (error) {
        if (!(error instanceof StoreWriteError) || options.isStopping()) throw error
        if (error.saved === 'unknown') maybeSaved = tried
        logger.error({ saved: error.saved, cause: error.cause }, 'an answer could not be saved; trying again')
        await pause(options.timers, SAVE_RETRY_MS, breaker.signal())
      }
    }
  }

  function noteServerTime(serverTime: IsoInstant | null): void {
    if (serverTime !== null) aheadOfServerMs = clock.now() - Date.parse(serverTime)
  }

  /** A bug of ours may strike after the bytes left: the fate is unknown, and no machine asks again until a person wants it. */
  async function sendWithoutThrowing(claimed: readonly Claimed[]): Promise<SendOutcome> {
    try {
      return await channel.send(
        claimed.map(({ notice }) => notice),
        breaker.signal(),
      )
    } catch (error) {
      logger.error({ error: describe(error) }, 'sending failed by a mistake in the program')
      const verdict = { kind: 'unknown', cause: 'program_error', retryAfterMs: null } as const
      return { verdicts: claimed.map(() => verdict), exchanges: claimed.map(() => null), serverTime: null }
    }
  }

  async function askWithoutThrowing(claimed: readonly Claimed[]): Promise<readonly LookUpAnswer[]> {
    const notices = claimed.map(({ notice }) => notice)
    const [first] = notices
    try {
      if (first === undefined) return []
      if (notices.length === 1 || channel.lookUpMany === undefined) return [await channel.lookUp(first, breaker.signal())]
      return await channel.lookUpMany(notices, breaker.signal())
    } catch (error) {
      logger.error({ error: describe(error) }, 'asking failed by a mistake in the program')
      return claimed.map(() => NO_ANSWER)
    }
  }

  return {
    async send(limit) {
      const claimed = store.transaction(() =>
        ledger.claim(rows.claimable(today(), limit, line.isPassedOver, line.passedOverCount()), limit),
      )
      if (claimed.length === 0) return
      const ids = claimed.map(({ notice }) => notice.notificationId)
      onChange(ids)
      const { verdicts, exchanges, serverTime } = await sendWithoutThrowing(claimed)
      noteServerTime(serverTime)
      await conclude((day) => {
        const settled: Settled[] = ledger.settleSend(claimed, verdicts, exchanges, day)
        return { settled, observation: observeSend(verdicts) }
      }, null)
      onChange(ids)
    },

    async lookUp(noticeIds) {
      const begun = store.transaction(() => noticeIds.map((id) => ledger.beginLookUp(id)))
      const claimed = begun.filter((one) => one !== undefined)
      if (claimed.length === 0) return []
      const answers = await askWithoutThrowing(claimed)
      await conclude(
        (day) => {
          const settled = claimed.flatMap((one, index) => ledger.settleLookUp(one, answers[index] ?? NO_ANSWER, day))
          return { settled: inStep(settled), observation: observeLookUps(answers) }
        },
        longest(answers.map(holdAskedBy)),
      )
      onChange(noticeIds)
      return begun.map((one) => (one === undefined ? undefined : answers[claimed.indexOf(one)]))
    },

    async fetchReceipt(noticeId) {
      const notice = ledger.acceptedNotice(noticeId)
      if (notice === undefined || channel.fetchReceipt === undefined) return false
      const receipt = await channel.fetchReceipt(notice, breaker.signal()).catch((error: unknown) => {
        logger.error({ error: describe(error) }, 'fetching a receipt failed by a mistake in the program')
        return null
      })
      if (receipt === null) return false
      const isStored = store.transaction(() => ledger.addReceipt(notice, receipt))
      if (isStored) onChange([noticeId])
      return isStored
    },

    async ask(observe) {
      const answer = await channel.probe(breaker.signal()).catch((error: unknown): ProbeAnswer => {
        logger.error({ error: describe(error) }, 'probing failed by a mistake in the program')
        return { isUp: false, cause: 'program_error', retryAfterMs: null, serverTime: null }
      })
      noteServerTime(answer.serverTime)
      await conclude(() => ({ settled: [], observation: observe(answer) }), holdAskedBy(answer))
      onChange([])
      return answer
    },

    async question(put) {
      const answer = await put(channel, breaker.signal())
      const { retryAfterMs } = answer
      if (retryAfterMs !== null)
        await conclude(() => ({ settled: [], observation: { kind: 'answers' } }), clampRetryAfterMs(retryAfterMs))
      return answer
    },

    acceptedCount: () => acceptedCount,
    lastCallAtMs: () => lastCallAtMs,
    aheadOfServerMs: () => aheadOfServerMs,
  }
}

function isSameNotice(one: Settled, other: Settled): boolean {
  return one.notificationId === other.notificationId
}

const NO_ANSWER: LookUpAnswer = { kind: 'no_answer', cause: 'program_error', retryAfterMs: null, exchange: null }

/** Binds whatever became of the notices meanwhile: a person may have settled them while the service was being asked. */
function holdAskedBy(answer: LookUpAnswer | ProbeAnswer): number | null {
  const retryAfterMs = 'retryAfterMs' in answer ? answer.retryAfterMs : null
  return retryAfterMs === null ? null : clampRetryAfterMs(retryAfterMs)
}

function longest(holds: readonly (number | null)[]): number | null {
  const given = holds.filter((holdMs) => holdMs !== null)
  return given.length === 0 ? null : Math.max(...given)
}

/** Ends early when the outbox breaks off. */
function pause(timers: Timers, ms: number, broken: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = timers.after(ms, done)
    function done(): void {
      cancel()
      broken.removeEventListener('abort', done)
      resolve()
    }
    if (broken.aborted) done()
    else broken.addEventListener('abort', done)
  })
}

/** Names the mistake without its message: a message may quote what it stumbled over. */
export function describe(error: unknown): string {
  return error instanceof Error ? `${error.name} ${error.stack?.split('\n').slice(1, 4).join(' ') ?? ''}` : 'not an error'
}
