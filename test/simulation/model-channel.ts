import type {
  LookUpAnswer,
  MachineChannel,
  OutgoingNotice,
  ProbeAnswer,
  RedactedExchange,
  SendOutcome,
  Verdict,
} from '#electron/channels/adapter.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import type { Cause, ChannelCapabilities } from '#shared/domain/channel.ts'
import { type Fate, fateOfAnswer, fateOfVerdict } from './fates.ts'
import { type Reaction, retryAfterMsOf } from './reaction.ts'
import type { ItemAnswer, Service } from './service.ts'
import type { World } from './world.ts'

export type CallKind = 'send' | 'look_up' | 'probe'

/** Where a process can die around a call. */
export const CALL_MOMENTS = ['before the call', 'in the call', 'with the answer in hand'] as const
export type CallMoment = (typeof CALL_MOMENTS)[number]

/** What a channel needs to know of the process that uses it. */
export interface CallHost {
  /** Checks what has to hold at this very moment, and draws what becomes of the call. */
  begin(kind: CallKind, notices: readonly OutgoingNotice[]): Reaction
  /** An answer has come: what it says about each notice, and what it asked for, binds the process from now on. */
  answered(notices: readonly OutgoingNotice[], fates: readonly Fate[], retryAfterMs: number | null): void
  /** Dies there if that was planned. */
  passes(moment: CallMoment): void
  readonly isDead: () => boolean
  /** Notices of which a delivery is under way that nobody waits for any more. */
  readonly underWay: Set<string>
}

export interface ModelChannelOptions {
  readonly world: World
  /** Of whatever happens to the process. */
  readonly owner: object
  readonly host: CallHost
  readonly service: Service
  readonly capabilities: ChannelCapabilities
  /** Whether a whole flight can be asked about at once. */
  readonly asksMany: boolean
}

const DEADLINE_MS = 30_000
const ASK_AGAIN_MS = 5_000
const DEFERRED_FOR_MS = 90_000
const EXCHANGE: RedactedExchange = { method: 'POST', path: '/', status: 200, requestBytes: 1, responseBytes: 1, answer: '{}' }

/** How one call ends for the desk, and when. */
interface Ending<Answer> {
  readonly afterMs: number
  readonly answer: Answer | 'throws'
  readonly retryAfterMs: number | null
}

