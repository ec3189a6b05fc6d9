import type { RedactedExchange } from '../adapter.ts'
import type { HttpAnswer, HttpFailure, HttpRequest } from './http-client.ts'
import { readJson } from './read-json.ts'

/** Keys of an answer that never hold anything personal. Everything else is left out, known or not. */
const SAFE_KEYS: readonly string[] = [
  'results',
  'notices',
  'absent',
  'clientId',
  'clientIds',
  'batchReference',
  'askAgainAfterSeconds',
  'noticeId',
  'revision',
  'status',
  'reference',
  'existingReference',
  'receivedAt',
  'isSuperseded',
  'issues',
  'warnings',
  'field',
  'code',
  'service',
  'error',
]
const MAX_ANSWER_CHARACTERS = 2000
/** Deeper than any answer of the contract. Brackets a million deep must not end in a stack overflow, which would pass for a bug of ours. */
const MAX_DEPTH = 8
const CLIENT_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Ids, codes, instants and field paths; a sentence could say who the guest is. */
const SAFE_TEXT = /^[\w.:+/-]{0,100}$/

/**
 * What may be kept and shown of one exchange. With a `clientId`, the results of other notices in the same batch are left out: each
 * guest's record holds only its own.
 */
export function redactExchange(
  request: HttpRequest,
  answer: HttpAnswer | HttpFailure,
  clientId: string | null,
): RedactedExchange {
  const common = { method: request.method, path: request.path, requestBytes: Buffer.byteLength(request.body ?? '') }
  if (answer.kind === 'failure') return { ...common, status: null, responseBytes: 0, answer: null }
  return { ...common, status: answer.status, responseBytes: answer.bytes.length, answer: describe(answer, clientId) }
}

function describe(answer: HttpAnswer, clientId: string | null): string {
  const content = readJson(answer)
  if (content === undefined) return `(${answer.mediaType === '' ? 'no media type' : answer.mediaType}, not readable)`
  return JSON.stringify(keepSafe(content, clientId, MAX_DEPTH)).slice(0, MAX_ANSWER_CHARACTERS)
}

function keepSafe(value: unknown, clientId: string | null, depth: number): unknown {
  if (depth === 0) return '(deep)'
  if (Array.isArray(value)) {
    return value.filter((entry) => !isAboutAnother(entry, clientId)).map((entry) => keepSafe(entry, clientId, depth - 1))
  }
  if (typeof value === 'object' && value !== null) {
    const kept = Object.entries(value).filter(([key]) => SAFE_KEYS.includes(key))
    return Object.fromEntries(kept.map(([key, inner]) => [key, keepSafe(inner, clientId, depth - 1)]))
  }
  return typeof value === 'string' && !SAFE_TEXT.test(value) ? '(text)' : value
}

function isAboutAnother(entry: unknown, clientId: string | null): boolean {
  if (clientId !== null && typeof entry === 'string' && CLIENT_ID.test(entry)) return entry !== clientId
  if (clientId === null || typeof entry !== 'object' || entry === null || !('clientId' in entry)) return false
  return entry.clientId !== clientId
}
