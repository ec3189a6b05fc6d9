import { once } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { servePort } from '#electron/hosts/transport/serve-port.ts'
import { isDeskGone } from '#shared/contract/transport/desk-gone.ts'
import { fromEventTargetPort, MAX_FRAME_BYTES } from '#shared/contract/transport/desk-port.ts'
import { createPortLink } from '#shared/contract/transport/port-link.ts'
import { createSampleDesk, type sampleContract } from './sample-desk.ts'

const unhandled: unknown[] = []
const note = (reason: unknown) => unhandled.push(reason)
beforeEach(() => {
  unhandled.length = 0
  process.on('unhandledRejection', note)
})
afterEach(async () => {
  // Rejections are reported when the microtasks of a turn are through.
  await new Promise((resolve) => setImmediate(resolve))
  process.off('unhandledRejection', note)
  expect(unhandled).toEqual([])
})

const MALFORMED: readonly (readonly [string, unknown])[] = [
  ['text that is no JSON', 'P<UTOERIKSSON<<ANNA'],
  ['JSON of another shape', '{"hello":"world"}'],
  ['null', 'null'],
  ['a number', 42],
  ['nothing', undefined],
  ['an object', { i: '1', p: { u: '/echo' } }],
  ['a blob', new Blob(['x'])],
  ['a URL that is none', '{"i":"1","p":{"u":"not a url"}}'],
  ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00])],
  ['a frame too large', new Uint8Array(MAX_FRAME_BYTES + 1)],
]

describe('the desk’s end of a port', () => {
  it.each(MALFORMED)('closes the port on %s, logs it without its content, and serves the next', async (_name, frame) => {
    const desk = createSampleDesk()
    const log: string[] = []
    const serve = () => {
      const { port1, port2 } = new MessageChannel()
      servePort(fromEventTargetPort(port1), {
        router: desk.router,
        context: () => ({ workplace: 'window' }),
        log: (message) => log.push(message),
      })
      return port2
    }
    const bad = serve()
    const isClosed = once(bad, 'close')
    bad.postMessage(frame)
    await isClosed
    expect(log).toHaveLength(1)
    expect(log[0]).toMatch(/^A port was closed: (a malformed frame|something that is no frame) arrived\.$/)

    const good = serve()
    const connection = createPortLink({ requestPort: () => undefined, log: () => undefined })
    connection.attach(fromEventTargetPort(good))
    const client: ContractRouterClient<typeof sampleContract> = createORPCClient(connection.link)
    expect(await client.echo('still here')).toBe('still here')
    good.close()
  })

  it('gives up what it was doing for a window that went away', async () => {
    const desk = createSampleDesk()
    const { port1, port2 } = new MessageChannel()
    servePort(fromEventTargetPort(port1), {
      router: desk.router,
      context: () => ({ workplace: 'window' }),
      log: () => undefined,
    })
    const connection = createPortLink({ requestPort: () => undefined, log: () => undefined })
    connection.attach(fromEventTargetPort(port2))
    const client: ContractRouterClient<typeof sampleContract> = createORPCClient(connection.link)
    const stream = await client.stream.endless()
    await stream.next()
    const next = stream.next().catch((reason: unknown) => reason)
    port2.close()
    await desk.seen.streamEnded.promise
    expect(isDeskGone(await next)).toBe(true)
  })
})

describe('the window’s end of a port', () => {
  function connect() {
    const { port1, port2 } = new MessageChannel()
    const log: string[] = []
    const requests = { count: 0 }
    const connection = createPortLink({ requestPort: () => requests.count++, log: (message) => log.push(message) })
    const client: ContractRouterClient<typeof sampleContract> = createORPCClient(connection.link)
    return { deskEnd: port1, windowEnd: port2, connection, client, log, requests }
  }

  it.each(MALFORMED.filter(([name]) => name !== 'a URL that is none'))(
    'closes the port on %s, rejects calls under way, and asks for a new one',
    async (_name, frame) => {
      const { deskEnd, windowEnd, connection, client, log, requests } = connect()
      connection.attach(fromEventTargetPort(windowEnd))
      const isClosed = once(deskEnd, 'close')
      deskEnd.on('message', () => deskEnd.postMessage(frame))
      const error = await client.echo('x').catch((reason: unknown) => reason)
      await isClosed
      expect(isDeskGone(error) && error.data).toEqual({ wasSent: true })
      expect({ requests: requests.count, isConnected: connection.isConnected, lines: log.length }).toEqual({
        requests: 1,
        isConnected: false,
        lines: 1,
      })
    },
  )

  it('lets calls made before the first port wait for it', async () => {
    const { deskEnd, windowEnd, connection, client } = connect()
    const early = client.echo('early')
    servePort(fromEventTargetPort(deskEnd), {
      router: createSampleDesk().router,
      context: () => ({ workplace: 'window' }),
      log: () => undefined,
    })
    connection.attach(fromEventTargetPort(windowEnd))
    expect(await early).toBe('early')
    deskEnd.close()
  })

  it('fails calls waiting for the first port when the desk cannot start', async () => {
    const { connection, client } = connect()
    const early = client.echo('early').catch((reason: unknown) => reason)
    connection.lose()
    const error = await early
    expect(isDeskGone(error) && error.data).toEqual({ wasSent: false })
  })

  it('rejects a call after the loss without sending it, asks for a port, and works on the new one', async () => {
    const { deskEnd, windowEnd, connection, client, requests } = connect()
    const changes: boolean[] = []
    connection.onChange((isConnected) => changes.push(isConnected))
    connection.attach(fromEventTargetPort(windowEnd))
    connection.lose()
    const error = await client.echo('x').catch((reason: unknown) => reason)
    expect(isDeskGone(error) && error.data).toEqual({ wasSent: false })
    expect(requests.count).toBe(2)

    const fresh = new MessageChannel()
    servePort(fromEventTargetPort(fresh.port1), {
      router: createSampleDesk().router,
      context: () => ({ workplace: 'window' }),
      log: () => undefined,
    })
    connection.attach(fromEventTargetPort(fresh.port2))
    expect(await client.echo('again')).toBe('again')
    expect(changes).toEqual([true, false, true])
    fresh.port1.close()
    deskEnd.close()
  })

  it('does not take the close of an old port for the loss of the new one', async () => {
    const { deskEnd, windowEnd, connection, client, requests } = connect()
    connection.attach(fromEventTargetPort(windowEnd))
    const fresh = new MessageChannel()
    servePort(fromEventTargetPort(fresh.port1), {
      router: createSampleDesk().router,
      context: () => ({ workplace: 'window' }),
      log: () => undefined,
    })
    const isClosed = once(deskEnd, 'close')
    connection.attach(fromEventTargetPort(fresh.port2))
    await isClosed
    expect(await client.echo('here')).toBe('here')
    expect(requests.count).toBe(0)
    fresh.port1.close()
  })
})
