import type { MachineChannel, ServiceFacts, Verdict } from '../adapter.ts'
import { type CallResult, createCall, get, post, serverTimeOf, troubleOf, wireOf } from './call.ts'
import { DEFAULT_MAX_BATCH, migrationApiCapabilities } from './capabilities.ts'
import { createHttpClient, type HttpClientOptions } from './http-client.ts'
import { createLookUps } from './look-up.ts'
import { createQuestions } from './questions.ts'
import { readSubmissionAnswer } from './read-answers.ts'
import { readJson } from './read-json.ts'
import { createReceipts } from './receipts.ts'
import { redactExchange } from './redact.ts'
import { type ChannelCredentials, createSignIn } from './sign-in.ts'
import { healthSchema, PATHS } from './wire.ts'

export interface MigrationApiConfig extends Omit<HttpClientOptions, 'baseUrl'> {
  /** Root of the service, `https://…` or, for a simulator, `http://127.0.0.1:PORT`. */
  readonly baseUrl: string
  readonly credentials: ChannelCredentials
  /** The most notices in one call, whatever the service says. */
  readonly maxBatch?: number
  /** What the service said when it was asked before. */
  readonly known?: ServiceFacts | null
  /** One request, sign-in included, from start to the last byte of the answer. */
  readonly deadlineMs?: number
  /** All receipts of one batch together: they are a courtesy, the reference is proof already. */
  readonly receiptDeadlineMs?: number
}

const DEFAULT_DEADLINE_MS = 30_000
const DEFAULT_RECEIPT_DEADLINE_MS = 10_000

/**
 * The `migration-api` channel. Throws `TypeError` when `baseUrl` is not an http(s) address, and whatever OpenSSL says of a certificate that
 * cannot be read. Nothing the wire does makes it throw; a refused sign-in is renewed once per call.
 */
export function createMigrationApiChannel(config: MigrationApiConfig): MachineChannel {
  const { protocol } = new URL(config.baseUrl)
  if (protocol !== 'https:' && protocol !== 'http:')
    throw new TypeError('The channel address must begin with https:// or http://')
  const deadlineMs = config.deadlineMs ?? DEFAULT_DEADLINE_MS
  const within = (signal: AbortSignal): AbortSignal => AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)])
  const http = createHttpClient(config)
  const call = createCall(http, createSignIn(config.credentials, http, config.clock))
  const receipts = createReceipts(call, config.receiptDeadlineMs ?? DEFAULT_RECEIPT_DEADLINE_MS)
  const lookUps = createLookUps(call, receipts, deadlineMs)
  const questions = createQuestions(call, deadlineMs)
  const maxBatch = config.maxBatch ?? DEFAULT_MAX_BATCH
  let batchLimit = limitOf(config.known ?? null)

  /** A service that says nothing, or nonsense, takes what it likes: a 413 will tell. */
  function limitOf(facts: ServiceFacts | null): number {
    const asked = facts?.maxBatch ?? maxBatch
    return Math.min(Math.max(asked, 1), maxBatch)
  }

  return {
    capabilities: { ...migrationApiCapabilities, maxBatch },
    batchLimit: () => batchLimit,

    async send(notices, signal) {
      const request = post(PATHS.notices, {
        notices: notices.map(({ clientId, notificationId, payload }) => ({
          clientId,
          noticeId: notificationId,
          notice: payload,
        })),
      })
      const result = await call(request, within(signal))
      const wire = wireOf(result)
      const withReceipt = receipts.attaching(signal)
      const verdicts =
        result.kind === 'answer'
          ? await Promise.all(
              readSubmissionAnswer(result.answer, notices).map((verdict, index) => withReceipt(verdict, notices[index])),
            )
          : notices.map((): Verdict => verdictWithoutAnswer(result))
      // Strictly smaller each time, down to the single notice whose own fault it then is.
      if (verdicts.some((verdict) => verdict.kind === 'notSent' && verdict.isBatchTooLarge === true))
        batchLimit = Math.max(1, Math.min(batchLimit, Math.floor(notices.length / 2)))
      return {
        verdicts,
        exchanges: notices.map(({ clientId }) => redactExchange(request, wire, clientId)),
        serverTime: serverTimeOf(wire),
      }
    },

    lookUp: lookUps.one,
    lookUpMany: lookUps.many,
    fetchReceipt: ({ clientId }, signal) => receipts.fetch(clientId, signal),

    validate: questions.validate,

    async describe(known, signal) {
      const answer = await questions.describe(known, signal)
      if (answer.kind === 'facts') batchLimit = limitOf(answer.facts)
      return answer
    },

    async probe(signal) {
      const result = await call(get(PATHS.health), within(signal))
      const serverTime = serverTimeOf(wireOf(result))
      const isUp =
        result.kind === 'answer' && result.answer.status === 200 && healthSchema.safeParse(readJson(result.answer)).success
      return isUp ? { isUp, cause: null, retryAfterMs: null, serverTime } : { isUp, ...troubleOf(result), serverTime }
    },

    dropConnections: () => http.close(),
    close: () => http.close(),
  }
}

/** The verdict when the service never answered the request itself. */
function verdictWithoutAnswer(result: Exclude<CallResult, { kind: 'answer' }>): Verdict {
  const mayHaveArrived = result.kind === 'failure' && result.failure.mayHaveLeft
  return { kind: mayHaveArrived ? 'unknown' : 'notSent', ...troubleOf(result) }
}
