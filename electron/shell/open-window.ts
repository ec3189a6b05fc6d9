import { BrowserWindow, ipcMain, type MessagePortMain } from 'electron'
import { LOST_MESSAGE, PORT_MESSAGE, REQUEST_PORT_CHANNEL } from '#shared/contract/transport/shell-messages.ts'
import { APP_URL } from './app-protocol.ts'
import type { DeskHost, DeskWindow } from './desk-host.ts'
import { isTrustedSender } from './sender-check.ts'

/** The desk's window, with a line to the desk process whenever its page asks for one. */
export function openWindow(desk: DeskHost<MessagePortMain>, preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Qabyl',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  window.removeMenu()
  window.once('ready-to-show', () => window.show())

  const contents = window.webContents
  const line: DeskWindow<MessagePortMain> = {
    workplace: `window-${contents.id}`,
    givePort: (port) => contents.postMessage(PORT_MESSAGE, null, [port]),
    tellLost: () => {
      if (!contents.isDestroyed()) contents.send(LOST_MESSAGE)
    },
  }
  const answer = (event: Electron.IpcMainEvent) => {
    if (event.sender === contents && isTrustedSender(event.senderFrame)) desk.connect(line)
  }
  ipcMain.on(REQUEST_PORT_CHANNEL, answer)
  window.once('closed', () => {
    ipcMain.off(REQUEST_PORT_CHANNEL, answer)
    desk.disconnect(line)
  })
  // A port that cannot be had and a page that cannot be shown are one failure to the person in front: the process log has the reason.
  window.loadURL(APP_URL).catch((error: unknown) => console.error('The page could not be shown', error))
  return window
}
