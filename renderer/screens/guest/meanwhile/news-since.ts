import type { Seen } from '../../../drafts/form-keeper.ts'
import type { GuestDetail } from '../guest-form.ts'
import { type ToldEntry, wholeTimeline } from '../timeline-words.ts'

/** Entries that change nothing a form stands on: somebody looked, printed, or held the guest for a moment. */
const QUIET: readonly string[] = [
  'lease_taken',
  'lease_released',
  'lease_ran_out',
  'receipt_opened',
  'document_photo_seen',
  'document_photo_kept',
  'evidence_made',
  'card_printed',
  'lost_passport_printed',
]

type Known = Pick<GuestDetail, 'notice' | 'timeline' | 'followUps'>

/** The record as it stands now, to compare with later. */
export function seenOf(detail: Known): Seen {
  return { lines: wholeTimeline(detail).length, actBy: detail.notice.actBy }
}

/** What has happened to the guest since, newest first. */
export function newsSince(detail: Known, seen: Seen): readonly ToldEntry[] {
  const told = wholeTimeline(detail)
  return told.slice(0, Math.max(told.length - seen.lines, 0)).filter(({ entry }) => !QUIET.includes(entry.kind))
}

/** Entries that the desk and the service write by themselves. */
const DESKS_OWN: readonly string[] = [
  'attempt',
  'look_up',
  'not_sent',
  'outcome_unknown',
  'deferred',
  'found_absent',
  'accepted',
]

/** Nobody touched the guest in between: the desk went on sending, and what an act means for him is what it meant before. */
export function isDesksOwnProgress(before: GuestDetail, now: GuestDetail): boolean {
  return (
    before.notice.state === now.notice.state &&
    before.notice.actBy === now.notice.actBy &&
    newsSince(now, seenOf(before)).every(({ entry }) => DESKS_OWN.includes(entry.kind))
  )
}
