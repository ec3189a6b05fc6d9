import type { DeliveryCause } from '#shared/contract/delivery-schemas.ts'

/** A file as it leaves the desk. */
export interface OutgoingFile {
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** Without a path, and without anything of a guest. */
  readonly fileName: string
}

/** One delivery in words, for whichever way takes it. */
export interface Message {
  /** The same at each try, so that the other side can tell a repeat. */
  readonly id: string
  readonly subject: string
  readonly text: string
  /** The same in one breath, for a way that counts letters. */
  readonly short: string
  readonly file: OutgoingFile | null
}

/** How one try ended. */
export type SendOutcome =
  /** `place`: the file that was written, the number the other side gave. */
  | { readonly kind: 'done'; readonly place: string | null }
  /** Nothing arrived, for certain; trying again may help. */
  | { readonly kind: 'not_sent'; readonly cause: DeliveryCause; readonly retryAfterMs: number | null }
  /** It may have arrived. */
  | { readonly kind: 'unknown'; readonly cause: DeliveryCause }
  /** Nothing arrived, and trying again changes nothing: a person has to. */
  | { readonly kind: 'refused'; readonly cause: DeliveryCause }

/** One way out. Never rejects for anything the other side does; a rejection is a bug. `signal` carries the deadline. */
export type Send = (message: Message, address: string, signal: AbortSignal) => Promise<SendOutcome>

export function notSent(cause: DeliveryCause, retryAfterMs: number | null = null): SendOutcome {
  return { kind: 'not_sent', cause, retryAfterMs }
}
