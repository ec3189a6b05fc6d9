import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import type { FaultRates } from '#electron/simulator/faults.ts'
import { startSimulator } from '#electron/simulator/start-simulator.ts'

export interface WatchedService {
  readonly url: string
  setFaults(rates: FaultRates): Promise<void>
  /** What is in force at the service: reference by client id. */
  received(): Promise<ReadonlyMap<string, string>>
  close(): Promise<void>
}

const deliverySchema = z.object({ notices: z.array(z.object({ clientId: z.string() })) })
const receivedSchema = z.array(z.object({ clientId: z.string(), reference: z.string() }))

/** The real simulator behind a door that tells which notices come through, before anything is done with them. */
export async function startWatchedService(options: {
  readonly directory: string
  readonly seed: number
  readonly onReached: (clientIds: readonly string[]) => void
}): Promise<WatchedService> {
  const simulator = await startSimulator({ directory: options.directory, port: 0, seed: options.seed, slowMs: 50 })

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const body = Buffer.concat(pieces).toString('utf8')
    const delivery = request.method === 'POST' ? deliverySchema.safeParse(JSON.parse(body)) : undefined
    if (delivery?.success === true) options.onReached(delivery.data.notices.map(({ clientId }) => clientId))
    const answer = await fetch(new URL(request.url ?? '/', simulator.url), {
      method: request.method ?? 'GET',
      headers: { 'content-type': 'application/json' },
      ...(request.method === 'GET' ? {} : { body }),
    })
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' })
    response.end(Buffer.from(await answer.arrayBuffer()))
  }

  const door = createServer((request, response) => {
    pass(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  const { port } = door.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async setFaults(rates) {
      const answer = await fetch(new URL('/faults', simulator.url), {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(rates),
      })
      if (!answer.ok) throw new Error(`The simulator refused its faults: ${answer.status}`)
    },
    async received() {
      const effects = receivedSchema.parse(await (await fetch(new URL('/received', simulator.url))).json())
      return new Map(effects.map(({ clientId, reference }) => [clientId, reference]))
    },
    async close() {
      door.closeAllConnections()
      await new Promise((resolve) => door.close(resolve))
      await simulator.close()
    },
  }
}
