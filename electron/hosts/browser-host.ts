import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { AnyRouter, Context } from '@orpc/server'
import { RPCHandler } from '@orpc/server/fastify'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { MAX_FRAME_BYTES } from '#shared/contract/transport/desk-port.ts'
import { RPC_PATH, WORKPLACE_HEADER } from '#shared/contract/transport/http-link.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { SECURITY_HEADERS } from './content-security-policy.ts'
import { createGate, type Gate } from './gate.ts'
import { createPublicApiHandler, PUBLIC_API_PATH, publicApiDocument } from './public-api.ts'
import { readRendererFile } from './renderer-files.ts'
import { guardBody, guardRequest, type Refusal } from './request-guard.ts'
import { newSecret } from './sessions.ts'

/** What a desk must offer to be served. */
export interface ServedDesk {
  readonly router: AnyRouter
  /** Who calls, from which workplace (window, tab, command line, PMS), over which transport. */
  contextFor(workplace: string, transport: 'port' | 'http'): Context
}

export interface BrowserHostOptions {
  readonly desk: ServedDesk
  /** 0 = any free one. */
  readonly port: number
  /** Folder with the built page. */
  readonly rendererDirectory: string
  readonly appVersion: string
  /** Told what was refused and why; never a token or what a body held. */
  readonly log: (message: string) => void
}

export interface BrowserHost {
  readonly origin: string
  readonly port: number
  /** What a person opens: the token stands behind `#`, so that no server or proxy ever logs it. */
  readonly url: string
  readonly token: string
  /** Bearer token of the REST API. */
  readonly apiToken: string
  /** Takes no new calls, ends streams, lets calls under way finish for `graceMs` (10 s unless told otherwise), closes. */
  stop(graceMs?: number): Promise<void>
}

export interface BrowserHostFailure {
  readonly code: 'port_busy' | 'port_not_allowed'
  readonly port: number
  readonly message: string
}

const STOP_GRACE_MS = 10_000

