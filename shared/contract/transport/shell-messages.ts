/** Words between the Electron shell, the preload and the page. Ports and these names are all that crosses there. */

/** Under this name the preload shows the page a {@link ShellBridge}. */
export const SHELL_GLOBAL = 'qabylShell'

export interface ShellBridge {
  /** Asks for a (new) port to the desk process. It comes as a window message, since ports cannot pass through the bridge. */
  requestPort(): void
}

/** Window message from the preload that carries a port. */
export const PORT_MESSAGE = 'qabyl:desk-port'
/** Window message from the preload: the desk process has ended. */
export const LOST_MESSAGE = 'qabyl:desk-lost'
/** Message from the preload to the shell: the page asks for a port. */
export const REQUEST_PORT_CHANNEL = 'qabyl:request-port'
