import type { MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { createDeskHost, type DeskHostParts, type DeskWindow } from '#electron/shell/desk-host.ts'
import type { DeskProcessState } from '#electron/shell/desk-supervision.ts'
import { isDeskGone } from '#shared/contract/transport/desk-gone.ts'
import { fromEventTargetPort } from '#shared/contract/transport/desk-port.ts'
import { createPortLink } from '#shared/contract/transport/port-link.ts'
import { createSampleDesk, type sampleContract } from '../contract/sample-desk.ts'
import { channelDouble, type DoubleDesk, type DoubleProcess, forkDouble } from './electron-double.ts'

const KEY = 'ab'.repeat(32)
const START = {
  type: 'start',
  directory: '/data',
  isTraining: false,
  appVersion: '1.2.3',
  key: { kind: 'sealed', hex: KEY },
} as const

const ports: MessagePort[] = []
afterEach(() => {
  for (const port of ports.splice(0)) port.close()
})

function workingDesk(): {
  behaviour: DoubleDesk
  stops: { count: number }
  powered: string[]
  sample: ReturnType<typeof createSampleDesk>
} {
  const sample = createSampleDesk()
  const stops = { count: 0 }
  const powered: string[] = []
  const desk = {
    router: sample.router,
    contextFor: (workplace: string) => ({ workplace }),
    power: (event: 'suspend' | 'wake') => void powered.push(event),
    stop: async () => {
      stops.count++
    },
  }
  return { behaviour: { kind: 'works', desk }, stops, powered, sample }
}

/** The shell with everything of Electron replaced; `behaviours` says what each started process does. */
function shell(behaviours: DoubleDesk[], overrides: Partial<DeskHostParts<MessagePort>> = {}) {
  const processes: DoubleProcess[] = []
  const states: DeskProcessState[] = []
  const timers: { delayMs: number; work: () => void }[] = []
  const log: string[] = []
  const changes: ((state: DeskProcessState) => void)[] = []
  const host = createDeskHost<MessagePort>({
    fork() {
      const behaviour = behaviours[processes.length]
      if (behaviour === undefined) throw new Error('one process more than expected')
      const process = forkDouble(behaviour)
      processes.push(process)
      return process.forked
    },
    makeChannel() {
      const channel = channelDouble()
      ports.push(channel.forDesk, channel.forWindow)
      return channel
    },
    startMessage: async () => START,
    resolveProxy: async () => 'DIRECT',
    monotonicMs: () => 0,
    later: (delayMs, work) => timers.push({ delayMs, work }),
    onState(state) {
      states.push(state)
      for (const listener of changes) listener(state)
    },
    log: (message) => log.push(message),
    ...overrides,
  })
  const reached = (kind: DeskProcessState['kind']) =>
    new Promise<void>((resolve) => {
      changes.push((state) => {
        if (state.kind === kind) resolve()
      })
    })
  return { host, processes, states, timers, log, reached }
}

/** A window's page: its end of the line, and how it asks the shell. */
function page(host: ReturnType<typeof shell>['host'], workplace: string) {
  const window: DeskWindow<MessagePort> = {
    workplace,
    givePort: (port) => link.attach(fromEventTargetPort(port)),
    tellLost: () => link.lose(),
  }
  const link = createPortLink({ requestPort: () => host.connect(window), log: () => undefined })
  const client: ContractRouterClient<typeof sampleContract> = createORPCClient(link.link)
  host.connect(window)
  return { client, window, link }
}

describe('the shell and its desk process', () => {
  it('answers what the operating system says about a proxy, to the process that asked and with nothing but an origin', async () => {
    const asked: string[] = []
    const { host, processes, reached, log } = shell([workingDesk().behaviour], {
      async resolveProxy(origin) {
        asked.push(origin)
        if (origin === 'https://broken.example') throw new Error('The system does not know')
        return 'PROXY proxy:3128; DIRECT'
      },
    })
    const isRunning = reached('running')
    host.start()
    await isRunning
    const [process] = processes
    if (process === undefined) throw new Error('No process')
    expect(await process.askSystemProxy('https://service.example')).toBe('PROXY proxy:3128; DIRECT')
    await expect(process.askSystemProxy('https://broken.example')).rejects.toThrow('named no proxy')
    process.speak({ type: 'ask_proxy', id: 7, origin: 'https://service.example/guests?name=X' })
    expect(asked).toEqual(['https://service.example', 'https://broken.example'])
    expect(log).toHaveLength(1)
  })

  it('starts it with folder and key, and gives each window a line of its own', async () => {
    const { host, processes, states } = shell([workingDesk().behaviour])
    host.start()
    const [first, second] = [page(host, 'window-1'), page(host, 'window-2')]
    expect(await Promise.all([first.client.whoCalls(), second.client.whoCalls()])).toEqual([
      { workplace: 'window-1' },
      { workplace: 'window-2' },
    ])
    expect(processes.map((process) => process.startedWith)).toEqual([[START]])
    expect(states).toEqual([{ kind: 'running' }])
  })

  it('carries files, failures and streams over what structured cloning lets through', async () => {
    const { host } = shell([workingDesk().behaviour])
    host.start()
    const { client } = page(host, 'window-1')
    const content = new Blob([new Uint8Array([1, 2, 3])], { type: 'application/pdf' })
    expect(await client.file.measure({ note: 'n', content })).toEqual({ note: 'n', size: 3, type: 'application/pdf', sum: 6 })
    await expect(client.refuse()).rejects.toMatchObject({ code: 'LEASED', data: { by: 'Айгерим' } })
    const values: number[] = []
    for await (const { value } of await client.stream.count({ to: 3 })) values.push(value)
    expect(values).toEqual([1, 2, 3])
  })

  it('starts it again after a crash, tells the windows, and gives them new lines', async () => {
    const desks = [workingDesk(), workingDesk()]
    const { host, processes, states, timers, reached } = shell(desks.map((desk) => desk.behaviour))
    host.start()
    const { client, link } = page(host, 'window-1')
    const underWay = client.neverAnswers().catch((reason: unknown) => reason)
    await desks[0]?.sample.seen.started.promise

    processes[0]?.crash()
    const error = await underWay
    expect(isDeskGone(error) && error.data).toEqual({ wasSent: true })
    const meanwhile = await client.echo('x').catch((reason: unknown) => reason)
    expect(isDeskGone(meanwhile) && meanwhile.data).toEqual({ wasSent: false })
    expect(states.at(-1)).toEqual({ kind: 'restarting', attempt: 1, delayMs: 500 })

    const isBack = new Promise<void>((resolve) => link.onChange((isConnected) => isConnected && resolve()))
    const isRunning = reached('running')
    timers.shift()?.work()
    await Promise.all([isRunning, isBack])
    expect(await client.whoCalls()).toEqual({ workplace: 'window-1' })
  })

  it('says which folder cannot be opened, waits for a person, and tries again', async () => {
    const refusal = {
      kind: 'refuses',
      code: 'folder_blocked',
      directory: '/data',
      message: 'Give this user the right.',
    } as const
    const { host, processes, states, timers, reached } = shell([refusal, workingDesk().behaviour])
    const hasFailed = reached('failed')
    host.start()
    const { client } = page(host, 'window-1')
    await hasFailed
    expect(states).toEqual([
      { kind: 'failed', code: 'folder_blocked', directory: '/data', message: 'Give this user the right.' },
    ])
    expect([processes[0]?.exitCodes, timers]).toEqual([[1], []])
    host.retry()
    expect(await client.whoCalls()).toEqual({ workplace: 'window-1' })
  })

  it('says that it could not be started', async () => {
    const { host, processes, states, reached } = shell([], {
      startMessage: async () => {
        throw new Error('the key store broke')
      },
    })
    const hasFailed = reached('failed')
    host.start()
    await hasFailed
    expect([processes.length, states]).toEqual([
      0,
      [{ kind: 'failed', code: 'start_failed', directory: '', message: expect.stringContaining('Restart the computer') }],
    ])
  })

  it('passes on that the PC sleeps and wakes', async () => {
    const { behaviour, powered } = workingDesk()
    const { host, reached } = shell([behaviour])
    host.tellPower('suspend')
    const isRunning = reached('running')
    host.start()
    await isRunning
    host.tellPower('suspend')
    host.tellPower('wake')
    await host.stop(1000)
    expect(powered).toEqual(['suspend', 'wake'])
  })

  it('closes it by asking, and it closes its register', async () => {
    const { behaviour, stops } = workingDesk()
    const { host, processes, reached } = shell([behaviour])
    const isRunning = reached('running')
    host.start()
    await isRunning
    await host.stop(1000)
    expect([stops.count, processes[0]?.exitCodes]).toEqual([1, [0]])
  })

  it('ends one that does not close', async () => {
    const { behaviour } = workingDesk()
    if (behaviour.kind !== 'works') throw new Error('expected a working desk')
    const stuck: DoubleDesk = { kind: 'works', desk: { ...behaviour.desk, stop: () => new Promise(() => undefined) } }
    const { host, processes, timers, reached } = shell([stuck])
    const isRunning = reached('running')
    host.start()
    await isRunning
    const stopped = host.stop(30_000)
    expect(timers.map((timer) => timer.delayMs)).toEqual([30_000])
    timers[0]?.work()
    await stopped
    expect(processes[0]?.exitCodes).toEqual([])
  })

  it('forgets a window that was closed', async () => {
    const { host, reached } = shell([workingDesk().behaviour])
    const given: MessagePort[] = []
    const window: DeskWindow<MessagePort> = { workplace: 'w', givePort: (port) => given.push(port), tellLost: () => undefined }
    host.connect(window)
    host.disconnect(window)
    const isRunning = reached('running')
    host.start()
    await isRunning
    expect(given).toEqual([])
  })

  it('takes no notice of what it does not understand, on either side', async () => {
    const { host, processes, log, reached } = shell([workingDesk().behaviour])
    const isRunning = reached('running')
    host.start()
    await isRunning
    for (const value of [
      null,
      'x',
      { type: 'unknown' },
      { type: 'port', workplace: '../x' },
      { type: 'start', key: 'short' },
    ]) {
      processes[0]?.say(value)
      processes[0]?.speak(value)
    }
    expect([log.length, processes[0]?.log.length]).toEqual([5, 5])
    expect(await page(host, 'window-1').client.echo('fine')).toBe('fine')
  })
})
