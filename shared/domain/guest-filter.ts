/** Where a guest is: `arriving` = booked and not here yet. Who never came is in `all` alone. */
export const PRESENCES = ['all', 'in_house', 'arriving', 'departed'] as const
export type Presence = (typeof PRESENCES)[number]

/**
 * What may be true of a guest, whichever of the notices about him it is true of.
 *
 * - `open` something is still owed; `overdue`, `due_today` by when.
 * - `needs_person` stops until somebody decides or signs.
 * - `follow_up` a correction, an extension, a departure or a cancellation is still to go.
 * - `accepted`, `set_aside` the arrival is settled, with proof or by a decision or the law.
 */
export const GUEST_MARKS = [
  'overdue',
  'due_today',
  'open',
  'needs_person',
  'citizenship_unknown',
  'incomplete',
  'follow_up',
  'accepted',
  'set_aside',
] as const
export type GuestMark = (typeof GUEST_MARKS)[number]

/** Guests for whom all of it is true. */
export interface GuestFilter {
  readonly presence: Presence
  readonly marks: readonly GuestMark[]
}

export const EVERYBODY: GuestFilter = { presence: 'all', marks: [] }

/** Guests that one act takes at most: more than any hotel decides about at once. */
export const MOST_CHOSEN = 500

/** What can be done for many guests at once. Each is the act of the same name on one guest, done for each of them. */
export const BULK_ACTS = ['send', 'hand_over', 'paper', 'citizens', 'not_owed'] as const
export type BulkAct = (typeof BULK_ACTS)[number]

/** Acts that leave something to be taken back by the desk itself. */
export const UNDOABLE_ACTS = ['hand_over', 'citizens', 'not_owed'] as const satisfies readonly BulkAct[]
export type UndoableAct = (typeof UNDOABLE_ACTS)[number]

/**
 * Why an act does not concern a guest, or did not succeed for one. `state` of the exception says more of `not_now`.
 *
 * - `changed_since` an undo left him alone: something else has happened to him.
 * - `list_full` beyond what one covering list holds.
 * - `mistake` the program failed at this one guest; nothing of him changed.
 */
export const BULK_EXCEPTIONS = [
  'nothing_owed',
  'not_now',
  'leased',
  'on_paper',
  'expected',
  'citizenship_known',
  'changed_since',
  'list_full',
  'not_found',
  'not_saved',
  'mistake',
] as const
export type BulkException = (typeof BULK_EXCEPTIONS)[number]
