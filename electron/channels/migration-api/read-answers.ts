import { z } from 'zod'
import { assertNever } from '#shared/domain/assert-never.ts'
import type { FieldIssue, OutgoingNotice, Verdict } from '../adapter.ts'
import type { HttpAnswer } from './http-client.ts'
import { readJson } from './read-json.ts'
import { type issueSchema, noticeResultSchema, problemSchema } from './wire.ts'

const resultsSchema = z.object({ results: z.array(z.unknown()) })
type Issue = z.infer<typeof issueSchema>

/**
 * What a whole answer to `POST /v1/notices` says about each notice, in the order sent. Accepted only by a result that parses and
 * names our client id; every answer that proves nothing is `unknown`. 401 and 403 are expected to be final here.
 */
export function readSubmissionAnswer(answer: HttpAnswer, notices: readonly OutgoingNotice[]): readonly Verdict[] {
  if (answer.status >= 200 && answer.status < 300) {
    const content = resultsSchema.safeParse(readJson(answer))
    const results = content.success ? content.data.results : []
    return notices.map((notice) => readResult(results, notice.clientId))
  }
  const verdict = readRefusal(answer, notices.length)
  return notices.map(() => verdict)
}

function readResult(results: readonly unknown[], clientId: string): Verdict {
  const ours = results.filter((result) => isRecord(result) && result['clientId'] === clientId)
  const parsed = ours.length === 1 ? noticeResultSchema.safeParse(ours[0]) : null
  if (parsed === null || !parsed.success) return { kind: 'unknown', cause: 'unreadable_answer', retryAfterMs: null }
  const result = parsed.data
  switch (result.status) {
    case 'accepted':
      return { kind: 'accepted', reference: result.reference, receipt: null, warnings: result.warnings.map(({ code }) => code) }
    case 'rejected':
      return { kind: 'rejected', issues: result.issues.map(toFieldIssue) }
    case 'duplicate':
      return { kind: 'duplicate', existingReference: result.existingReference }
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
  // One of many is at fault and the answer does not say which: nothing was taken, each goes alone next.
  if (batchSize > 1) return { kind: 'notSent', cause: 'content_refused', retryAfterMs: null }
  const issues = problem.success ? (problem.data.issues ?? []).map(toFieldIssue) : []
  if (issues.length > 0) return { kind: 'rejected', issues }
  const { code, title } = problem.success ? problem.data : { code: 'too_large', title: 'The request is too large.' }
  return { kind: 'rejected', issues: [{ field: null, code, message: title }] }
}

/** Fields of the wire whose name at the desk is another than their last part. */
const DESK_FIELDS: Readonly<Record<string, string>> = {
  'document.type': 'documentType',
  'document.series': 'documentSeries',
  'document.number': 'documentNumber',
}

function toFieldIssue({ field, code, message }: Issue): FieldIssue {
  const path = field?.replace(/^notices\.\d+\./, '').replace(/^notice\./, '') ?? null
  return { field: path === null ? null : (DESK_FIELDS[path] ?? path.split('.').at(-1) ?? path), code, message }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
