import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { MessageChannel } from 'node:worker_threads'
import type { ClientContext, ClientLink } from '@orpc/client'
import { createRouterClient } from '@orpc/server'
import { type ServedDesk, startBrowserHost } from '#electron/hosts/browser-host.ts'
import { servePort } from '#electron/hosts/transport/serve-port.ts'
import { fromEventTargetPort } from '#shared/contract/transport/desk-port.ts'
import { createHttpLink } from '#shared/contract/transport/http-link.ts'
import { createPortLink } from '#shared/contract/transport/port-link.ts'

export interface Connected {
  readonly link: ClientLink<ClientContext>
  /** The desk goes away without a word. */
  kill(): Promise<void>
  close(): Promise<void>
}

export interface Transport {
  readonly name: string
  /** In one process there is nothing that could go away. */
  readonly canDie: boolean
  connect(desk: ServedDesk, workplace: string): Promise<Connected>
}

const inProcess: Transport = {
  name: 'in process',
  canDie: false,
  async connect(desk, workplace) {
    const client = createRouterClient(desk.router, { context: () => desk.contextFor(workplace, 'port') })
    return {
      link: {
        call: (path, input, options) => {
          const procedure = path.reduce<unknown>((level, part) => Reflect.get(Object(level), part), client)
          if (typeof procedure !== 'function') throw new TypeError(`No procedure ${path.join('.')}`)
          return procedure(input, options)
        },
      },
      kill: async () => undefined,
      close: async () => undefined,
    }
  },
}

const messagePort: Transport = {
  name: 'message port',
  canDie: true,
  async connect(desk, workplace) {
    const { port1, port2 } = new MessageChannel()
    const isClosed = once(port1, 'close')
    const close = async () => {
      port1.close()
      await isClosed
    }
    servePort(fromEventTargetPort(port1), {
      router: desk.router,
      context: () => desk.contextFor(workplace, 'port'),
      log: () => undefined,
    })
    const connection = createPortLink({ requestPort: () => undefined, log: () => undefined })
    connection.attach(fromEventTargetPort(port2))
    return { link: connection.link, kill: close, close }
  },
}

const http: Transport = {
  name: 'HTTP',
  canDie: true,
  async connect(desk, workplace) {
    const host = await startBrowserHost({
      desk,
      port: 0,
      rendererDirectory: tmpdir(),
      appVersion: '0.0.0',
      log: () => undefined,
    })
    if (!host.ok) throw new Error(host.error.message)
    const link = createHttpLink({ origin: host.value.origin, workplace, bearerToken: host.value.token, fetch })
    return { link, kill: () => host.value.stop(0), close: () => host.value.stop() }
  },
}

export const TRANSPORTS: readonly Transport[] = [inProcess, messagePort, http]
