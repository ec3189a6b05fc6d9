import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  batchReferenceSchema,
  clientIdSchema,
  type deferredSubmissionSchema,
  type FoundNotice,
  lookUpSchema,
  MAX_NOTICES_PER_REQUEST,
  type NoticeResult,
  noticeContentSchema,
  PATHS,
} from '../channels/migration-api/wire.ts'
import { type AnsweringOptions, answer, cut, refuse, sendProxyError } from './answering.ts'
import type { RawNotice } from './batches.ts'
import type { FaultName } from './faults.ts'
import type { Ledger } from './ledger.ts'
import { issuesOf, sendProblem } from './problem.ts'
import { issuesUnder, type Terms } from './terms.ts'

export interface MigrationApiOptions extends AnsweringOptions {
  readonly ledger: Ledger
  /** As they are now. */
  readonly terms: () => Terms
  readonly now: () => number
  readonly deferMs: number
}

/** The outer shape only: a notice that is wrong inside is refused by itself and does not spoil its neighbours. */
const envelopeSchema = z.object({
  notices: z
    .array(z.object({ clientId: clientIdSchema, noticeId: z.uuid(), notice: z.unknown() }))
    .min(1)
    .max(MAX_NOTICES_PER_REQUEST),
})
type Envelope = z.infer<typeof envelopeSchema>

const listQuerySchema = z.object({
  since: z.iso.datetime(),
  cursor: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})

/** How often `html-502` hides a delivery that was stored. */
const STORED_BEHIND_PROXY_ERROR = 0.5

/** The published paths of the channel. Sign-in and the faults that refuse a whole request come before every one of them. */
export function serveMigrationApi(server: FastifyInstance, options: MigrationApiOptions): void {
  const { ledger, faults, now } = options
  const find = (clientId: string): FoundNotice | undefined => {
    const deferral = ledger.batches.inWork(clientId, now())
    return ledger.find(clientId) ?? (deferral === undefined ? undefined : { clientId, status: 'deferred', ...deferral })
  }

  server.addHook('onRequest', (_request, _reply, done) => {
    ledger.batches.decide(now(), (notice) => takeOne(notice, options))
    done()
  })

  server.post(PATHS.notices, async (request, reply) => {
    const drawn = faults.draw()
    if (refuse(request, reply, drawn, options)) return reply
    const envelope = envelopeSchema.safeParse(request.body)
    if (!envelope.success) return sendProblem(reply, 'bad_request', { issues: issuesOf(envelope.error) })
    if (envelope.data.notices.length > options.terms().maxBatch) return sendProblem(reply, 'too_large')
    if (drawn.has('drop-before-store')) return cut(request, reply)
    if (drawn.has('html-502')) {
      if (faults.happens(STORED_BEHIND_PROXY_ERROR)) takeAll(envelope.data, options)
      return sendProxyError(reply)
    }
    const isDeferred = drawn.has('defer')
    const content = isDeferred ? deferAll(envelope.data, options) : { results: takeAll(envelope.data, options) }
    if (drawn.has('drop-after-store')) return cut(request, reply)
    return answer(isDeferred ? reply.code(202) : reply, drawn, options, content)
  })

  server.post(PATHS.lookUp, async (request, reply) => {
    const drawn = faults.draw()
    if (refuse(request, reply, drawn, options)) return reply
    if (drawn.has('html-502')) return sendProxyError(reply)
    const question = lookUpSchema.safeParse(request.body)
    if (!question.success) return sendProblem(reply, 'bad_request', { issues: issuesOf(question.error) })
    const { clientIds } = question.data
    return answer(reply, drawn, options, {
      notices: clientIds.map(find).filter((found) => found !== undefined),
      absent: clientIds.filter((clientId) => find(clientId) === undefined),
    })
  })

  type Answering = (request: FastifyRequest, reply: FastifyReply, drawn: ReadonlySet<FaultName>) => FastifyReply | object
  const asking = (url: string, answering: Answering): void => {
    server.get(url, async (request, reply) => {
      const drawn = faults.draw()
      if (refuse(request, reply, drawn, options)) return reply
      if (drawn.has('html-502')) return sendProxyError(reply)
      const found = answering(request, reply, drawn)
      return found === reply ? reply : answer(reply, drawn, options, found)
    })
  }

  asking(PATHS.health, () => ({ status: 'ok', service: 'simulator', time: new Date(options.now()).toISOString() }))

  asking(PATHS.notices, (request, reply) => {
    const query = listQuerySchema.safeParse(request.query)
    if (!query.success) return sendProblem(reply, 'bad_request', { issues: issuesOf(query.error) })
    const { since, cursor, limit } = query.data
    const { notices, last } = ledger.list(new Date(since).toISOString(), cursor, limit)
    return { notices, nextCursor: last === null ? null : String(last) }
  })

  asking(PATHS.notice(':clientId'), (request, reply) => {
    const clientId = readClientId(request)
    if (clientId === undefined) return sendProblem(reply, 'bad_request')
    return find(clientId) ?? sendProblem(reply, 'notice_not_found', { clientId })
  })

  asking(PATHS.batch(':batchReference'), (request, reply, drawn) => {
    const parameters = z.object({ batchReference: batchReferenceSchema }).safeParse(request.params)
    if (!parameters.success) return sendProblem(reply, 'bad_request')
    const { batchReference } = parameters.data
    if (drawn.has('forget-batch')) ledger.batches.forget(batchReference)
    const results = ledger.batches.results(batchReference, now())
    return results === undefined ? sendProblem(reply, 'batch_not_found', { batchReference }) : { batchReference, results }
  })

  asking(PATHS.receipt(':clientId'), (request, reply) => {
    const clientId = readClientId(request)
    if (clientId === undefined) return sendProblem(reply, 'bad_request')
    const receipt = ledger.receipt(clientId)
    if (receipt === undefined) return sendProblem(reply, 'notice_not_found', { clientId })
    return reply.type('application/pdf').send(receipt)
  })
}

