import { assertNever } from '#shared/domain/assert-never.ts'
import type { Cause } from '#shared/domain/channel.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import type { LookUpAnswer, MachineChannel, OutgoingNotice, Receipt, Verdict } from '../adapter.ts'
import { DEFAULT_MAX_BATCH, migrationApiCapabilities } from './capabilities.ts'
import { createHttpClient, type HttpAnswer, type HttpClientOptions, type HttpFailure, type HttpRequest } from './http-client.ts'
import { readSubmissionAnswer } from './read-answers.ts'
import { readJson } from './read-json.ts'
import { type Found, readLookUpAnswer, readNoticeAnswer } from './read-look-up.ts'
import { redactExchange } from './redact.ts'
import { type ChannelCredentials, createSignIn } from './sign-in.ts'
import { healthSchema, PATHS } from './wire.ts'

export interface MigrationApiConfig extends Omit<HttpClientOptions, 'baseUrl'> {
  /** Root of the service, `https://…` or, for a simulator, `http://127.0.0.1:PORT`. */
  readonly baseUrl: string
  readonly credentials: ChannelCredentials
  readonly maxBatch?: number
  /** One request, sign-in included, from start to the last byte of the answer. */
  readonly deadlineMs?: number
  /** All receipts of one batch together: they are a courtesy, the reference is proof already. */
  readonly receiptDeadlineMs?: number
}

const DEFAULT_DEADLINE_MS = 30_000
const DEFAULT_RECEIPT_DEADLINE_MS = 10_000
const MAX_ANSWER_BYTES = 4 * 1024 * 1024
/** What a server answers to a path or method it does not have. */
const UNPUBLISHED_STATUSES: readonly number[] = [404, 405, 501]
const MAX_RECEIPT_BYTES = 10 * 1024 * 1024

/** How one call ended: with an answer that is not about sign-in, or without the service having looked at it. */
type CallResult =
  | { readonly kind: 'answer'; readonly answer: HttpAnswer }
  | { readonly kind: 'failure'; readonly failure: HttpFailure }
  /** Refused or lost at sign-in: the request itself was not looked at. */
  | {
      readonly kind: 'not_signed_in'
      readonly cause: Cause
      readonly retryAfterMs: number | null
      readonly wire: HttpAnswer | HttpFailure
    }

/**
 * The `migration-api` channel. Throws `TypeError` when `baseUrl` is not an http(s) address, and whatever OpenSSL says of a certificate that
 * cannot be read. Nothing the wire does makes it throw; a refused sign-in is renewed once per call.
 */
