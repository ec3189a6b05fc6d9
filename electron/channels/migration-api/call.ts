import { assertNever } from '#shared/domain/assert-never.ts'
import type { Cause } from '#shared/domain/channel.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import type { HttpAnswer, HttpClient, HttpFailure, HttpRequest } from './http-client.ts'
import type { SignIn } from './sign-in.ts'

export const MAX_ANSWER_BYTES = 4 * 1024 * 1024

/** How one call ended: with an answer that is not about sign-in, or without the service having looked at it. */
export type CallResult =
  | { readonly kind: 'answer'; readonly answer: HttpAnswer }
  | { readonly kind: 'failure'; readonly failure: HttpFailure }
  /** Refused or lost at sign-in: the request itself was not looked at. */
  | {
      readonly kind: 'not_signed_in'
      readonly cause: Cause
      readonly retryAfterMs: number | null
      readonly wire: HttpAnswer | HttpFailure
    }

/** One request as somebody the service knows. A refused sign-in is renewed once. Never rejects for anything the wire does. */
export type Call = (request: HttpRequest, signal: AbortSignal) => Promise<CallResult>

export function createCall(http: HttpClient, signIn: SignIn): Call {
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

  return async (request, signal) => {
    const first = await callOnce(request, signal)
    const isRefused = first.kind === 'answer' && (first.answer.status === 401 || first.answer.status === 403)
    if (!isRefused) return first
    const second = signIn.forget() ? await callOnce(request, signal) : first
    if (second.kind !== 'answer' || (second.answer.status !== 401 && second.answer.status !== 403)) return second
    const { answer } = second
    return { kind: 'not_signed_in', cause: 'sign_in_refused', retryAfterMs: answer.retryAfterMs, wire: answer }
  }
}

export function get(path: string, accept = 'application/json', maxAnswerBytes = MAX_ANSWER_BYTES): HttpRequest {
  return { method: 'GET', path, headers: { Accept: `${accept}, application/problem+json` }, body: null, maxAnswerBytes }
}

export function post(path: string, content: object): HttpRequest {
  const headers = { 'Content-Type': 'application/json' }
  return { method: 'POST', path, headers, body: JSON.stringify(content), maxAnswerBytes: MAX_ANSWER_BYTES }
}

export function wireOf(result: CallResult): HttpAnswer | HttpFailure {
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

export function serverTimeOf(wire: HttpAnswer | HttpFailure): IsoInstant | null {
  return wire.kind === 'answer' ? wire.serverTime : null
}

/** Why a question got no answer that means anything, and how long the service wants to be left alone. */
export interface Trouble {
  readonly cause: Cause
  readonly retryAfterMs: number | null
}

export function troubleOf(result: CallResult): Trouble {
  switch (result.kind) {
    case 'answer':
      return { cause: causeOfStatus(result.answer.status), retryAfterMs: result.answer.retryAfterMs }
    case 'failure':
      return { cause: result.failure.cause, retryAfterMs: null }
    case 'not_signed_in':
      return { cause: result.cause, retryAfterMs: result.retryAfterMs }
    default:
      return assertNever(result)
  }
}

/** For answers to questions, where nothing was submitted and only "why not" matters. */
function causeOfStatus(status: number): Cause {
  if (status === 401 || status === 403) return 'sign_in_refused'
  if (status === 429) return 'rate_limited'
  return status >= 500 || status === 408 || status === 409 || status === 425 ? 'server_error' : 'unreadable_answer'
}
