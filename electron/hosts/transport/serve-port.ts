import type { AnyRouter, Context } from '@orpc/server'
import { StandardRPCHandler } from '@orpc/server/standard'
import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer'
import { ServerPeer } from '@orpc/standard-server-peer'
import { type DeskPort, toFrame } from '#shared/contract/transport/desk-port.ts'

export interface ServePortOptions<DeskContext extends Context> {
  readonly router: AnyRouter
  /** Who calls over this port; asked at each call, since another folder may answer behind the desk by then. */
  readonly context: () => DeskContext
  /** Told why a port was closed. Never contains what a frame held. */
  readonly log: (message: string) => void
}

/**
 * Answers the contract on one port until it closes. A malformed frame closes that port and is logged; it never becomes an unhandled
 * rejection, and the other ports and the desk go on. Returns how to stop answering.
 */
export function servePort<DeskContext extends Context>(port: DeskPort, options: ServePortOptions<DeskContext>): () => void {
  const handler = new StandardRPCHandler<Context>(options.router)
  let isOpen = true

  function close(reason: string | null): void {
    if (!isOpen) return
    isOpen = false
    if (reason !== null) options.log(`A port was closed: ${reason}.`)
    peer.close()
    port.close()
  }

  const peer = new ServerPeer((frame) => {
    if (!isOpen) return
    try {
      port.post(frame instanceof Uint8Array || typeof frame === 'string' ? frame : new Uint8Array(frame))
    } catch {
      close('an answer could not be sent')
    }
  })
  port.onClose(() => close(null))
  port.onFrame((value) => {
    if (!isOpen) return
    const frame = toFrame(value)
    if (frame === undefined) return close('something that is no frame arrived')
    const answer = createServerPeerHandleRequestFn(handler, { context: options.context() })
    peer.message(frame, answer).catch(() => close('a malformed frame arrived'))
  })
  return () => close(null)
}