function takeAll({ notices }: Envelope, options: MigrationApiOptions): readonly NoticeResult[] {
  const { ledger, faults, now, deferMs } = options
  return notices.map((raw): NoticeResult => {
    const { clientId } = raw
    const inWork = ledger.batches.inWork(clientId, now())
    if (inWork !== undefined) return { clientId, status: 'deferred', ...inWork }
    const isDeferred = faults.happens(faults.rates()['defer-one'])
    if (!isDeferred || ledger.find(clientId) !== undefined) return takeOne(raw, options)
    const batchReference = ledger.batches.take([raw], now() + deferMs)
    return { clientId, status: 'deferred', batchReference, askAgainAfterSeconds: deferMs / 1000 }
  })
}

/** Also what is there already or in work with another batch: it comes to the same. */
function deferAll(
  { notices }: Envelope,
  { ledger, now, deferMs }: MigrationApiOptions,
): z.infer<typeof deferredSubmissionSchema> {
  const batchReference = ledger.batches.take(notices, now() + deferMs)
  return { batchReference, askAgainAfterSeconds: deferMs / 1000, clientIds: notices.map(({ clientId }) => clientId) }
}

function takeOne({ clientId, noticeId, notice }: RawNotice, { ledger, faults, now, terms }: MigrationApiOptions): NoticeResult {
  const parsed = noticeContentSchema.safeParse(notice)
  if (!parsed.success) return { clientId, status: 'rejected', issues: issuesOf(parsed.error) }
  const isRefused = faults.happens(faults.rates()['reject-field'])
  const issues = issuesUnder(terms(), parsed.data)
  if (issues.length > 0 && ledger.find(clientId) === undefined) return { clientId, status: 'rejected', issues }
  if (isRefused && ledger.find(clientId) === undefined) {
    const issue = {
      field: 'document.number',
      code: 'format',
      message: 'The document number does not have the expected form.',
    }
    return { clientId, status: 'rejected', issues: [issue] }
  }
  return ledger.take({ clientId, noticeId, notice: parsed.data }, new Date(now()).toISOString())
}

function readClientId(request: FastifyRequest): string | undefined {
  const parameters = z.object({ clientId: clientIdSchema }).safeParse(request.params)
  return parameters.success ? parameters.data.clientId : undefined
}
