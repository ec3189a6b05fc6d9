import { contextBridge, ipcRenderer } from 'electron'
import {
  LOST_MESSAGE,
  PORT_MESSAGE,
  REQUEST_PORT_CHANNEL,
  SHELL_GLOBAL,
  type ShellBridge,
} from '#shared/contract/transport/shell-messages.ts'

const bridge: ShellBridge = { requestPort: () => ipcRenderer.send(REQUEST_PORT_CHANNEL) }
contextBridge.exposeInMainWorld(SHELL_GLOBAL, bridge)

// Any target: the message goes to this window's own page, and the window cannot leave the page.
ipcRenderer.on(PORT_MESSAGE, (event) => window.postMessage(PORT_MESSAGE, '*', [...event.ports]))
ipcRenderer.on(LOST_MESSAGE, () => window.postMessage(LOST_MESSAGE, '*'))
