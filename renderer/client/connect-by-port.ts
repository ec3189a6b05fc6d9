import { fromEventTargetPort } from '#shared/contract/transport/desk-port.ts'
import { createPortLink, type PortLink } from '#shared/contract/transport/port-link.ts'
import { LOST_MESSAGE, PORT_MESSAGE, SHELL_GLOBAL, type ShellBridge } from '#shared/contract/transport/shell-messages.ts'

/** The shell's bridge, or `undefined` in a browser. */
export function shellBridge(): ShellBridge | undefined {
  return SHELL_GLOBAL in window ? (window[SHELL_GLOBAL] as ShellBridge) : undefined
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
