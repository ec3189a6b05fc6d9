import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { StartedDesk } from '#electron/hosts/process-host.ts'
import { type ParentPort, runDeskProcess } from '#electron/hosts/process-host.ts'
import type { ForkedDesk } from '#electron/shell/desk-host.ts'
import type { EmitterPort } from '#shared/contract/transport/desk-port.ts'
import { failed, ok } from '#shared/domain/result.ts'

/**
 * Stands in for what Electron does between its processes: every message is cloned as structured cloning does, ports are real and are
 * moved, a dead process closes its ports. What Electron itself adds (processes, sandbox) is not imitated.
 */
export interface DoubleProcess {
  readonly forked: ForkedDesk<MessagePort>
  /** kill -9. */
  crash(): void
  /** What the process was told to start with. */
  readonly startedWith: unknown[]
  readonly log: string[]
  readonly exitCodes: number[]
  /** The shell's messages as they came, for saying something wrong on purpose. */
  say(value: unknown): void
  /** As the started desk asks it. */
  askSystemProxy(origin: string): Promise<string>
  speak(value: unknown): void
}

export type DoubleDesk =
  | { readonly kind: 'works'; readonly desk: StartedDesk }
  | { readonly kind: 'refuses'; readonly code: string; readonly directory: string; readonly message: string }

export function forkDouble(behaviour: DoubleDesk): DoubleProcess {
  const toDesk: ((message: { data: unknown; ports: readonly EmitterPort[] }) => void)[] = []
  const toShell: ((message: unknown) => void)[] = []
  const exits: (() => void)[] = []
  const ports: MessagePort[] = []
  const startedWith: unknown[] = []
  const log: string[] = []
  const exitCodes: number[] = []
  let isAlive = true
  let askSystemProxy: (origin: string) => Promise<string> = () => Promise.reject(new Error('Not started'))

  function die(): void {
    if (!isAlive) return
    isAlive = false
    for (const port of ports) port.close()
    for (const listener of exits) listener()
  }
  function say(value: unknown, given: readonly MessagePort[] = []): void {
    if (!isAlive) return
    const data = structuredClone(value)
    ports.push(...given)
    for (const listener of toDesk) listener({ data, ports: given.map(asMessagePortMain) })
  }
  function speak(value: unknown): void {
    if (!isAlive) return
    const message = structuredClone(value)
    for (const listener of toShell) listener(message)
  }

  const parent: ParentPort = { on: (_event, listener) => toDesk.push(listener), postMessage: speak }
  runDeskProcess(parent, {
    async start(options, ask) {
      startedWith.push(options)
      askSystemProxy = ask
      return behaviour.kind === 'works' ? ok(behaviour.desk) : failed(behaviour)
    },
    log: (message) => log.push(message),
    exit: (code) => {
      exitCodes.push(code)
      die()
    },
  })
  return {
    forked: {
      postMessage: say,
      onMessage: (listener) => toShell.push(listener),
      onExit: (listener) => exits.push(listener),
      kill: die,
    },
    crash: die,
    startedWith,
    log,
    exitCodes,
    say,
    askSystemProxy: (origin) => askSystemProxy(origin),
    speak,
  }
}

export function channelDouble(): { readonly forDesk: MessagePort; readonly forWindow: MessagePort } {
  const { port1, port2 } = new MessageChannel()
  return { forDesk: port1, forWindow: port2 }
}

/** Node's port with the manners of Electron's: listeners get an event, delivery starts with `start`. */
export function asMessagePortMain(port: MessagePort): EmitterPort {
  const listeners: ((event: { readonly data: unknown }) => void)[] = []
  return {
    postMessage: (value) => port.postMessage(value),
    on(event: 'message' | 'close', listener: (event: { readonly data: unknown }) => void) {
      if (event === 'message') listeners.push(listener)
      else port.once('close', () => listener({ data: undefined }))
    },
    start: () => {
      port.on('message', (data: unknown) => {
        for (const listener of listeners) listener({ data })
      })
    },
    close: () => port.close(),
  }
}
