/**
 * What became of a notice on a covering list.
 *
 * - `taken` handed in: the stamped copy is its proof.
 * - `refused` the counter did not take it for what it says; a person corrects it.
 * - `not_handed_in` it was not the counter's word: the queue was too long, a copy was missing. It goes back to where it came from.
 * - `taken_off` a person took it off before the list was handed in.
 * - `corrected` it says something else now, so the printed one counts no more.
 * - `otherwise` it was settled by another way: filed at a portal, withdrawn, not owed.
 */
export const PAPER_OUTCOMES = ['taken', 'refused', 'not_handed_in', 'taken_off', 'corrected', 'otherwise'] as const
export type PaperOutcome = (typeof PAPER_OUTCOMES)[number]

/** Notices on one list, at most: what one person carries and one officer stamps at a time. */
export const MAX_ON_LIST = 30

/** `2026-014`, as people say it and as it stands on the paper. */
export function paperNumber(year: number, number: number): string {
  return `${year}-${String(number).padStart(3, '0')}`
}

/** Year and number of `2026-014`, or `2026-14` as typed; `undefined` for anything else. */
export function parsePaperNumber(typed: string): { readonly year: number; readonly number: number } | undefined {
  const [, year, number] = /^\s*(\d{4})-0*([1-9]\d{0,5})\s*$/.exec(typed) ?? []
  return year === undefined || number === undefined ? undefined : { year: Number(year), number: Number(number) }
}
