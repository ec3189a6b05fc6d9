import type { ClientContext } from '@orpc/client'
import { StandardRPCLink } from '@orpc/client/standard'
import { ClientPeer } from '@orpc/standard-server-peer'
import { deskGone } from './desk-gone.ts'
import { type DeskPort, toFrame } from './desk-port.ts'
import { endingWithTheLine, isStream } from './stream.ts'

export interface PortLinkOptions {
  /** Asks whoever hands out ports for a new one; it comes by {@link PortLink.attach}. Called once per loss. */
  readonly requestPort: () => void
  /** Told why a port was closed. Never contains what a frame held. */
  readonly log: (message: string) => void
}

export interface PortLink {
  /** For `createDeskClient`. */
  readonly link: StandardRPCLink<ClientContext>
  /** Uses `port` from now on. Calls under way on an earlier port are rejected. */
  attach(port: DeskPort): void
  /** The desk process is known to be dead (the shell saw it exit): every call under way is rejected at once. */
  lose(): void
  /** `true` while a port is attached. The listener hears every change; returns how to stop listening. */
  onChange(listener: (isConnected: boolean) => void): () => void
  readonly isConnected: boolean
}

type Line =
  /** Before the first port: calls wait for it. */
  | { readonly kind: 'first'; readonly arrival: PromiseWithResolvers<void> }
  | { readonly kind: 'open'; readonly port: DeskPort; readonly peer: ClientPeer }
  | { readonly kind: 'gone' }

/**
 * The window's end of the line to the desk process, over oRPC's own codec. Differs from oRPC's adapter where that one is unsafe: a
 * malformed frame closes the port, a call after the other side died is rejected at once instead of never, and a lost port is
 * asked for anew.
 */
export function createPortLink(options: PortLinkOptions): PortLink {
  const listeners = new Set<(isConnected: boolean) => void>()
  let line: Line = { kind: 'first', arrival: firstArrival() }

  function change(next: Line): void {
    const earlier = line
    line = next
    if (earlier.kind === 'open') {
      earlier.peer.close({ reason: deskGone({ wasSent: true }) })
      earlier.port.close()
    }
    if (earlier.kind === 'first') {
      if (next.kind === 'open') earlier.arrival.resolve()
      else earlier.arrival.reject(deskGone({ wasSent: false }))
    }
    for (const listener of listeners) listener(next.kind === 'open')
  }

  function lose(port: DeskPort, reason: string): void {
    if (line.kind !== 'open' || line.port !== port) return
    options.log(`The line to the desk was closed: ${reason}.`)
    change({ kind: 'gone' })
    options.requestPort()
  }

  function attach(port: DeskPort): void {
    const peer = new ClientPeer((frame) => {
      try {
        port.post(frame instanceof Uint8Array || typeof frame === 'string' ? frame : new Uint8Array(frame))
      } catch {
        lose(port, 'a message could not be sent')
      }
    })
    change({ kind: 'open', port, peer })
    port.onClose(() => lose(port, 'the other end is gone'))
    port.onFrame((value) => {
      const frame = toFrame(value)
      if (frame === undefined) return lose(port, 'something that is no frame arrived')
      peer.message(frame).catch(() => lose(port, 'a malformed frame arrived'))
    })
  }

  const link = new StandardRPCLink(
    {
      async call(request) {
        if (line.kind === 'first') await line.arrival.promise
        if (line.kind !== 'open') {
          options.requestPort()
          throw deskGone({ wasSent: false })
        }
        const { port, peer } = line
        const isLost = () => line.kind !== 'open' || line.port !== port
        const response = await peer.request(request)
        const body = isStream(response.body) ? endingWithTheLine(response.body, isLost) : response.body
        return { ...response, body: () => Promise.resolve(body) }
      },
    },
    { url: 'http://orpc' },
  )

  return {
    link,
    attach,
    lose() {
      if (line.kind === 'open') lose(line.port, 'the desk process ended')
      else if (line.kind === 'first') change({ kind: 'gone' })
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get isConnected() {
      return line.kind === 'open'
    },
  }
}

function firstArrival(): PromiseWithResolvers<void> {
  const arrival = Promise.withResolvers<void>()
  // Nobody may be waiting when it fails; whoever is gets the rejection from the promise itself.
  arrival.promise.catch(() => undefined)
  return arrival
}
