import { z } from 'zod'
import { assertNever } from '#shared/domain/assert-never.ts'
import type { FieldIssue, OutgoingNotice, Verdict } from '../adapter.ts'
import { deskFieldOf } from '../desk-field.ts'
import type { HttpAnswer } from './http-client.ts'
import { readJson } from './read-json.ts'
import { batchSchema, deferredSubmissionSchema, type issueSchema, noticeResultSchema, problemSchema } from './wire.ts'

const resultsSchema = z.object({ results: z.array(z.unknown()) })
type Issue = z.infer<typeof issueSchema>

/**
 * What a whole answer to `POST /v1/notices` says about each notice, in the order sent. Accepted only by a result that parses and
 * names our client id; every answer that proves nothing is `unknown`. 401 and 403 are expected to be final here.
 */
export function readSubmissionAnswer(answer: HttpAnswer, notices: readonly OutgoingNotice[]): readonly Verdict[] {
  if (answer.status === 202) return readDeferral(answer, notices)
  if (answer.status >= 200 && answer.status < 300) {
    const content = resultsSchema.safeParse(readJson(answer))
    const results = content.success ? content.data.results : []
    return notices.map((notice) => readResult(results, notice.clientId))
  }
  const verdict = readRefusal(answer, notices.length)
  return notices.map(() => verdict)
}

/** The whole request is in work. A notice that is not named may be anywhere. */
function readDeferral(answer: HttpAnswer, notices: readonly OutgoingNotice[]): readonly Verdict[] {
  const content = deferredSubmissionSchema.safeParse(readJson(answer))
  return notices.map(({ clientId }) => {
    const isNamed = content.success && content.data.clientIds.filter((id) => id === clientId).length === 1
    return isNamed ? deferredAs(content.data) : UNREADABLE
  })
}

/** What a batch says about one of its notices. */
export type BatchWord =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  /** It says nothing about this one: the notice has to be asked about by its own id. */
  | { readonly kind: 'not_named' }
  | { readonly kind: 'unclear' }

const batchShapeSchema = batchSchema.extend({ results: z.array(z.unknown()) })
/** What a server answers about something it does not have, or a path that it does not know. */
const NOTHING_THERE: readonly number[] = [404, 405, 410, 501]

/**
 * What the answer to `GET /v1/batches/{batchReference}` says about each client id. Only results that name our own id count, whatever the
 * batch says of itself; a batch that is not there any more names nobody.
 */
export function readBatchAnswer(
  answer: HttpAnswer,
  batchReference: string,
  clientIds: readonly string[],
): readonly BatchWord[] {
  if (NOTHING_THERE.includes(answer.status)) return clientIds.map(() => ({ kind: 'not_named' }))
  const content = answer.status === 200 ? batchShapeSchema.safeParse(readJson(answer)) : null
  if (content?.success !== true || content.data.batchReference !== batchReference) {
    return clientIds.map(() => ({ kind: 'unclear' }))
  }
  const { results } = content.data
  return clientIds.map((clientId): BatchWord => {
    if (!results.some((result) => isAbout(result, clientId))) return { kind: 'not_named' }
    const verdict = readResult(results, clientId)
    return verdict.kind === 'unknown' ? { kind: 'unclear' } : { kind: 'verdict', verdict }
  })
}

const UNREADABLE: Verdict = { kind: 'unknown', cause: 'unreadable_answer', retryAfterMs: null }

/** The verdict of a notice that the service has taken and not decided yet. */
export function deferredAs(deferral: { readonly batchReference: string; readonly askAgainAfterSeconds: number }): Verdict {
  const { batchReference, askAgainAfterSeconds } = deferral
  return { kind: 'deferred', batchReference, askAgainAfterMs: askAgainAfterSeconds * 1000 }
}

function readResult(results: readonly unknown[], clientId: string): Verdict {
  const ours = results.filter((result) => isAbout(result, clientId))
  const parsed = ours.length === 1 ? noticeResultSchema.safeParse(ours[0]) : null
  if (parsed === null || !parsed.success) return UNREADABLE
  const result = parsed.data
  switch (result.status) {
    case 'accepted':
      return { kind: 'accepted', reference: result.reference, receipt: null, warnings: result.warnings.map(({ code }) => code) }
    case 'rejected':
      return { kind: 'rejected', issues: result.issues.map(toFieldIssue) }
    case 'duplicate':
      return { kind: 'duplicate', existingReference: result.existingReference }
    case 'deferred':
      return deferredAs(result)
    default:
      return assertNever(result)
  }
}

/** The verdict of a refusal of the whole request. */
function readRefusal(answer: HttpAnswer, batchSize: number): Verdict {
  const { status, retryAfterMs } = answer
  if (status === 401 || status === 403) return { kind: 'notSent', cause: 'sign_in_refused', retryAfterMs }
  if (status === 429) return { kind: 'notSent', cause: 'rate_limited', retryAfterMs }
  if (status >= 500 || status === 408 || status === 409 || status === 425) {
    return { kind: 'unknown', cause: 'server_error', retryAfterMs }
  }
  const problem = problemSchema.safeParse(readJson(answer))
  // A proxy's size limit comes as HTML and still means the same; any other unreadable 4xx may be somebody else's page.
  const isAboutContent = status >= 400 && (problem.success || status === 413)
  if (!isAboutContent) return { kind: 'unknown', cause: 'unreadable_answer', retryAfterMs }
  if (batchSize > 1 && status === 413) {
    return { kind: 'notSent', cause: 'content_refused', retryAfterMs: null, isBatchTooLarge: true }
  }
  // One of many is at fault and the answer does not say which: nothing was taken, each goes alone next.
  if (batchSize > 1) return { kind: 'notSent', cause: 'content_refused', retryAfterMs: null }
  const issues = problem.success ? (problem.data.issues ?? []).map(toFieldIssue) : []
  if (issues.length > 0) return { kind: 'rejected', issues }
  const { code, title } = problem.success ? problem.data : { code: 'too_large', title: 'The request is too large.' }
  return { kind: 'rejected', issues: [{ field: null, code, message: title }] }
}

/** An issue in the desk's names. */
export function toFieldIssue({ field, code, message }: Issue): FieldIssue {
  const path = field?.replace(/^notices\.\d+\./, '').replace(/^notice\./, '') ?? null
  return { field: path === null ? null : deskFieldOf(path), code, message }
}

/** The entry of an answer is about our own notice. */
export function isAbout(result: unknown, clientId: string): boolean {
  return typeof result === 'object' && result !== null && 'clientId' in result && result.clientId === clientId
}
