import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { PATHS } from '#electron/channels/migration-api/wire.ts'
import type { Reaction } from '../reaction.ts'
import type { World } from '../world.ts'
import { type FaultAtTheSimulator, fitFor, type Reply } from './way-faults.ts'

/** One call of the desk while it is on its way. Time stands still while it moves, and goes on while it waits for time. */
export interface WireCall {
  /** The process that waits for the answer; asleep it hears nothing. */
  readonly owner: object
  readonly reaction: Reaction
  /** The request is there. */
  readonly onArrival: () => void
  isServed: boolean
  state: 'moving' | 'waiting' | 'ended'
}

/** A proxy on a real socket between the desk and the simulated service: what is drawn for a call is done to its first request. */
export interface Way {
  readonly url: string
  begin(call: WireCall): Promise<void>
  end(call: WireCall): Promise<void>
  /** Cuts every connection. */
  close(): Promise<void>
}

interface Request {
  readonly method: string
  readonly path: string
  readonly headers: http.IncomingHttpHeaders
  readonly body: Buffer
}

const DEADLINE_MS = 30_000

/** `receiptFails`: drawn for each receipt that is asked for; it is there the next time. */
export async function startWay(world: World, simulatorUrl: string, receiptFails: () => boolean): Promise<Way> {
  const server = http.createServer((request, response) => {
    // Each call on a connection of its own: one that was let go of would fail the next by chance.
    response.shouldKeepAlive = false
    readAll(request)
      .then((whole) => serve(whole, response))
      .catch(() => response.destroy())
  })
  let current: WireCall | null = null
  const port = await listen(server, 0)

  async function serve(request: Request, response: http.ServerResponse): Promise<void> {
    const call = current
    if (call === null || call.isServed) {
      const isMissing = request.path.endsWith('/receipt') && receiptFails()
      return send(response, isMissing ? { status: 503, headers: {}, body: Buffer.alloc(0) } : await forward(request))
    }
    call.isServed = true
    call.onArrival()
    if (response.destroyed) return
    react(call, request, response)
  }

  function react(call: WireCall, request: Request, response: http.ServerResponse): void {
    const { reaction } = call
    const { latencyMs, isDone, lateMs } = reaction
    const { delivery, answer, atTheSimulator } = fitFor(reaction, request.path === PATHS.notices)
    let given: Reply | null = null
    const deliver = async (): Promise<void> => {
      given = await forward(request, atTheSimulator)
    }
    if (delivery === 'always' || (delivery === 'sometimes' && isDone)) at(latencyMs, deliver)
    if (delivery === 'late') at(lateMs, deliver)
    if (reaction.fault === 'delivered twice') at(latencyMs + lateMs, deliver)
    const isSlow = answer.kind === 'cut' && answer.isLate
    world.schedule(isSlow ? DEADLINE_MS : latencyMs * 2, call.owner, () => {
      goesOn(call)
      if (answer.kind === 'cut') response.destroy()
      else if (answer.kind === 'own') send(response, answer.reply(reaction))
      else if (given === null) throw new Error('An answer before the request was there')
      else send(response, answer.change === undefined ? given : answer.change(given, reaction))
    })
    waits(call)
  }

  /** Nobody waits for this: it is done when its time has come, whether the desk still lives or not. */
  function at(afterMs: number, work: () => Promise<void>): void {
    world.schedule(afterMs, null, () => {
      world.realBegins()
      work().then(world.realEnds, (error: unknown) => {
        world.realEnds()
        throw error
      })
    })
  }

  function waits(call: WireCall): void {
    if (call.state !== 'moving') return
    call.state = 'waiting'
    world.realEnds()
  }

  function goesOn(call: WireCall): void {
    if (call.state !== 'waiting') return
    call.state = 'moving'
    world.realBegins()
  }

  async function forward({ method, path, headers, body }: Request, fault: FaultAtTheSimulator | null = null): Promise<Reply> {
    if (fault !== null) await setFaults({ [fault.name]: fault.rate })
    const accept = headers.accept ?? '*/*'
    const type = headers['content-type']
    const given = await fetch(simulatorUrl + path, {
      method,
      headers: { accept, ...(type === undefined ? {} : { 'content-type': type }) },
      ...(method === 'POST' ? { body: new Uint8Array(body) } : {}),
    })
    const reply = {
      status: given.status,
      headers: { 'content-type': given.headers.get('content-type') ?? '' },
      body: Buffer.from(await given.arrayBuffer()),
    }
    if (fault !== null) await setFaults({})
    return reply
  }

  async function setFaults(rates: Readonly<Record<string, number>>): Promise<void> {
    await fetch(`${simulatorUrl}/faults`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(rates),
    })
  }

  return {
    url: `http://127.0.0.1:${port}`,
    async begin(call) {
      current = call
      // Nobody listens: the connection itself is refused.
      if (call.reaction.fault === 'refused') await stopListening(server)
    },
    async end(call) {
      if (current === call) current = null
      if (!server.listening) await listen(server, port)
    },
    async close() {
      if (server.listening) await stopListening(server)
    },
  }
}

function send(response: http.ServerResponse, { status, headers, body }: Reply): void {
  if (!response.destroyed) response.writeHead(status, headers).end(body)
}

async function readAll(request: http.IncomingMessage): Promise<Request> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return { method: request.method ?? 'GET', path: request.url ?? '/', headers: request.headers, body: Buffer.concat(parts) }
}

function listen(server: http.Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  server.once('error', reject)
  server.listen(port, '127.0.0.1', () => {
    server.off('error', reject)
    resolve((server.address() as AddressInfo).port)
  })
  return promise
}

function stopListening(server: http.Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  server.close(() => resolve())
  server.closeAllConnections()
  return promise
}
