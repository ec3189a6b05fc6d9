/** Where in the queue the address leads. */
export type QueuePlace =
  | { readonly kind: 'list' }
  /** The fill-in sheet of one notice stands open. */
  | { readonly kind: 'filing'; readonly noticeId: string }
  /** A person decides about one notice. */
  | { readonly kind: 'deciding'; readonly noticeId: string }
  | { readonly kind: 'journal' }
  /** Covering lists for the counter. */
  | { readonly kind: 'paper' }

const JOURNAL = 'journal'
export const JOURNAL_PATH = `/queue/${JOURNAL}`
const PAPER = 'paper'
export const PAPER_PATH = `/queue/${PAPER}`
const DECIDE = 'decide-'

/** Route of the queue with the decision about this notice beside it. */
export function decisionPath(noticeId: string): string {
  return `/queue/${DECIDE}${noticeId}`
}

/** The place that `/queue/<part>` names. */
export function placeOfPath(part: string | undefined): QueuePlace {
  if (part === undefined) return { kind: 'list' }
  if (part === JOURNAL) return { kind: 'journal' }
  if (part === PAPER) return { kind: 'paper' }
  if (part.startsWith(DECIDE)) return { kind: 'deciding', noticeId: part.slice(DECIDE.length) }
  return { kind: 'filing', noticeId: part }
}