export function createMigrationApiChannel(config: MigrationApiConfig): MachineChannel {
  const { protocol } = new URL(config.baseUrl)
  if (protocol !== 'https:' && protocol !== 'http:')
    throw new TypeError('The channel address must begin with https:// or http://')
  const deadlineMs = config.deadlineMs ?? DEFAULT_DEADLINE_MS
  const receiptDeadlineMs = config.receiptDeadlineMs ?? DEFAULT_RECEIPT_DEADLINE_MS
  const http = createHttpClient(config)
  const signIn = createSignIn(config.credentials, http, config.clock)

  async function call(request: HttpRequest, signal: AbortSignal): Promise<CallResult> {
    const first = await callOnce(request, signal)
    const isRefused = first.kind === 'answer' && (first.answer.status === 401 || first.answer.status === 403)
    if (!isRefused) return first
    const second = signIn.forget() ? await callOnce(request, signal) : first
    if (second.kind !== 'answer' || (second.answer.status !== 401 && second.answer.status !== 403)) return second
    const { answer } = second
    return { kind: 'not_signed_in', cause: 'sign_in_refused', retryAfterMs: answer.retryAfterMs, wire: answer }
  }

  async function callOnce(request: HttpRequest, signal: AbortSignal): Promise<CallResult> {
    const identity = await signIn.headers(signal)
    switch (identity.kind) {
      case 'headers': {
        const wire = await http.request({ ...request, headers: { ...request.headers, ...identity.headers } }, signal)
        return wire.kind === 'answer' ? { kind: 'answer', answer: wire } : { kind: 'failure', failure: wire }
      }
      case 'refused':
        return { kind: 'not_signed_in', cause: 'sign_in_refused', retryAfterMs: null, wire: identity.answer }
      case 'unreadable': {
        const { answer } = identity
        return { kind: 'not_signed_in', cause: causeOfStatus(answer.status), retryAfterMs: answer.retryAfterMs, wire: answer }
      }
      case 'failure':
        return { kind: 'not_signed_in', cause: identity.failure.cause, retryAfterMs: null, wire: identity.failure }
      default:
        return assertNever(identity)
    }
  }

  async function fetchReceipt(clientId: string, signal: AbortSignal): Promise<Receipt | null> {
    const request = get(PATHS.receipt(clientId), MAX_RECEIPT_BYTES, 'application/pdf')
    const result = await call(request, signal)
    if (result.kind !== 'answer') return null
    const { status, mediaType, bytes } = result.answer
    const isPdf = mediaType === 'application/pdf' && bytes.subarray(0, 5).toString('latin1') === '%PDF-'
    return status === 200 && isPdf ? { bytes, mediaType } : null
  }

  /** The agent's four connections set the pace; a receipt that does not come leaves the reference as proof. */
  function receiptsFor(signal: AbortSignal) {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(receiptDeadlineMs)])
    return async (verdict: Verdict, notice: OutgoingNotice | undefined): Promise<Verdict> => {
      if (verdict.kind !== 'accepted' || notice === undefined) return verdict
      return { ...verdict, receipt: await fetchReceipt(notice.clientId, limited) }
    }
  }

  async function toAnswers(
    found: readonly Found[],
    notices: readonly OutgoingNotice[],
    request: HttpRequest,
    answer: HttpAnswer,
    signal: AbortSignal,
  ): Promise<readonly LookUpAnswer[]> {
    const withReceipt = receiptsFor(signal)
    return Promise.all(
      notices.map(async (notice, index): Promise<LookUpAnswer> => {
        const exchange = redactExchange(request, answer, notice.clientId)
        const one = found[index] ?? { kind: 'unclear' }
        switch (one.kind) {
          case 'present': {
            const accepted = { kind: 'accepted', reference: one.reference, receipt: null, warnings: [] } as const
            return { kind: 'present', verdict: await withReceipt(accepted, notice), exchange }
          }
          case 'absent':
            return { kind: 'absent', exchange }
          case 'unclear':
            return { kind: 'no_answer', cause: causeOfStatus(answer.status), retryAfterMs: answer.retryAfterMs, exchange }
          default:
            return assertNever(one)
        }
      }),
    )
  }

  async function lookUp(notice: OutgoingNotice, signal: AbortSignal): Promise<LookUpAnswer> {
    const request = get(PATHS.notice(notice.clientId), MAX_ANSWER_BYTES, 'application/json')
    const result = await call(request, AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]))
    if (result.kind !== 'answer') {
      return { kind: 'no_answer', ...trouble(result), exchange: redactExchange(request, wireOf(result), notice.clientId) }
    }
    const found = readNoticeAnswer(result.answer, notice.clientId)
    const [answer] = await toAnswers([found], [notice], request, result.answer, signal)
    if (answer === undefined) throw new Error('A question about one notice has one answer')
    return answer
  }

  /** The first question without an answer is the last: the others would fare no better. */
  async function lookUpOneByOne(notices: readonly OutgoingNotice[], signal: AbortSignal): Promise<readonly LookUpAnswer[]> {
    const answers: LookUpAnswer[] = []
    for (const notice of notices) {
      const previous = answers.at(-1)
      answers.push(previous?.kind === 'no_answer' ? { ...previous, exchange: null } : await lookUp(notice, signal))
    }
    return answers
  }

  return {
    capabilities: { ...migrationApiCapabilities, maxBatch: config.maxBatch ?? DEFAULT_MAX_BATCH },

    async send(notices, signal) {
      const request = post(PATHS.notices, {
        notices: notices.map(({ clientId, notificationId, payload }) => ({
          clientId,
          noticeId: notificationId,
          notice: payload,
        })),
      })
      const result = await call(request, AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]))
      const wire = wireOf(result)
      const withReceipt = receiptsFor(signal)
      const verdicts =
        result.kind === 'answer'
          ? await Promise.all(
              readSubmissionAnswer(result.answer, notices).map((verdict, index) => withReceipt(verdict, notices[index])),
            )
          : notices.map((): Verdict => verdictWithoutAnswer(result))
      return {
        verdicts,
        exchanges: notices.map(({ clientId }) => redactExchange(request, wire, clientId)),
        serverTime: serverTimeOf(wire),
      }
    },

    lookUp,

    async lookUpMany(notices, signal) {
      const clientIds = notices.map(({ clientId }) => clientId)
      const request = post(PATHS.lookUp, { clientIds })
      const result = await call(request, AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]))
      if (result.kind === 'answer') {
        // A service that knows the question about one notice only.
        if (UNPUBLISHED_STATUSES.includes(result.answer.status)) return lookUpOneByOne(notices, signal)
        return toAnswers(readLookUpAnswer(result.answer, clientIds), notices, request, result.answer, signal)
      }
      const wire = wireOf(result)
      const refusal = trouble(result)
      return clientIds.map((id) => ({ kind: 'no_answer', ...refusal, exchange: redactExchange(request, wire, id) }))
    },

    fetchReceipt: ({ clientId }, signal) =>
      fetchReceipt(clientId, AbortSignal.any([signal, AbortSignal.timeout(receiptDeadlineMs)])),

    async probe(signal) {
      const request = get(PATHS.health, MAX_ANSWER_BYTES, 'application/json')
      const result = await call(request, AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]))
      const serverTime = serverTimeOf(wireOf(result))
      if (result.kind !== 'answer') return { isUp: false, ...trouble(result), serverTime }
      const { answer } = result
      if (answer.status === 200 && healthSchema.safeParse(readJson(answer)).success) {
        return { isUp: true, cause: null, retryAfterMs: null, serverTime }
      }
      return { isUp: false, cause: causeOfStatus(answer.status), retryAfterMs: answer.retryAfterMs, serverTime }
    },

    close: () => http.close(),
  }
}

