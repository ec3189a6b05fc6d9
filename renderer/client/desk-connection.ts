import { createDeskClient, type DeskClient } from '#shared/contract/transport/desk-client.ts'
import { connectByHttp } from './connect-by-http.ts'
import { connectByPort, shellBridge } from './connect-by-port.ts'

/** The line to the desk, whichever host shows this page. */
export interface DeskConnection {
  readonly client: DeskClient
  /** All windows of this browser have a handful of connections between them, so one of them listens to the desk for all. */
  readonly isSharedByWindows: boolean
  /** Told when the line is known to be lost or back, before any call notices. Answers how to stop listening. */
  onLine(listener: (isConnected: boolean) => void): () => void
}

/** Electron hands over a message port; a browser talks HTTP to where the page came from. */
export async function connectToDesk(): Promise<DeskConnection> {
  const bridge = shellBridge()
  if (bridge !== undefined) {
    const { link, onChange } = connectByPort(bridge)
    return { client: createDeskClient(link), isSharedByWindows: false, onLine: onChange }
  }
  return { client: createDeskClient(await connectByHttp()), isSharedByWindows: true, onLine: () => () => undefined }
}
