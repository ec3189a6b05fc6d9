import { z } from 'zod'
import { type NastyRequest, rawAnswer, rawJson, rawProblem } from '../nasty-server.ts'

const submissionSchema = z.object({
  notices: z.array(z.object({ clientId: z.string(), noticeId: z.string(), notice: z.unknown() })),
})
const questionSchema = z.object({ clientIds: z.array(z.string()) })

export interface HeldNotice {
  readonly noticeId: string
  readonly reference: string
  /** What came first under this id, byte for byte. */
  readonly content: string
  /** Times it was taken as something new. More than one is the double that must never be. */
  readonly effects: number
}

/** What a service may do that the contract forbids. Off until a trap says otherwise. */
export interface Weaknesses {
  /** A repeat under an old client id is taken as something new. */
  forgetsIdsWhenSent: boolean
  /** Questions about an old client id are answered with "no such notice". */
  forgetsIdsWhenAsked: boolean
  /** Notices are taken into work: the batch tells what became of them, at the first time of asking. */
  defers: boolean
  /** Nobody knows a batch reference any more. */
  forgetsBatches: boolean
  /** Runs once, after the next question was answered. */
  afterNextQuestion: (() => void) | null
}

/** The truth: a service in memory that keeps the contract to the letter, whatever a trap makes of its answers on the way. */
export interface HonestService {
  readonly held: ReadonlyMap<string, HeldNotice>
  readonly weaknesses: Weaknesses
  /** Client ids that came again with another content. */
  readonly changedContents: readonly string[]
  /** Takes a submission, or those of its notices that pass, and says what it should answer. */
  take(
    request: NastyRequest,
    isTaken?: (clientId: string) => boolean,
  ): { readonly results: readonly Readonly<Record<string, unknown>>[] }
  /** The client ids of a submission, without taking it. */
  idsOf(request: NastyRequest): readonly string[]
  /** The whole honest answer to any request. */
  answer(request: NastyRequest): Buffer
}

const RECEIVED_AT = '2026-11-23T05:43:00.000Z'

export function honestService(): HonestService {
  const held = new Map<string, HeldNotice>()
  const changedContents: string[] = []
  const batches = new Map<string, NastyRequest>()
  const weaknesses: Weaknesses = {
    forgetsIdsWhenSent: false,
    forgetsIdsWhenAsked: false,
    defers: false,
    forgetsBatches: false,
    afterNextQuestion: null,
  }

  function takeOne({ clientId, noticeId, notice }: z.infer<typeof submissionSchema>['notices'][number]) {
    const content = JSON.stringify(notice)
    const known = held.get(clientId)
    if (known !== undefined && known.content !== content) changedContents.push(clientId)
    // Who forgets ids in questions and repeats alike still finds the person: the same arrival cannot be reported twice.
    if (known !== undefined && weaknesses.forgetsIdsWhenAsked) {
      return { clientId, status: 'duplicate', existingReference: known.reference }
    }
    const isNew = known === undefined || weaknesses.forgetsIdsWhenSent
    const reference = known?.reference ?? `R-${held.size + 1}`
    held.set(clientId, { noticeId, reference, content, effects: (known?.effects ?? 0) + (isNew ? 1 : 0) })
    return { clientId, status: 'accepted', reference, receivedAt: RECEIVED_AT, warnings: [] }
  }

  function find(clientId: string) {
    const found = weaknesses.forgetsIdsWhenAsked ? undefined : held.get(clientId)
    if (found === undefined) return undefined
    const { noticeId, reference } = found
    const common = { clientId, noticeId, reference, receivedAt: RECEIVED_AT }
    return { ...common, revision: 1, status: 'accepted', isSuperseded: false }
  }

  function answerQuestion(request: NastyRequest): Buffer {
    const { clientIds } = questionSchema.parse(JSON.parse(request.body))
    return rawJson('200 OK', {
      notices: clientIds.map(find).filter((found) => found !== undefined),
      absent: clientIds.filter((clientId) => find(clientId) === undefined),
    })
  }

  const service: HonestService = {
    held,
    weaknesses,
    changedContents,
    take(request, isTaken = () => true) {
      const { notices } = submissionSchema.parse(JSON.parse(request.body))
      return { results: notices.filter(({ clientId }) => isTaken(clientId)).map(takeOne) }
    },
    idsOf: (request) => submissionSchema.parse(JSON.parse(request.body)).notices.map(({ clientId }) => clientId),
    answer(request) {
      const { method, path } = request
      if (path === '/oauth/token') return rawJson('200 OK', { access_token: 't-1', token_type: 'Bearer', expires_in: 3600 })
      if (path === '/v1/health') return rawJson('200 OK', { status: 'ok', service: 'honest', time: RECEIVED_AT })
      if (method === 'POST' && path === '/v1/notices') {
        return weaknesses.defers ? defer(request) : rawJson('200 OK', service.take(request))
      }
      if (path.startsWith('/v1/batches/')) return answerAboutBatch(path.split('/').at(-1) ?? '')
      const answer = answerAbout(path.split('/').slice(3), request)
      weaknesses.afterNextQuestion?.()
      weaknesses.afterNextQuestion = null
      return answer
    },
  }

  function defer(request: NastyRequest): Buffer {
    const batchReference = `B-${batches.size + 1}`
    batches.set(batchReference, request)
    return rawJson('202 Accepted', { batchReference, askAgainAfterSeconds: 20, clientIds: service.idsOf(request) })
  }

  function answerAboutBatch(batchReference: string): Buffer {
    const request = batches.get(batchReference)
    if (request === undefined) return rawProblem(404, 'batch_not_found', {}, { batchReference })
    const { results } = service.take(request)
    if (weaknesses.forgetsBatches) return rawProblem(404, 'batch_not_found', {}, { batchReference })
    return rawJson('200 OK', { batchReference, results })
  }

  function answerAbout([clientId = '', part]: readonly string[], request: NastyRequest): Buffer {
    if (clientId === 'lookup') return answerQuestion(request)
    const found = find(clientId)
    if (found === undefined) return rawProblem(404, 'notice_not_found', {}, { clientId })
    if (part !== 'receipt') return rawJson('200 OK', found)
    return rawAnswer('200 OK', { 'Content-Type': 'application/pdf' }, `%PDF-1.4 ${found.reference}`)
  }

  return service
}