/** The channel without a wire: the service's word and the faults of the way to it, as the adapter would have read them. */
export function createModelChannel({
  world,
  owner,
  host,
  service,
  capabilities,
  asksMany,
}: ModelChannelOptions): MachineChannel {
  function call<Answer>(
    kind: CallKind,
    notices: readonly OutgoingNotice[],
    signal: AbortSignal,
    plan: (reaction: Reaction) => Ending<Answer>,
    cut: Answer,
    fatesOf: (answer: Answer) => readonly Fate[],
  ): Promise<Answer> {
    const reaction = host.begin(kind, notices)
    host.passes('before the call')
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    if (host.isDead()) return promise
    const { afterMs, answer, retryAfterMs } = plan(reaction)
    world.schedule(afterMs / 2, owner, () => host.passes('in the call'))
    const end = (): void => {
      signal.removeEventListener('abort', breakOff)
      host.passes('with the answer in hand')
      if (host.isDead()) return
      host.answered(notices, answer === 'throws' ? notices.map(() => 'unknown') : fatesOf(answer), retryAfterMs)
      if (answer === 'throws') reject(new TypeError('a mistake planted in the adapter'))
      else resolve(answer)
    }
    const cancel = world.schedule(afterMs, owner, end)
    function breakOff(): void {
      cancel()
      resolve(cut)
    }
    if (signal.aborted) breakOff()
    else signal.addEventListener('abort', breakOff)
    return promise
  }

  /** When the request is there, for every copy of it. The service does it then, whether the desk still lives or not. */
  function arrives(notices: readonly OutgoingNotice[], afterMs: number, by: 'the desk' | 'a proxy' = 'the desk'): void {
    for (const { notificationId } of notices) host.underWay.add(notificationId)
    world.schedule(afterMs, null, () => {
      for (const notice of notices) {
        host.underWay.delete(notice.notificationId)
        service.take(notice, by)
      }
    })
  }

  function planSend(notices: readonly OutgoingNotice[], reaction: Reaction): Ending<SendOutcome> {
    const { fault, latencyMs, index, isDone, lateMs } = reaction
    const retryAfterMs = retryAfterMsOf(reaction.retryAfter)
    const backMs = latencyMs * 2
    const all = (verdict: Verdict, afterMs = backMs): Ending<SendOutcome> => ({
      afterMs,
      retryAfterMs: 'retryAfterMs' in verdict ? verdict.retryAfterMs : null,
      answer: outcome(notices.map(() => verdict)),
    })
    const unknown = (cause: Cause, wait: number | null = null): Verdict => ({ kind: 'unknown', cause, retryAfterMs: wait })
    const notSent = (cause: Cause, wait: number | null = null): Verdict => ({ kind: 'notSent', cause, retryAfterMs: wait })
    const perItem = (special: (answer: ItemAnswer, position: number) => Verdict): Ending<SendOutcome> => {
      const verdicts: Verdict[] = []
      world.schedule(latencyMs, null, () => {
        for (const [position, notice] of notices.entries()) verdicts.push(special(service.take(notice), position))
      })
      return { afterMs: backMs, retryAfterMs: null, answer: outcome(verdicts) }
    }
    const chosen = notices[index]
    switch (fault) {
      case null:
        return perItem(verdictOf)
      case 'offline':
      case 'dns':
      case 'refused':
      case 'tls':
        return all(notSent(fault), latencyMs)
      case 'request lost':
        return all(unknown('connection_cut'))
      case 'answer lost':
        arrives(notices, latencyMs)
        return all(unknown('timeout'), DEADLINE_MS)
      case 'connection reset after processing':
        arrives(notices, latencyMs)
        return all(unknown('connection_cut'))
      case 'no answer for half a minute':
        if (isDone) arrives(notices, DEADLINE_MS - 1_000)
        return all(unknown('timeout'), DEADLINE_MS)
      case 'effect comes late':
        arrives(notices, lateMs)
        return all(unknown('timeout'), DEADLINE_MS)
      case 'delivered twice':
        arrives(notices, latencyMs + lateMs, 'a proxy')
        return perItem(verdictOf)
      case 'page instead of an answer':
        if (isDone) arrives(notices, latencyMs)
        return all(unknown('unreadable_answer'))
      case 'receipt of another request':
        arrives(notices, latencyMs)
        return all(unknown('unreadable_answer'))
      case 'server error':
        return all(unknown('server_error'))
      case 'server error after processing':
        arrives(notices, latencyMs)
        return all(unknown('server_error'))
      case '503 with Retry-After':
        if (isDone) arrives(notices, latencyMs)
        return all(unknown('server_error', retryAfterMs))
      case '409 in flight':
        if (isDone) arrives(notices, latencyMs)
        return all(unknown('server_error'))
      case '429 with Retry-After':
      case '429 without':
        return all(notSent('rate_limited', retryAfterMs))
      case 'sign-in refused':
        return all(notSent('sign_in_refused'))
      case 'batch refused':
        if (notices.length > 1) return all(notSent('content_refused'))
        if (chosen !== undefined) service.reject(chosen)
        return all(REJECTED)
      case 'one rejected':
        if (chosen !== undefined) service.reject(chosen)
        return perItem(verdictOf)
      case 'one a duplicate of another':
        // Somebody else entered the guest: nothing of ours is stored.
        return {
          afterMs: backMs,
          retryAfterMs: null,
          answer: outcome(
            notices.map((notice, position) =>
              verdictOf(position === index ? service.callAnothers(notice) : service.take(notice)),
            ),
          ),
        }
      case 'one missing from the answer':
        return perItem((answer, position) => (position === index ? unknown('unreadable_answer') : verdictOf(answer)))
      case 'one deferred':
        if (chosen !== undefined) service.defer(chosen, world.nowMs() + latencyMs + DEFERRED_FOR_MS + lateMs)
        return perItem(verdictOf)
      case 'adapter throws':
        if (isDone) arrives(notices, latencyMs)
        return { afterMs: backMs, retryAfterMs: null, answer: 'throws' }
      default:
        return assertNever(fault)
    }
  }

  /** One question, with one fate. */
  function ask(notices: readonly OutgoingNotice[], signal: AbortSignal): Promise<readonly LookUpAnswer[]> {
    return call<readonly LookUpAnswer[]>(
      'look_up',
      notices,
      signal,
      (reaction) => {
        const ending = { afterMs: reaction.latencyMs * 2, retryAfterMs: retryAfterMsOf(reaction.retryAfter) }
        const cause = causeOfQuestion(reaction)
        if (cause === 'program_error') return { ...ending, answer: 'throws' }
        if (cause !== null) {
          const none: LookUpAnswer = { kind: 'no_answer', cause, retryAfterMs: ending.retryAfterMs, exchange: EXCHANGE }
          return { ...ending, answer: notices.map(() => none) }
        }
        return { ...ending, answer: notices.map(({ clientId }) => answerOf(service.lookUp(clientId))) }
      },
      notices.map(() => NO_ANSWER),
      (answers) => answers.map(fateOfAnswer),
    )
  }

  return {
    capabilities,
    send: (notices, signal) =>
      call(
        'send',
        notices,
        signal,
        (reaction) => planSend(notices, reaction),
        outcome(notices.map(() => ({ kind: 'unknown', cause: 'connection_cut', retryAfterMs: null }))),
        ({ verdicts }) => verdicts.map(fateOfVerdict),
      ),
    async lookUp(notice, signal) {
      const [answer = NO_ANSWER] = await ask([notice], signal)
      return answer
    },
    ...(asksMany ? { lookUpMany: ask } : {}),
    probe(signal) {
      const cut: ProbeAnswer = { isUp: false, cause: 'connection_cut', retryAfterMs: null, serverTime: null }
      return call(
        'probe',
        [],
        signal,
        (reaction) => {
          const retryAfterMs = retryAfterMsOf(reaction.retryAfter)
          const cause = causeOfQuestion(reaction)
          const answer = cause === null ? { ...cut, isUp: true, cause } : { ...cut, cause, retryAfterMs }
          return { afterMs: reaction.latencyMs * 2, retryAfterMs, answer: cause === 'program_error' ? 'throws' : answer }
        },
        cut,
        () => [],
      )
    },
    close: () => undefined,
  }
}

