import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import { openApiDocument } from '../channels/migration-api/openapi.ts'
import { type Access, createAccess, type KnownClient } from './access.ts'
import { createFaults, type FaultRates, type Faults, isFaultName } from './faults.ts'
import { openLedger } from './ledger.ts'
import { serveMigrationApi } from './migration-api.ts'
import { servePage } from './page.ts'
import { sendProblem } from './problem.ts'
import { serveQuestions } from './questions.ts'
import { seededRandom } from './seeded-random.ts'
import { ORDINARY_TERMS, type Terms } from './terms.ts'

export interface SimulatorOptions {
  /** Holds `simulator.db`; made when missing. A restart on the same folder remembers everything. */
  readonly directory: string
  /** 0 = any free port. Always on 127.0.0.1. */
  readonly port: number
  readonly faults?: FaultRates
  /** Decides which requests the faults hit. */
  readonly seed?: number
  /** Wall time in milliseconds: dates the notices and ages the tokens. */
  readonly now?: () => number
  /** Senders that may sign in; none = anyone may send. */
  readonly clients?: readonly KnownClient[]
  /** What it takes, where that is not everything the contract allows. */
  readonly terms?: Partial<Terms>
  /** How late the fault `slow` answers. */
  readonly slowMs?: number
  /** How long the faults `defer` and `defer-one` keep a notice in work. */
  readonly deferMs?: number
  /** What the fault `http-429-retry-after` asks for. */
  readonly retryAfterSeconds?: number
}

export interface Simulator {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string
  /** Cuts every connection and closes the storage. */
  close(): Promise<void>
}

const MAX_REQUEST_BYTES = 2 * 1024 * 1024

/**
 * A migration service for training, tests and demonstrations: speaks the `migration-api` contract, keeps what it takes in its own
 * SQLite file, and fails on purpose. `GET /received` tells what is in force, `GET`/`PUT /faults` shows and replaces the faults, `/terms` what it takes.
 * Rejects when the port is busy or another simulator has the folder.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const now = options.now ?? Date.now
  const random = seededRandom(options.seed ?? 1)
  const faults = createFaults(random, options.faults ?? {})
  const access = createAccess(options.clients ?? [], now)
  const ledger = openLedger(options.directory)
  let terms: Terms = { ...ORDINARY_TERMS, ...options.terms }
  const server = Fastify({ logger: false, bodyLimit: MAX_REQUEST_BYTES, forceCloseConnections: true, exposeHeadRoutes: false })

  answerProblems(server)
  serveToken(server, access)
  const answering = {
    faults,
    access,
    slowMs: options.slowMs ?? 5_000,
    retryAfterSeconds: options.retryAfterSeconds ?? 2,
    terms: () => terms,
    now,
  }
  serveMigrationApi(server, { ...answering, ledger, deferMs: options.deferMs ?? 3_000 })
  serveQuestions(server, {
    ...answering,
    setTerms(changed) {
      terms = changed
    },
  })
  serveFaults(server, faults)
  servePage(server)
  server.get('/received', () => ledger.received())
  server.get('/openapi.json', () => openApiDocument())
  server.addHook('onClose', () => ledger.close())

  try {
    const url = await server.listen({ host: '127.0.0.1', port: options.port })
    return { url, close: () => server.close() }
  } catch (error) {
    await server.close()
    throw error
  }
}

function answerProblems(server: FastifyInstance): void {
  server.setNotFoundHandler((_request, reply) => sendProblem(reply, 'no_such_page'))
  server.setErrorHandler((error: FastifyError, _request, reply) => {
    if (error.statusCode === 413) return sendProblem(reply, 'too_large')
    if (error.statusCode === 415) return sendProblem(reply, 'not_json_type')
    if (error.statusCode === 400) return sendProblem(reply, 'not_json')
    return sendProblem(reply, 'internal')
  })
}

function serveToken(server: FastifyInstance, access: Access): void {
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, new URLSearchParams(body.toString())),
  )
  server.post('/oauth/token', (request, reply) => {
    const form = request.body
    if (!(form instanceof URLSearchParams) || form.get('grant_type') !== 'client_credentials') {
      return reply.code(400).send({ error: 'unsupported_grant_type' })
    }
    const granted = access.grantToken(form.get('client_id') ?? '', form.get('client_secret') ?? '')
    if (granted === undefined) return reply.code(401).send({ error: 'invalid_client' })
    return reply
      .header('Cache-Control', 'no-store')
      .send({ access_token: granted.token, token_type: 'Bearer', expires_in: granted.expiresInSeconds })
  })
}

function serveFaults(server: FastifyInstance, faults: Faults): void {
  server.get('/faults', () => faults.rates())
  server.put('/faults', (request, reply) => {
    const rates = parseRates(request.body)
    if (rates === undefined) {
      return sendProblem(reply, 'bad_request', {
        detail: 'Expected {"fault": probability} with known faults and numbers from 0 to 1.',
      })
    }
    faults.replace(rates)
    return faults.rates()
  })
}

function parseRates(body: unknown): FaultRates | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined
  const isRate = ([name, rate]: [string, unknown]): boolean =>
    isFaultName(name) && typeof rate === 'number' && rate >= 0 && rate <= 1
  return Object.entries(body).every(isRate) ? { ...body } : undefined
}
