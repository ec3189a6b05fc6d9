import type { Notice } from '#shared/contract/schemas.ts'
import { isAtRest, isSettled } from '#shared/domain/notification.ts'
import { dayMonth, weekdayDay } from '#shared/i18n/dates.ts'
import type { AlarmReading } from '#shared/regulation/deadline-types.ts'
import { happenedAt } from '../../../i18n/moments.ts'
import type { Words } from '../../../i18n/use-words.ts'
import type { GuestDetail } from '../guest-form.ts'

/** One notice of the chain with what it stands behind. */
export interface ChainLink {
  readonly notice: Notice
  readonly receipts: GuestDetail['receipts']
  /** The notice before it that has to be settled first; `null` = it is this one's turn, or it is settled itself. */
  readonly waitsFor: Notice | null
}

/** Every notice about the guest, in the order they go. */
export function chainOf({
  notice,
  followUps,
  receipts,
}: Pick<GuestDetail, 'notice' | 'followUps' | 'receipts'>): readonly ChainLink[] {
  const links = [
    { notice, receipts },
    ...followUps.map((followUp) => ({ notice: followUp.notice, receipts: followUp.receipts })),
  ]
  return links.map((link, index) => {
    const before = links.slice(0, index).find((earlier) => !isSettled(earlier.notice.state))
    return { ...link, waitsFor: isSettled(link.notice.state) || before === undefined ? null : before.notice }
  })
}

/** What it tells, where its kind alone does not say it: the day of an extension or a departure. */
export function aboutInWords(
  { kind, departureDate }: Notice,
  departedOn: GuestDetail['departedOn'],
  { say, language }: Words,
): string | null {
  if (kind === 'extension' && departureDate !== null)
    return say('noticeChain.about.extension', { day: dayMonth(departureDate, language) })
  if (kind === 'departure' && departedOn !== null)
    return say('noticeChain.about.departure', { day: dayMonth(departedOn, language) })
  return null
}

interface Viewpoint {
  readonly today: GuestDetail['departedOn'] & string
  readonly zone: string
  readonly reading: AlarmReading
}

/** By when, or since when it is settled; `null` where nothing is owed. */
export function momentInWords(notice: Notice, { today, zone, reading }: Viewpoint, words: Words): string | null {
  const { say, language } = words
  if (notice.acceptedAt !== null)
    return say('noticeChain.accepted', { when: happenedAt(notice.acceptedAt, today, zone, words) })
  if (isSettled(notice.state) || notice.actBy === null) return null
  const alarm = reading === 'strict' ? notice.strictDue : notice.latestDue
  return notice.lane === 'overdue' && alarm !== null
    ? say('noticeChain.overdue', { day: weekdayDay(alarm, language) })
    : say('noticeChain.due', { day: weekdayDay(notice.actBy, language) })
}

/** A correction that has not left may be dropped; what else was entered is taken back as such. */
export function canBeDropped({ kind, state }: Pick<Notice, 'kind' | 'state'>): boolean {
  return kind === 'correction' && isAtRest(state)
}
