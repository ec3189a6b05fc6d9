import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { expect, onTestFinished } from 'vitest'
import { z } from 'zod'
import type { FaultRates } from '#electron/simulator/faults.ts'
import { startSimulator } from '#electron/simulator/start-simulator.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import { tempDirectory } from '../../support/temp-directory.ts'
import { ANNA, STAY, type startedDesk } from './desk-under-test.ts'

export type TestDesk = Awaited<ReturnType<typeof startedDesk>>

const receivedSchema = z.array(
  z.object({
    clientId: z.string(),
    reference: z.string(),
    payload: z.object({
      kind: z.string(),
      sequence: z.number(),
      revision: z.number(),
      follows: z.object({ clientId: z.string(), reference: z.string().nullable() }).nullable(),
      stay: z.object({ departureDate: z.string(), room: z.string().nullable() }),
      person: z.object({ phone: z.string().nullable() }),
    }),
  }),
)

/** The simulated service as a real server of its own. */
export async function startedService() {
  const service = await startSimulator({ directory: tempDirectory(), port: 0 })
  onTestFinished(() => service.close())
  return {
    url: service.url,
    /** What the service holds about each guest now. */
    async inForce() {
      return receivedSchema.parse(await (await fetch(`${service.url}/received`)).json())
    },
    async fail(rates: FaultRates): Promise<void> {
      const answer = await fetch(`${service.url}/faults`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(rates),
      })
      expect(answer.ok).toBe(true)
    },
  }
}

/** What becomes of a delivery that is held back. */
export type Fate = 'answered' | 'answer lost' | 'request lost'

/** The way to a service, on which a test holds a delivery back for as long as it likes. */
export async function startedWay(to: string) {
  let waiting: PromiseWithResolvers<(fate: Fate) => void> | undefined
  const server = createServer((request, response) => void pass(request, response))

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const isDelivery = request.method === 'POST' && request.url === '/v1/notices'
    const held = isDelivery ? waiting : undefined
    if (held !== undefined) waiting = undefined
    const { promise, resolve } = Promise.withResolvers<Fate>()
    held?.resolve(resolve)
    const fate = held === undefined ? 'answered' : await promise
    if (fate === 'request lost') return void request.socket.destroy()
    const answer = await fetch(`${to}${request.url}`, {
      method: request.method ?? 'GET',
      headers: { 'content-type': 'application/json' },
      ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
    })
    const body = Buffer.from(await answer.arrayBuffer())
    if (fate === 'answer lost') return void request.socket.destroy()
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' }).end(body)
  }

  const { promise: listening, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await listening
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    /** Holds the next delivery; resolves, when it is there, to what lets it go on. */
    hold(): Promise<(fate: Fate) => void> {
      waiting = Promise.withResolvers()
      return waiting.promise
    },
  }
}

/** Until nothing goes by itself any more. */
export async function drained({ client }: TestDesk): Promise<void> {
  const { isEmpty } = await client.queue.drain({ untilEmpty: true, timeoutMs: 20_000 })
  expect(isEmpty).toBe(true)
}

export async function arrivalOf({ client }: { readonly client: TestDesk['client'] }, noticeId: string): Promise<Notice> {
  return (await client.guest.get({ noticeId })).notice
}

/** `1 arrival accepted r1`, `2 correction ready r2` …: every notice about a guest. */
export async function chainOf({ client }: TestDesk, noticeId: string): Promise<string[]> {
  const { notice, followUps } = await client.guest.get({ noticeId })
  return [notice, ...followUps.map((followUp) => followUp.notice)].map(
    ({ kind, state, sequence, revision }) => `${sequence} ${kind} ${state} r${revision}`,
  )
}

/** The guest's data as they are, but for what is given. */
export function correction(notice: Notice, facts: Partial<GuestFacts>, stay: { departureDate?: string; room?: string } = {}) {
  return {
    noticeId: notice.id,
    version: notice.version,
    facts: { ...ANNA, ...facts },
    departureDate: calendarDate(stay.departureDate ?? '2026-11-27'),
    room: stay.room ?? STAY.room,
  }
}

export const REASON = 'по решению управляющего'
