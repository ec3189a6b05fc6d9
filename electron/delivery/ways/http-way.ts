import { createHttpClient, type HttpAnswer, type HttpRequest } from '#electron/channels/migration-api/http-client.ts'
import type { ProxyChoice } from '#electron/channels/proxy/proxy-choice.ts'
import type { Clock } from '#shared/domain/clock.ts'
import { notSent, type SendOutcome } from '../message.ts'

/** How this desk reaches the web: the way its notices take. */
export interface WayOut {
  readonly clock: Clock
  readonly proxy?: ProxyChoice
  readonly askSystemProxy?: (origin: string) => Promise<string>
}

/** One request and what its answer means; whatever the wire does instead is an outcome already. */
export async function ask(
  way: WayOut,
  baseUrl: string,
  request: Omit<HttpRequest, 'maxAnswerBytes'>,
  signal: AbortSignal,
  read: (answer: HttpAnswer) => SendOutcome,
): Promise<SendOutcome> {
  const client = createHttpClient({ ...way, baseUrl })
  try {
    const wire = await client.request({ ...request, maxAnswerBytes: MOST_ANSWER_BYTES }, signal)
    if (wire.kind === 'answer') return read(wire)
    const cause = WIRE_CAUSES.find((known) => known === wire.cause) ?? 'program_error'
    return wire.mayHaveLeft ? { kind: 'unknown', cause } : notSent(cause)
  } finally {
    client.close()
  }
}

const MOST_ANSWER_BYTES = 256 * 1024

const WIRE_CAUSES = [
  'offline',
  'dns',
  'refused',
  'tls',
  'proxy',
  'timeout',
  'connection_cut',
  'server_error',
  'unreadable_answer',
] as const

/** A status that is no success, where the body says nothing more. */
export function outcomeOfStatus({ status, retryAfterMs }: HttpAnswer): SendOutcome {
  if (status === 429) return notSent('rate_limited', retryAfterMs)
  if (status === 401 || status === 403 || status === 407) return { kind: 'refused', cause: 'sign_in_refused' }
  // Not taken, by the words of the protocol; any other failure of a server may have come after it took the message.
  if (status === 503 || status === 408) return notSent('server_error', retryAfterMs)
  if (status >= 500) return { kind: 'unknown', cause: 'server_error' }
  // A page to sign in on, a moved address: nothing a second try would change.
  if (status >= 300 && status < 400) return { kind: 'refused', cause: 'unreadable_answer' }
  return { kind: 'refused', cause: 'content_refused' }
}
