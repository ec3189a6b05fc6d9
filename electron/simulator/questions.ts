import type { FastifyInstance } from 'fastify'
import { PATHS } from '../channels/migration-api/wire.ts'
import { validationSchema } from '../channels/migration-api/wire-questions.ts'
import { type AnsweringOptions, answer, refuse, sendProxyError } from './answering.ts'
import { issuesOf, sendProblem } from './problem.ts'
import { codeListVersion, issuesUnder, type Terms, termsSchema } from './terms.ts'

export interface QuestionOptions extends AnsweringOptions {
  readonly terms: () => Terms
  readonly setTerms: (terms: Terms) => void
  readonly now: () => number
}

/** Would this be accepted, which codes are known, what is taken. Nothing here stores anything. */
export function serveQuestions(server: FastifyInstance, options: QuestionOptions): void {
  const { faults, terms, now } = options

  server.post(PATHS.validation, async (request, reply) => {
    const drawn = faults.draw()
    if (refuse(request, reply, drawn, options)) return reply
    if (!terms().answersQuestions) return sendProblem(reply, 'no_such_page')
    if (drawn.has('html-502')) return sendProxyError(reply)
    const outer = validationSchema.pick({ questionId: true }).safeParse(request.body)
    if (!outer.success) return sendProblem(reply, 'bad_request', { issues: issuesOf(outer.error) })
    const question = validationSchema.safeParse(request.body)
    const issues = question.success
      ? issuesUnder(terms(), question.data.notice)
      : issuesOf(question.error).map((issue) => ({ ...issue, field: issue.field?.replace(/^notice\./, '') ?? null }))
    return answer(reply, drawn, options, { questionId: outer.data.questionId, validated: true, issues, warnings: [] })
  })

  server.get(PATHS.codeLists, async (request, reply) => {
    const drawn = faults.draw()
    if (refuse(request, reply, drawn, options)) return reply
    if (!terms().answersQuestions) return sendProblem(reply, 'no_such_page')
    if (drawn.has('html-502')) return sendProxyError(reply)
    const { countries, documentTypes, purposes } = terms()
    const version = codeListVersion(terms())
    const etag = `"${version}"`
    if (request.headers['if-none-match'] === etag) return reply.code(304).header('ETag', etag).send()
    return answer(reply.header('ETag', etag), drawn, options, { version, countries, documentTypes, purposes })
  })

  server.get(PATHS.capabilities, async (request, reply) => {
    const drawn = faults.draw()
    if (refuse(request, reply, drawn, options)) return reply
    if (!terms().answersQuestions) return sendProblem(reply, 'no_such_page')
    if (drawn.has('html-502')) return sendProxyError(reply)
    return answer(reply, drawn, options, {
      maxBatch: terms().maxBatch,
      environment: 'test',
      isAsync: true,
      validateOnly: true,
      codeLists: true,
      receiptTypes: ['application/pdf'],
      fieldRules: terms().fieldRules,
      time: new Date(now()).toISOString(),
    })
  })

  server.get('/terms', () => terms())
  server.put('/terms', (request, reply) => {
    const change = termsSchema.partial().safeParse(request.body)
    if (!change.success) return sendProblem(reply, 'bad_request', { issues: issuesOf(change.error) })
    options.setTerms(termsSchema.parse({ ...terms(), ...change.data }))
    return terms()
  })
}
