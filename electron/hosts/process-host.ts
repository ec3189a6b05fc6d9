import { type EmitterPort, fromEmitterPort } from '#shared/contract/transport/desk-port.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import type { Result } from '#shared/domain/result.ts'
import type { ServedDesk } from './browser-host.ts'
import { type FromDeskProcess, type ToDeskProcess, toDeskProcessSchema } from './process-messages.ts'
import { createProxyQuestions } from './proxy-questions.ts'
import { servePort } from './transport/serve-port.ts'

/** What is used of Electron's `process.parentPort`. */
export interface ParentPort {
  on(event: 'message', listener: (message: { readonly data: unknown; readonly ports: readonly EmitterPort[] }) => void): unknown
  postMessage(message: FromDeskProcess): void
}

/** A desk that works. */
export interface StartedDesk extends ServedDesk {
  /** The PC is about to sleep, or has slept. */
  power(event: 'suspend' | 'wake'): void
  /** Waits for the flight, closes the register. */
  stop(): Promise<void>
}

export interface DeskProcessParts {
  start(
    options: Extract<ToDeskProcess, { type: 'start' }>,
    askSystemProxy: (origin: string) => Promise<string>,
  ): Promise<Result<StartedDesk, { readonly code: string; readonly directory: string; readonly message: string }>>
  log(message: string): void
  /** Ends the process. */
  exit(code: number): void
}

/**
 * The desk process as Electron forks it: is told the folder and the key, says whether it works, answers the contract on every port it
 * is given, and closes the register before it ends.
 */
export function runDeskProcess(parent: ParentPort, parts: DeskProcessParts): void {
  let desk: StartedDesk | undefined
  let isBegun = false

  const proxyQuestions = createProxyQuestions((question) => parent.postMessage(question))

  async function begin(options: Extract<ToDeskProcess, { type: 'start' }>): Promise<void> {
    const started = await parts.start(options, proxyQuestions.ask)
    if (started.ok) {
      desk = started.value
      parent.postMessage({ type: 'ready' })
      return
    }
    const { code, directory, message } = started.error
    parent.postMessage({ type: 'failed', code, directory, message })
    parts.exit(1)
  }

  async function end(): Promise<void> {
    await desk?.stop()
    parts.exit(0)
  }

  function crash(error: unknown): void {
    parts.log(`The desk process ends after a mistake of its own (${error instanceof Error ? error.name : 'unknown'}).`)
    parts.exit(1)
  }

  parent.on('message', ({ data, ports }) => {
    const message = toDeskProcessSchema.safeParse(data)
    if (!message.success) {
      parts.log('The shell said something that is not understood.')
      return
    }
    switch (message.data.type) {
      case 'start':
        if (isBegun) return
        isBegun = true
        begin(message.data).catch(crash)
        return
      case 'port': {
        const [port] = ports
        const { workplace } = message.data
        const current = desk
        if (current === undefined || port === undefined) return
        const context = () => current.contextFor(workplace, 'port')
        servePort(fromEmitterPort(port), { router: current.router, context, log: parts.log })
        return
      }
      case 'power':
        desk?.power(message.data.event)
        return
      case 'proxy_answer':
        proxyQuestions.answered(message.data)
        return
      case 'stop':
        end().catch(crash)
        return
      default:
        assertNever(message.data)
    }
  })
}
