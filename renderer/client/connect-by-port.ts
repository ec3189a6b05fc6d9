import { fromEventTargetPort } from '#shared/contract/transport/desk-port.ts'
import { createPortLink, type PortLink } from '#shared/contract/transport/port-link.ts'

/** What the preload puts on the window. Ports cannot pass through it: they arrive as window messages of our own origin. */
export interface ShellBridge {
  /** Asks the shell for a new line to the desk process. */
  requestPort(): void
}

/** `data` of the window message that carries a port. */
const PORT_MESSAGE = 'qabyl:desk-port'
/** `data` of the window message that says the desk process has ended. */
const LOST_MESSAGE = 'qabyl:desk-lost'

/** The shell's bridge, or `undefined` in a browser. */
export function shellBridge(): ShellBridge | undefined {
  return 'qabylShell' in window ? (window.qabylShell as ShellBridge) : undefined
}

export function connectByPort(bridge: ShellBridge): PortLink {
  const portLink = createPortLink({ requestPort: () => bridge.requestPort(), log: (message) => console.warn(message) })
  window.addEventListener('message', (event) => {
    if (event.source !== window) return
    const [port] = event.ports
    if (event.data === PORT_MESSAGE && port !== undefined) portLink.attach(fromEventTargetPort(port))
    if (event.data === LOST_MESSAGE) portLink.lose()
  })
  bridge.requestPort()
  return portLink
}
