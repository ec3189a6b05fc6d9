import { isAppUrl } from './app-protocol.ts'

/** A frame as Electron shows it; `null` when it is gone. */
export interface SenderFrame {
  readonly url: string
  readonly parent: unknown
}

/** Whether a message comes from our own page: protocol, host, and the main frame – a frame inside it is somebody else. */
export function isTrustedSender(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && isAppUrl(frame.url)
}
