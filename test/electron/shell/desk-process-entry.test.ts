import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type MessagePort, Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KeyOfFolder } from '#electron/hosts/process-messages.ts'
import { createDeskHost, type DeskHost } from '#electron/shell/desk-host.ts'
import type { DeskProcessState } from '#electron/shell/desk-supervision.ts'
import { createDeskClient } from '#shared/contract/transport/desk-client.ts'
import { isDeskGone } from '#shared/contract/transport/desk-gone.ts'
import { fromEventTargetPort } from '#shared/contract/transport/desk-port.ts'
import { createPortLink } from '#shared/contract/transport/port-link.ts'
import { nastyServer } from '../channels/nasty-server.ts'
import { proxyServer } from '../channels/proxy-server.ts'
import { honestService } from '../channels/traps/honest-service.ts'
import { channelDouble } from './electron-double.ts'

const PROPERTY = {
  name: 'Отель Алатау',
  bin: '000140000002',
  address: 'ул. Абая, 1',
  department: 'Алматы',
  environment: 'test',
} as const
const CHECK_IN = {
  requestId: '01a206ed-d6c5-7052-9516-11a4f0a31b18',
  // With a booking number it is taken whatever day the machine has.
  stay: { arrivalAt: '2026-11-23T10:10', reservation: 'B-1' },
  guests: [{ surname: 'MÜLLER', citizenship: 'DEU' }],
}

let directory: string
let host: DeskHost<MessagePort> | undefined
const workers: Worker[] = []
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'qabyl-process-'))
})
afterEach(async () => {
  await host?.stop(5_000)
  for (const worker of workers.splice(0)) await worker.terminate()
  await rm(directory, { recursive: true })
})

/** The shell around the shipped desk process, which runs in a thread: messages are really cloned and ports really moved. */
function start(key: KeyOfFolder, resolveProxy: (origin: string) => Promise<string> = async () => 'DIRECT') {
  const states: DeskProcessState[] = []
  const restarts: (() => void)[] = []
  const current = createDeskHost<MessagePort>({
    fork() {
      const worker = new Worker(new URL('./desk-process-worker.ts', import.meta.url))
      workers.push(worker)
      return {
        postMessage: (data, ports) => worker.postMessage({ data, ports }, [...ports]),
        onMessage: (listener) => worker.on('message', listener),
        onExit: (listener) => worker.once('exit', listener),
        kill: () => void worker.terminate(),
      }
    },
    makeChannel: channelDouble,
    startMessage: async () => ({ type: 'start', directory, isTraining: false, appVersion: '1.2.3', key }),
    resolveProxy,
    monotonicMs: () => performance.now(),
    later: (delayMs, work) => {
      // The grace of a stop is real; a restart happens when the test says so.
      if (delayMs === 5_000) setTimeout(work, delayMs).unref()
      else restarts.push(work)
    },
    onState: (state) => states.push(state),
    log: () => undefined,
  })
  host = current
  const link = createPortLink({ requestPort: () => current.connect(window), log: () => undefined })
  const window = {
    workplace: 'window-1',
    givePort: (port: MessagePort) => link.attach(fromEventTargetPort(port)),
    tellLost: () => link.lose(),
  }
  current.connect(window)
  current.start()
  return { client: createDeskClient(link.link), link, states, restarts }
}

describe('the desk process as it ships', () => {
  it('opens the folder with the key it is handed, and leaves no key beside it', async () => {
    const { client } = start({ kind: 'sealed', hex: 'ab'.repeat(32) })
    const { recoveryCode } = await client.setup.createProperty(PROPERTY)
    expect(recoveryCode).toMatch(/^[0-9A-Z-]{77}$/)
    expect((await client.checkIn.create(CHECK_IN)).notices).toHaveLength(1)
    expect([existsSync(join(directory, 'register.db')), existsSync(join(directory, 'register.key'))]).toEqual([true, false])
  })

  it('loses nothing when it is killed, and goes on in a new process', async () => {
    const { client, link, states, restarts } = start({ kind: 'sealed', hex: 'ab'.repeat(32) })
    await client.setup.createProperty(PROPERTY)
    const { notices } = await client.checkIn.create(CHECK_IN)
    const isLost = new Promise<void>((resolve) => link.onChange((isConnected) => !isConnected && resolve()))
    await workers[0]?.terminate()
    await isLost
    const error = await client.board.get().catch((reason: unknown) => reason)
    expect(isDeskGone(error) && error.data).toEqual({ wasSent: false })

    const isBack = new Promise<void>((resolve) => link.onChange((isConnected) => isConnected && resolve()))
    for (const restart of restarts.splice(0)) restart()
    await isBack
    expect(await client.queue.list({})).toEqual(notices)
    expect(states.map((state) => state.kind)).toEqual(['running', 'restarting', 'starting', 'running'])
  })

  it('reaches the service by the proxy of the operating system, which only the shell can ask', async () => {
    const service = honestService()
    const server = await nastyServer((request, socket) => socket.write(service.answer(request)))
    const proxy = await proxyServer()
    const asked: string[] = []
    const { client } = start({ kind: 'sealed', hex: 'ab'.repeat(32) }, async (origin) => {
      asked.push(origin)
      return `PROXY ${new URL(proxy.url).host}`
    })
    await client.setup.createProperty({ ...PROPERTY, channel: 'migration-api' })
    // Only the proxy knows this name.
    const url = server.url.replace('127.0.0.1', 'service.invalid')
    await client.setup.setChannelAddress({ url, proxy: { kind: 'system' } })
    expect((await client.queue.checkConnection()).connection.state).toBe('online')
    expect(new Set(asked)).toEqual(new Set([url]))
    expect(proxy.requests[0]).toBe(`GET ${url}/v1/health`)
  })

  it('keeps the folder shut when its key is not to be had, and says why', async () => {
    const { client } = start({ kind: 'refused', code: 'key_missing', message: 'No safe place for the key.' })
    const status = await client.desk.status()
    expect(status).toMatchObject({ mode: 'read_only', trouble: 'key_missing' })
    await expect(client.board.get()).rejects.toMatchObject({ code: 'STORE_FAILED' })
    expect(existsSync(join(directory, 'register.db'))).toBe(false)
  })

  it('makes and uses the key file of a folder that is to have one', async () => {
    const { client } = start({ kind: 'key_file' })
    await client.setup.createProperty(PROPERTY)
    expect(existsSync(join(directory, 'register.key'))).toBe(true)
  })
})
