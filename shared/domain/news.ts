/**
 * What becomes known about a guest after check-in. `never_came` withdraws the notice, `not_required` is a decision – a person's or the law's –
 * that none is owed, `came_after_all` takes either back; the other three say something else than was said before.
 */
export const NEWS_KINDS = ['corrected', 'extended', 'departed', 'never_came', 'not_required', 'came_after_all'] as const
export type NewsKind = (typeof NEWS_KINDS)[number]

/** Of these the last one counts. */
export function isAboutPresence(kind: NewsKind): kind is 'never_came' | 'not_required' | 'came_after_all' {
  return kind === 'never_came' || kind === 'not_required' || kind === 'came_after_all'
}

/**
 * How the service comes to know of it.
 *
 * - `nothing` it is told nothing: a room, or what the channel does not want to hear.
 * - `next_revision` with the notice itself, which was not sent yet.
 * - `follow_up` by notices of their own, which wait in the queue.
 * - `after_answer` once the answer about what is on its way is here; the register keeps the news and makes the notices by itself.
 */
export const WAYS_TO_TELL = ['nothing', 'next_revision', 'follow_up', 'after_answer'] as const
export type WayToTell = (typeof WAYS_TO_TELL)[number]