function get(path: string, maxAnswerBytes: number, accept: string): HttpRequest {
  return { method: 'GET', path, headers: { Accept: `${accept}, application/problem+json` }, body: null, maxAnswerBytes }
}

function post(path: string, content: object): HttpRequest {
  const headers = { 'Content-Type': 'application/json' }
  return { method: 'POST', path, headers, body: JSON.stringify(content), maxAnswerBytes: MAX_ANSWER_BYTES }
}

function wireOf(result: CallResult): HttpAnswer | HttpFailure {
  switch (result.kind) {
    case 'answer':
      return result.answer
    case 'failure':
      return result.failure
    case 'not_signed_in':
      return result.wire
    default:
      return assertNever(result)
  }
}

function serverTimeOf(wire: HttpAnswer | HttpFailure): IsoInstant | null {
  return wire.kind === 'answer' ? wire.serverTime : null
}

/** The verdict when the service never answered the request itself. */
function verdictWithoutAnswer(result: Exclude<CallResult, { kind: 'answer' }>): Verdict {
  const { cause, retryAfterMs } = trouble(result)
  const mayHaveArrived = result.kind === 'failure' && result.failure.mayHaveLeft
  return { kind: mayHaveArrived ? 'unknown' : 'notSent', cause, retryAfterMs }
}

function trouble(result: Exclude<CallResult, { kind: 'answer' }>): { cause: Cause; retryAfterMs: number | null } {
  return result.kind === 'failure'
    ? { cause: result.failure.cause, retryAfterMs: null }
    : { cause: result.cause, retryAfterMs: result.retryAfterMs }
}

/** For answers to questions, where nothing was submitted and only "why not" matters. */
function causeOfStatus(status: number): Cause {
  if (status === 401 || status === 403) return 'sign_in_refused'
  if (status === 429) return 'rate_limited'
  return status >= 500 || status === 408 || status === 409 || status === 425 ? 'server_error' : 'unreadable_answer'
}
