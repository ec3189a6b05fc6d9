import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { Problem } from '../channels/migration-api/wire.ts'

const TITLES: Readonly<Record<string, readonly [status: number, title: string]>> = {
  not_json: [400, 'The request is not JSON.'],
  sign_in_required: [401, 'The caller is not known, or its token has expired.'],
  no_such_page: [404, 'There is nothing at this address.'],
  notice_not_found: [404, 'There is no notice under this client id.'],
  batch_not_found: [404, 'There is no batch of this reference (any more).'],
  too_large: [413, 'The request is too large; nothing was taken.'],
  not_json_type: [415, 'Only application/json is taken here.'],
  bad_request: [422, 'The request does not have the published shape; nothing was taken.'],
  too_many_requests: [429, 'Too many requests; nothing was taken.'],
  internal: [500, 'The service failed.'],
  unavailable: [503, 'Not now.'],
}

/** Answers with RFC 9457 `application/problem+json`. */
export function sendProblem(
  reply: FastifyReply,
  code: keyof typeof TITLES,
  more: Partial<Pick<Problem, 'detail' | 'clientId' | 'batchReference' | 'issues'>> = {},
): FastifyReply {
  const [status, title] = TITLES[code] ?? [500, 'The service failed.']
  const problem: Problem = { type: 'about:blank', title, status, code, ...more }
  return reply.code(status).type('application/problem+json').send(JSON.stringify(problem))
}

/** What zod found wrong, without the values. */
export function issuesOf(error: z.ZodError, root: readonly PropertyKey[] = []): NonNullable<Problem['issues']> {
  return error.issues.map(({ path, code, message }) => ({
    field: [...root, ...path].map(String).join('.') || null,
    code,
    message,
  }))
}
