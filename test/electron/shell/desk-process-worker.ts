import { type MessagePort, parentPort } from 'node:worker_threads'
import type { ParentPort } from '#electron/hosts/process-host.ts'
import { asMessagePortMain } from './electron-double.ts'

/** Runs the desk process as it ships in a thread of its own, with a thread's port in the place of Electron's `parentPort`. */
if (parentPort === null) throw new Error('This runs in a worker thread')
const port = parentPort
const parent: ParentPort = {
  on: (_event, listener) =>
    port.on('message', ({ data, ports }: { data: unknown; ports: readonly MessagePort[] }) =>
      listener({ data, ports: ports.map(asMessagePortMain) }),
    ),
  postMessage: (message) => port.postMessage(message),
}
Object.assign(process, { parentPort: parent })
await import('#electron/desk/desk-process-entry.ts')
