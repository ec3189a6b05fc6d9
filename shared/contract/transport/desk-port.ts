import { MAX_FILE_BYTES } from '../file.ts'

/** What crosses a port: text, or text followed by a file's bytes. Both survive every structured clone, Electron's included; a Blob does not. */
export type Frame = string | Uint8Array

/** The largest file with its envelope. A frame above it is malformed. */
export const MAX_FRAME_BYTES = MAX_FILE_BYTES + 1024 * 1024

/** One end of a line between a window and the desk process, whatever made it (DOM, worker threads, Electron's main side). */
export interface DeskPort {
  /** Throws when the value cannot be cloned or the port is closed, as ports do. */
  post(frame: Frame): void
  /** One listener; delivery starts when it is set. */
  onFrame(listener: (value: unknown) => void): void
  /** Called once when the other end closed, died, or {@link close} was called. */
  onClose(listener: () => void): void
  close(): void
}

/** `MessagePort` of a page or of `node:worker_threads`. */
export interface EventTargetPort {
  postMessage(value: unknown): void
  addEventListener(type: 'message' | 'messageerror' | 'close', listener: (event: object) => void): void
  start(): void
  close(): void
}

/** Electron's `MessagePortMain`. */
export interface EmitterPort {
  postMessage(value: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  start(): void
  close(): void
}

export function fromEventTargetPort(port: EventTargetPort): DeskPort {
  return {
    post: (frame) => port.postMessage(frame),
    onFrame(listener) {
      port.addEventListener('message', (event) => listener('data' in event ? event.data : undefined))
      // A value that could not be read back is a malformed frame like any other.
      port.addEventListener('messageerror', () => listener(undefined))
      port.start()
    },
    onClose: (listener) => port.addEventListener('close', () => listener()),
    close: () => port.close(),
  }
}

export function fromEmitterPort(port: EmitterPort): DeskPort {
  return {
    post: (frame) => port.postMessage(frame),
    onFrame(listener) {
      port.on('message', (event) => listener(event.data))
      port.start()
    },
    onClose: (listener) => port.on('close', listener),
    close: () => port.close(),
  }
}

/** A value from the other side as a frame, or `undefined` when it is none. Bytes from another realm are taken for what they are. */
export function toFrame(value: unknown): Frame | undefined {
  if (typeof value === 'string') return value.length <= MAX_FRAME_BYTES ? value : undefined
  if (ArrayBuffer.isView(value)) {
    return value.byteLength <= MAX_FRAME_BYTES ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : undefined
  }
  return undefined
}
