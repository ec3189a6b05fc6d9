import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Access } from './access.ts'
import type { FaultName, Faults } from './faults.ts'
import { sendProblem } from './problem.ts'

/** What every published path has in common: who may ask, and what goes wrong on purpose. */
export interface AnsweringOptions {
  readonly faults: Faults
  readonly access: Access
  readonly slowMs: number
  readonly retryAfterSeconds: number
}

/** True when the request was answered with a refusal: nothing of it was looked at. */
export function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  drawn: ReadonlySet<FaultName>,
  { access, retryAfterSeconds }: AnsweringOptions,
): boolean {
  const { authorization, 'x-api-key': apiKey } = request.headers
  if (drawn.has('auth-expired')) access.expire(authorization)
  if (drawn.has('auth-expired') || !access.isKnown(authorization, typeof apiKey === 'string' ? apiKey : undefined)) {
    sendProblem(reply.header('WWW-Authenticate', 'Bearer error="invalid_token"'), 'sign_in_required')
    return true
  }
  if (drawn.has('http-429-retry-after')) {
    sendProblem(reply.header('Retry-After', String(retryAfterSeconds)), 'too_many_requests')
    return true
  }
  if (drawn.has('http-503')) {
    sendProblem(reply, 'unavailable')
    return true
  }
  return false
}

/** The answer, as the drawn faults let it through. */
export async function answer(
  reply: FastifyReply,
  drawn: ReadonlySet<FaultName>,
  { slowMs }: AnsweringOptions,
  content: object,
): Promise<FastifyReply> {
  if (drawn.has('slow') && !(await staysConnected(reply, slowMs))) return reply.hijack()
  return reply.send(drawn.has('bad-shape') ? { outcome: 'OK', codigo: 0 } : content)
}

/** False when the caller hung up meanwhile, so that closing the service never waits for a slow answer. */
async function staysConnected(reply: FastifyReply, waitMs: number): Promise<boolean> {
  const hungUp = new AbortController()
  reply.raw.once('close', () => hungUp.abort())
  return delay(waitMs, true, { signal: hungUp.signal }).catch(() => false)
}

export function cut(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack()
  request.raw.socket.destroy()
  return reply
}

export function sendProxyError(reply: FastifyReply): FastifyReply {
  return reply
    .code(502)
    .type('text/html; charset=utf-8')
    .send('<html><head><title>502 Proxy Error</title></head><body><h1>Proxy Error</h1></body></html>')
}
