import type { Reaction } from '../reaction.ts'
import { WIRE_FAULTS, type WireFault } from '../swarm.ts'

/** An answer as it goes back over the socket. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** A fault of the simulated service itself, for one request; drawn there for every notice or for the whole. */
export interface FaultAtTheSimulator {
  readonly name: 'reject-field' | 'defer-one' | 'defer'
  readonly rate: number
}

/** What is done to one request on its way. */
export interface Fit {
  /** Whether and when it gets to the service; `sometimes` = as drawn. */
  readonly delivery: 'always' | 'sometimes' | 'late' | 'never'
  readonly answer:
    | { readonly kind: 'from the service'; readonly change?: (given: Reply, reaction: Reaction) => Reply }
    | { readonly kind: 'own'; readonly reply: (reaction: Reaction) => Reply }
    /** The connection is cut, at once or when the sender's patience is over. */
    | { readonly kind: 'cut'; readonly isLate: boolean }
  readonly atTheSimulator: FaultAtTheSimulator | null
}

/** What needs DNS, TLS, another register or a mistake in the adapter has suites of its own. */
const NOT_OVER_THE_WIRE: readonly WireFault[] = ['offline', 'dns', 'tls', 'one a duplicate of another', 'adapter throws']

/** Those of the faults that can be done to a real request. */
export const REAL_FAULTS = WIRE_FAULTS.filter((fault) => !NOT_OVER_THE_WIRE.includes(fault))

const HONEST: Fit = { delivery: 'always', answer: { kind: 'from the service' }, atTheSimulator: null }
const cut = (delivery: Fit['delivery'], isLate = false): Fit => ({
  delivery,
  answer: { kind: 'cut', isLate },
  atTheSimulator: null,
})
const own = (delivery: Fit['delivery'], reply: (reaction: Reaction) => Reply): Fit => ({
  delivery,
  answer: { kind: 'own', reply },
  atTheSimulator: null,
})

/** `isSubmission` = it carries notices; a question is only answered or not. */
export function fitFor({ fault, isDone }: Reaction, isSubmission: boolean): Fit {
  switch (fault) {
    case 'request lost':
      return cut('never')
    case 'answer lost':
      return cut('always', true)
    case 'connection reset after processing':
      return cut('always')
    case 'no answer for half a minute':
      return cut('sometimes', true)
    case 'effect comes late':
      return isSubmission ? cut('late', true) : HONEST
    case 'page instead of an answer':
      return own('sometimes', () => page())
    case 'receipt of another request':
      return isSubmission ? { ...HONEST, answer: { kind: 'from the service', change: toAnother } } : own('never', () => page())
    case 'server error':
      return own('never', () => problem(500, 'internal'))
    case 'server error after processing':
      return own('always', () => problem(500, 'internal'))
    case '503 with Retry-After':
      return own('sometimes', (reaction) => problem(503, 'unavailable', reaction))
    case '409 in flight':
      return own('sometimes', () => problem(409, 'in_flight'))
    case '429 with Retry-After':
    case '429 without':
      return own('never', (reaction) => problem(429, 'too_many_requests', reaction))
    case 'sign-in refused':
      return own('never', () => problem(401, 'sign_in_required'))
    case 'batch refused':
      return isSubmission ? own('never', () => problem(422, 'bad_request')) : HONEST
    case 'one rejected':
      return isSubmission ? { ...HONEST, atTheSimulator: { name: 'reject-field', rate: 0.5 } } : HONEST
    case 'one deferred':
      if (!isSubmission) return HONEST
      return { ...HONEST, atTheSimulator: isDone ? { name: 'defer-one', rate: 0.5 } : { name: 'defer', rate: 1 } }
    case 'one missing from the answer':
      return isSubmission ? { ...HONEST, answer: { kind: 'from the service', change: withoutOne } } : HONEST
    default:
      return HONEST
  }
}

function page(): Reply {
  return {
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: Buffer.from('<html><h1>Welcome to our network</h1></html>'),
  }
}

function problem(status: number, code: string, { retryAfter }: Partial<Reaction> = {}): Reply {
  const headers = {
    'content-type': 'application/problem+json',
    ...(retryAfter === undefined || retryAfter === null ? {} : { 'retry-after': retryAfter }),
  }
  return { status, headers, body: Buffer.from(JSON.stringify({ type: 'about:blank', title: code, status, code })) }
}

interface Results {
  readonly results?: readonly { readonly clientId: string }[]
}

function toAnother(given: Reply): Reply {
  return withResults(given, (results) =>
    results.map((result) => ({ ...result, clientId: '01934f00-0000-7000-8000-00000000ffff' })),
  )
}

function withoutOne(given: Reply, { index }: Reaction): Reply {
  return withResults(given, (results) => results.filter((_, position) => position !== index))
}

function withResults(
  given: Reply,
  change: (results: NonNullable<Results['results']>) => NonNullable<Results['results']>,
): Reply {
  const content = JSON.parse(given.body.toString('utf8')) as Results
  if (content.results === undefined) return given
  return { ...given, body: Buffer.from(JSON.stringify({ ...content, results: change(content.results) })) }
}