/**
 * The desk in a browser, on this PC only (127.0.0.1). Every request is judged by `Host` and `Origin`; the page trades the run's token for
 * a session cookie; the REST API wants its own bearer token.
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<Result<BrowserHost, BrowserHostFailure>> {
  const server = fastify({
    logger: false,
    // The whole request, headers and body, must have arrived by then; answers and streams may take longer.
    requestTimeout: 60_000,
    bodyLimit: MAX_FRAME_BYTES,
    routerOptions: { maxParamLength: 500 },
  })
  const token = newSecret()
  const apiToken = newSecret()
  const streams = new Set<ServerResponse>()
  let port = options.port
  let isStopping = false
  let gate: Gate | undefined

  server.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS).header('cache-control', 'no-store')
    if (isStopping) return refuse(reply, { status: 503, code: 'STOPPING', message: 'The desk is being closed.' })
    const { host, origin, 'sec-fetch-site': fetchSite } = request.headers
    const site = typeof fetchSite === 'string' ? fetchSite : undefined
    const verdict = guardRequest({ method: request.method, host, origin, fetchSite: site }, port)
    if (!verdict.ok) {
      options.log(`Refused ${request.method}: ${verdict.error.code}`)
      return refuse(reply, verdict.error)
    }
    return undefined
  })
  server.setErrorHandler((error, _request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
    if (status >= 500) options.log(`A request failed: ${error instanceof Error ? error.name : 'unknown'}`)
    const message =
      status < 500 && error instanceof Error ? error.message : 'The request failed; nothing is known to have changed.'
    return reply.status(status).send({ error: { code: 'BAD_REQUEST', message } })
  })
  server.setNotFoundHandler((request, reply) => serveRenderer(options.rendererDirectory, request, reply))

  server.post('/session', { bodyLimit: 1024 }, (request, reply) => {
    const verdict = currentGate().exchange(request)
    if (!verdict.ok) return refuse(reply, verdict.error)
    return reply.header('set-cookie', verdict.value).status(204).send()
  })
  server.register((scope) => serveContract(scope, options.desk, currentGate, streams))
  server.register((scope) => servePublicApi(scope, options.desk, currentGate, options.appVersion))

  function currentGate(): Gate {
    gate ??= createGate({ token, apiToken, port })
    return gate
  }

  try {
    await server.listen({ host: '127.0.0.1', port: options.port })
  } catch (error) {
    const failure = listenFailure(error, options.port)
    if (failure === undefined) throw error
    return failed(failure)
  }
  const address = server.server.address()
  port = typeof address === 'object' && address !== null ? address.port : options.port
  const origin = `http://127.0.0.1:${port}`

  return ok({
    origin,
    port,
    token,
    apiToken,
    url: `${origin}/#token=${token}`,
    async stop(graceMs = STOP_GRACE_MS) {
      isStopping = true
      for (const stream of streams) stream.destroy()
      const lastResort = setTimeout(() => server.server.closeAllConnections(), graceMs)
      await server.close()
      clearTimeout(lastResort)
    },
  })
}

function serveContract(scope: FastifyInstance, desk: ServedDesk, gate: () => Gate, streams: Set<ServerResponse>): void {
  leaveBodiesUnread(scope)
  const handler = new RPCHandler<Context>(desk.router)
  scope.addHook('onSend', async (_request, reply) => {
    if (!String(reply.getHeader('content-type')).startsWith('text/event-stream')) return
    streams.add(reply.raw)
    reply.raw.once('close', () => streams.delete(reply.raw))
  })
  scope.all(`${RPC_PATH}/*`, async (request, reply) => {
    const verdict = gate().admitCall(request)
    if (!verdict.ok) return refuse(reply, verdict.error)
    const context = desk.contextFor(workplaceOf(request, verdict.value), 'http')
    const { matched } = await handler.handle(request, reply, { prefix: RPC_PATH, context })
    return matched ? reply : refuse(reply, { status: 404, code: 'NOT_FOUND', message: 'There is no such procedure.' })
  })
}

function servePublicApi(scope: FastifyInstance, desk: ServedDesk, gate: () => Gate, appVersion: string): void {
  leaveBodiesUnread(scope)
  const handler = createPublicApiHandler(desk.router)
  let document: Promise<object> | undefined
  scope.all(`${PUBLIC_API_PATH}/*`, async (request, reply) => {
    const verdict = gate().admitApi(request)
    if (!verdict.ok) return refuse(reply.header('www-authenticate', 'Bearer'), verdict.error)
    if (request.method === 'GET' && request.url === `${PUBLIC_API_PATH}/openapi.json`) {
      document ??= publicApiDocument(appVersion)
      return document
    }
    const context = desk.contextFor(workplaceOf(request, 'rest-api'), 'http')
    const { matched } = await handler.handle(request, reply, { prefix: PUBLIC_API_PATH, context })
    return matched
      ? reply
      : refuse(reply, { status: 404, code: 'NOT_FOUND', message: `See ${PUBLIC_API_PATH}/openapi.json for what there is.` })
  })
}

/** The handlers read bodies themselves (JSON, forms with files); only the length is judged here. */
function leaveBodiesUnread(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null, undefined))
  scope.addHook('onRequest', async (request, reply) => {
    const { 'content-length': contentLength, 'transfer-encoding': transferEncoding } = request.headers
    const verdict = guardBody({ contentLength, transferEncoding }, MAX_FRAME_BYTES)
    return verdict.ok ? undefined : refuse(reply.header('connection', 'close'), verdict.error)
  })
}

async function serveRenderer(directory: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(reply, { status: 405, code: 'METHOD_NOT_ALLOWED', message: 'Files are only read.' })
  }
  const [path = '/'] = request.url.split('?')
  const answer = await readRendererFile(directory, path, randomBytes(16).toString('base64'))
  return reply.status(answer.status).headers(answer.headers).send(answer.body)
}

function workplaceOf(request: FastifyRequest, fallback: string): string {
  const named = request.headers[WORKPLACE_HEADER]
  return typeof named === 'string' && /^[\w-]{1,64}$/.test(named) ? named : fallback
}

function refuse(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply.status(refusal.status).send({ error: { code: refusal.code, message: refusal.message } })
}

function listenFailure(error: unknown, port: number): BrowserHostFailure | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    const message = `Port ${port} is used by another program. Choose another with --port, or 0 for any free one.`
    return { code: 'port_busy', port, message }
  }
  if (code === 'EACCES') {
    const message = `This user may not use port ${port}. Choose one above 1023 with --port, or 0 for any free one.`
    return { code: 'port_not_allowed', port, message }
  }
  return undefined
}
