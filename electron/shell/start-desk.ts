import { app, MessageChannelMain, type MessagePortMain, safeStorage, session, utilityProcess } from 'electron'
import { createDeskHost, type DeskHost } from './desk-host.ts'
import type { DeskProcessState } from './desk-supervision.ts'
import { keyFor } from './sealed-key.ts'

export interface StartDeskOptions {
  /** Built entry of the desk process. */
  readonly entry: string
  readonly directory: string
  readonly isTraining: boolean
  readonly onState: (state: DeskProcessState) => void
}

/** Starts the desk process and keeps it alive. Only after `ready`: a utility process cannot be forked before. */
export function startDesk(options: StartDeskOptions): DeskHost<MessagePortMain> {
  const host = createDeskHost<MessagePortMain>({
    fork() {
      const child = utilityProcess.fork(options.entry, [], { serviceName: 'Qabyl desk', stdio: 'inherit' })
      return {
        postMessage: (message, ports) => child.postMessage(message, [...ports]),
        onMessage: (listener) => child.on('message', listener),
        onExit: (listener) => child.once('exit', listener),
        kill: () => child.kill(),
      }
    },
    makeChannel() {
      const { port1, port2 } = new MessageChannelMain()
      return { forDesk: port1, forWindow: port2 }
    },
    startMessage: async () => ({
      type: 'start',
      directory: options.directory,
      isTraining: options.isTraining,
      appVersion: app.getVersion(),
      key: await keyFor(options.directory, safeStorage, process.platform),
    }),
    resolveProxy: (origin) => session.defaultSession.resolveProxy(origin),
    monotonicMs: () => performance.now(),
    later: (delayMs, work) => {
      setTimeout(work, delayMs).unref()
    },
    onState: options.onState,
    log: (message) => console.error(message),
  })
  host.start()
  return host
}
