import { assertNever } from '#shared/domain/assert-never.ts'
import type { LookUpAnswer, OutgoingNotice } from '../adapter.ts'
import { type Call, type CallResult, get, post, troubleOf, wireOf } from './call.ts'
import type { HttpRequest } from './http-client.ts'
import { type BatchWord, readBatchAnswer } from './read-answers.ts'
import { type Found, readLookUpAnswer, readNoticeAnswer } from './read-look-up.ts'
import type { Receipts } from './receipts.ts'
import { redactExchange } from './redact.ts'
import { PATHS } from './wire.ts'

/** What a server answers to a path or method it does not have. */
const UNPUBLISHED_STATUSES: readonly number[] = [404, 405, 501]

type AnsweredCall = Extract<CallResult, { kind: 'answer' }>
type UnansweredCall = Exclude<CallResult, { kind: 'answer' }>

export interface LookUps {
  one(notice: OutgoingNotice, signal: AbortSignal): Promise<LookUpAnswer>
  many(notices: readonly OutgoingNotice[], signal: AbortSignal): Promise<readonly LookUpAnswer[]>
}

/**
 * "What became of these?" A notice that the service is still at work on is asked about by its batch, which alone tells why one was refused;
 * one that its batch does not name (any more) and every other is asked about by its client id. The first question without an answer is
 * the last: the others would fare no better.
 */
export function createLookUps(call: Call, receipts: Receipts, deadlineMs: number): LookUps {
  const within = (signal: AbortSignal): AbortSignal => AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)])

  async function toAnswers(
    found: readonly Found[],
    notices: readonly OutgoingNotice[],
    request: HttpRequest,
    result: AnsweredCall,
    signal: AbortSignal,
  ): Promise<readonly LookUpAnswer[]> {
    const withReceipt = receipts.attaching(signal)
    return Promise.all(
      notices.map(async (notice, index): Promise<LookUpAnswer> => {
        const exchange = redactExchange(request, result.answer, notice.clientId)
        const one = found[index] ?? { kind: 'unclear' }
        switch (one.kind) {
          case 'present':
            return { kind: 'present', verdict: await withReceipt(one.verdict, notice), exchange }
          case 'absent':
            return { kind: 'absent', exchange }
          case 'unclear':
            return { kind: 'no_answer', ...troubleOf(result), exchange }
          default:
            return assertNever(one)
        }
      }),
    )
  }

  async function askOne(notice: OutgoingNotice, signal: AbortSignal): Promise<LookUpAnswer> {
    const request = get(PATHS.notice(notice.clientId))
    const result = await call(request, within(signal))
    if (result.kind !== 'answer') return unanswered(request, result, notice)
    const found = readNoticeAnswer(result.answer, notice.clientId)
    const [answer] = await toAnswers([found], [notice], request, result, signal)
    return answer ?? fail()
  }

  async function askOneByOne(notices: readonly OutgoingNotice[], signal: AbortSignal): Promise<readonly LookUpAnswer[]> {
    const answers: LookUpAnswer[] = []
    for (const notice of notices) {
      const previous = answers.at(-1)
      answers.push(previous?.kind === 'no_answer' ? { ...previous, exchange: null } : await askOne(notice, signal))
    }
    return answers
  }

  async function askByIds(notices: readonly OutgoingNotice[], signal: AbortSignal): Promise<readonly LookUpAnswer[]> {
    const [first, ...others] = notices
    if (first === undefined) return []
    if (others.length === 0) return [await askOne(first, signal)]
    const clientIds = notices.map(({ clientId }) => clientId)
    const request = post(PATHS.lookUp, { clientIds })
    const result = await call(request, within(signal))
    if (result.kind !== 'answer') return notices.map((notice) => unanswered(request, result, notice))
    // A service that knows the question about one notice only.
    if (UNPUBLISHED_STATUSES.includes(result.answer.status)) return askOneByOne(notices, signal)
    return toAnswers(readLookUpAnswer(result.answer, clientIds), notices, request, result, signal)
  }

  /** The answers a batch gives; `null` for a notice that it does not name. */
  async function pollBatch(
    batchReference: string,
    notices: readonly OutgoingNotice[],
    signal: AbortSignal,
  ): Promise<{ readonly answers: readonly (LookUpAnswer | null)[]; readonly isLineDown: boolean }> {
    const request = get(PATHS.batch(batchReference))
    const result = await call(request, within(signal))
    if (result.kind !== 'answer') {
      return { answers: notices.map((notice) => unanswered(request, result, notice)), isLineDown: true }
    }
    const clientIds = notices.map(({ clientId }) => clientId)
    const words = readBatchAnswer(result.answer, batchReference, clientIds)
    const answers = await toAnswers(words.map(toFound), notices, request, result, signal)
    return {
      answers: answers.map((answer, index) => (words[index]?.kind === 'not_named' ? null : answer)),
      isLineDown: result.answer.retryAfterMs !== null || troubleOf(result).cause === 'rate_limited',
    }
  }

  /** A batch that is trouble by itself keeps nobody else from being asked about; a line that is down does. */
  async function many(notices: readonly OutgoingNotice[], signal: AbortSignal): Promise<readonly LookUpAnswer[]> {
    const answers = new Map<OutgoingNotice, LookUpAnswer>()
    let isLineDown = false
    for (const [batchReference, members] of Map.groupBy(notices, (notice) => notice.batchReference)) {
      if (batchReference === null || isLineDown) continue
      const polled = await pollBatch(batchReference, members, signal)
      isLineDown = polled.isLineDown
      for (const [index, notice] of members.entries()) {
        const answer = polled.answers[index]
        if (answer !== undefined && answer !== null) answers.set(notice, answer)
      }
    }
    const rest = notices.filter((notice) => !answers.has(notice))
    const lost = isLineDown ? [...answers.values()].at(-1) : undefined
    const byId = lost === undefined ? await askByIds(rest, signal) : rest.map(() => ({ ...lost, exchange: null }))
    for (const [index, notice] of rest.entries()) answers.set(notice, byId[index] ?? fail())
    return notices.map((notice) => answers.get(notice) ?? fail())
  }

  return {
    many,
    async one(notice, signal) {
      const [answer] = await many([notice], signal)
      return answer ?? fail()
    },
  }
}

function unanswered(request: HttpRequest, result: UnansweredCall, { clientId }: OutgoingNotice): LookUpAnswer {
  return { kind: 'no_answer', ...troubleOf(result), exchange: redactExchange(request, wireOf(result), clientId) }
}

function toFound(word: BatchWord): Found {
  return word.kind === 'verdict' ? { kind: 'present', verdict: word.verdict } : { kind: 'unclear' }
}

function fail(): never {
  throw new Error('Every notice that is asked about has an answer')
}