const NO_ANSWER: LookUpAnswer = { kind: 'no_answer', cause: 'connection_cut', retryAfterMs: null, exchange: null }

function answerOf(found: ItemAnswer | undefined): LookUpAnswer {
  if (found === undefined) return { kind: 'absent', exchange: EXCHANGE }
  return { kind: 'present', verdict: verdictOf(found), exchange: EXCHANGE }
}

const REJECTED: Verdict = { kind: 'rejected', issues: [{ field: 'surname', code: 'unreadable', message: 'Not readable.' }] }

function outcome(verdicts: readonly Verdict[]): SendOutcome {
  return { verdicts, exchanges: verdicts.map(() => EXCHANGE), serverTime: null }
}

function verdictOf(answer: ItemAnswer): Verdict {
  switch (answer.kind) {
    case 'accepted':
      return { kind: 'accepted', reference: answer.reference, receipt: answer.receipt, warnings: [] }
    case 'deferred':
      return { kind: 'deferred', batchReference: 'BATCH', askAgainAfterMs: ASK_AGAIN_MS }
    case 'rejected':
      return REJECTED
    case 'duplicate':
      return { kind: 'duplicate', existingReference: answer.existingReference }
    default:
      return assertNever(answer)
  }
}

/** Why a question stays without an answer; `null` = it does not. */
function causeOfQuestion({ fault }: Reaction): Cause | null {
  switch (fault) {
    case null:
    case 'effect comes late':
    case 'delivered twice':
    case 'batch refused':
    case 'one rejected':
    case 'one a duplicate of another':
    case 'one missing from the answer':
    case 'one deferred':
      return null
    case 'offline':
    case 'dns':
    case 'refused':
    case 'tls':
      return fault
    case 'request lost':
    case 'answer lost':
    case 'connection reset after processing':
      return 'connection_cut'
    case 'no answer for half a minute':
      return 'timeout'
    case 'page instead of an answer':
    case 'receipt of another request':
      return 'unreadable_answer'
    case 'server error':
    case 'server error after processing':
    case '503 with Retry-After':
    case '409 in flight':
      return 'server_error'
    case '429 with Retry-After':
    case '429 without':
      return 'rate_limited'
    case 'sign-in refused':
      return 'sign_in_refused'
    case 'adapter throws':
      return 'program_error'
    default:
      return assertNever(fault)
  }
}
