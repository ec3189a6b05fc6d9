import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { ALPHABETS, type FieldRule, RULED_FIELDS } from '#shared/domain/field-rules.ts'
import type { SealedNotice } from '#shared/domain/notice-payload.ts'
import type { DescribeAnswer, PublishedCodeLists, ServiceFacts, ValidationAnswer } from '../adapter.ts'
import { type Call, get, post, type Trouble, troubleOf } from './call.ts'
import type { HttpAnswer } from './http-client.ts'
import { toFieldIssue } from './read-answers.ts'
import { readJson } from './read-json.ts'
import { PATHS } from './wire.ts'
import { capabilitiesSchema, codeListsSchema, fieldRuleSchema, validationAnswerSchema } from './wire-questions.ts'

/** What a server answers to a path or method it does not have. */
const NOT_OFFERED: readonly number[] = [404, 405, 501]
/** What only the answer to a submission holds: an answer with one of these is about something that was filed. */
const MARKS_OF_A_RECEIPT: readonly string[] = ['reference', 'receivedAt', 'results', 'status', 'batchReference']

export interface Questions {
  validate(payload: SealedNotice, signal: AbortSignal): Promise<ValidationAnswer>
  describe(known: ServiceFacts | null, signal: AbortSignal): Promise<DescribeAnswer>
}

/** Questions that change nothing at the service. None of them is about a notice's fate. */
export function createQuestions(call: Call, deadlineMs: number): Questions {
  const within = (signal: AbortSignal): AbortSignal => AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)])

  async function askCapabilities(signal: AbortSignal): Promise<Reading<Omit<ServiceFacts, 'codeLists'>>> {
    const result = await call(get(PATHS.capabilities), within(signal))
    if (result.kind !== 'answer') return { kind: 'trouble', ...troubleOf(result) }
    if (NOT_OFFERED.includes(result.answer.status)) return { kind: 'not_offered' }
    const read = result.answer.status === 200 ? readCapabilities(result.answer) : undefined
    return read === undefined ? { kind: 'trouble', ...troubleOf(result) } : { kind: 'known', value: read }
  }

  async function askCodeLists(known: PublishedCodeLists | null, signal: AbortSignal): Promise<Reading<PublishedCodeLists>> {
    const request = get(PATHS.codeLists)
    const etag = known?.etag ?? null
    const headers = etag === null ? request.headers : { ...request.headers, 'If-None-Match': etag }
    const result = await call({ ...request, headers }, within(signal))
    if (result.kind !== 'answer') return { kind: 'trouble', ...troubleOf(result) }
    const { answer } = result
    if (NOT_OFFERED.includes(answer.status)) return { kind: 'not_offered' }
    // Only to somebody who has them: a 304 to a question without an ETag says nothing.
    if (answer.status === 304 && known !== null && etag !== null) return { kind: 'known', value: known }
    const content = answer.status === 200 ? codeListsSchema.safeParse(readJson(answer)) : null
    if (content?.success !== true) return { kind: 'trouble', ...troubleOf(result) }
    const { version, ...lists } = content.data
    return { kind: 'known', value: { version, etag: answer.etag, lists } }
  }

  return {
    async validate(payload, signal) {
      const questionId = randomUUID()
      const result = await call(post(PATHS.validation, { questionId, notice: payload }), within(signal))
      if (result.kind !== 'answer') return { kind: 'no_answer', ...troubleOf(result) }
      if (NOT_OFFERED.includes(result.answer.status)) return { kind: 'not_offered', retryAfterMs: null }
      const read = result.answer.status === 200 ? readValidation(result.answer, questionId) : undefined
      return read ?? { kind: 'no_answer', ...troubleOf(result) }
    },

    async describe(known, signal) {
      const capabilities = await askCapabilities(signal)
      if (capabilities.kind === 'trouble') {
        return { kind: 'no_answer', cause: capabilities.cause, retryAfterMs: capabilities.retryAfterMs }
      }
      const codeLists = await askCodeLists(known?.codeLists ?? null, signal)
      const said = capabilities.kind === 'known' ? capabilities.value : NOTHING_SAID
      return {
        kind: 'facts',
        facts: { ...said, codeLists: codeListsAfter(codeLists, known) },
        retryAfterMs: codeLists.kind === 'trouble' ? codeLists.retryAfterMs : null,
      }
    },
  }
}

const NOTHING_SAID = { maxBatch: null, environment: null, fieldRules: [] } as const

type Reading<T> =
  | { readonly kind: 'known'; readonly value: T }
  | { readonly kind: 'not_offered' }
  | ({ readonly kind: 'trouble' } & Trouble)

/** Lists that could not be fetched this time are as good as they were. */
function codeListsAfter(reading: Reading<PublishedCodeLists>, known: ServiceFacts | null): PublishedCodeLists | null {
  if (reading.kind === 'known') return reading.value
  return reading.kind === 'trouble' ? (known?.codeLists ?? null) : null
}

/** Proven to be a validation: it says so, repeats our question's id, and has nothing of a receipt about it. */
function readValidation(answer: HttpAnswer, questionId: string): ValidationAnswer | undefined {
  const content = readJson(answer)
  const read = validationAnswerSchema.safeParse(content)
  if (!read.success || read.data.questionId !== questionId) return undefined
  if (typeof content === 'object' && content !== null && MARKS_OF_A_RECEIPT.some((mark) => mark in content)) return undefined
  const { issues, warnings } = read.data
  return { kind: 'validated', issues: issues.map(toFieldIssue), warnings: warnings.map(({ code }) => code), retryAfterMs: null }
}

const looseCapabilitiesSchema = capabilitiesSchema.pick({ maxBatch: true, environment: true })

function readCapabilities(answer: HttpAnswer): Omit<ServiceFacts, 'codeLists'> | undefined {
  const content = readJson(answer)
  const read = looseCapabilitiesSchema.safeParse(content)
  if (!read.success) return undefined
  const { maxBatch, environment } = read.data
  return { maxBatch: Math.floor(maxBatch), environment, fieldRules: readRules(content) }
}

/** A rule about a field or letters that this version does not know is left to the service. */
function readRules(content: unknown): readonly FieldRule[] {
  const rules = typeof content === 'object' && content !== null && 'fieldRules' in content ? content.fieldRules : []
  if (!Array.isArray(rules)) return []
  return rules.flatMap((rule: unknown) => {
    const read = fieldRuleSchema.safeParse(rule)
    return read.success ? toFieldRule(read.data) : []
  })
}

function toFieldRule({ field, isRequired, maxLength, alphabet }: z.infer<typeof fieldRuleSchema>): readonly FieldRule[] {
  const known = RULED_FIELDS.find((name) => name === field)
  if (known === undefined) return []
  const letters = ALPHABETS.find((name) => name === alphabet) ?? null
  return [{ field: known, isRequired, maxLength, alphabet: letters, codeList: null }]
}
