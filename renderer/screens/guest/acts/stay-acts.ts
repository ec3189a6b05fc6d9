import { isAboutPresence } from '#shared/domain/news.ts'
import { isAtRest, type NotificationState } from '#shared/domain/notification.ts'
import { isOnItsWay, notRequiredNews } from '../guest-acts.ts'
import type { GuestDetail } from '../guest-form.ts'
import { CITIZEN_REASON, REGISTERED_REASON } from '../timeline-words.ts'

/** What can be done with a guest who is recorded, in the order of the bar. */
export const STAY_ACTS = ['correct', 'extend', 'depart', 'move', 'cancel'] as const
export type StayAct = (typeof STAY_ACTS)[number]
/** Those that open a small form of their own; a correction has the guest's whole form. */
export const FORM_ACTS = ['extend', 'depart', 'move', 'cancel'] as const satisfies readonly Exclude<StayAct, 'correct'>[]
export type FormAct = (typeof FORM_ACTS)[number]

/** What was entered last can be taken back, as long as that is lawful: what was told already is put right by another notice. */
export type Undo =
  | { readonly kind: 'departure' }
  | { readonly kind: 'cancellation' }
  | { readonly kind: 'extension'; readonly departureDate: string }

type Known = Pick<GuestDetail, 'notice' | 'followUps' | 'departedOn' | 'timeline'>

/** The acts that fit a guest as he stands, whoever asks. */
export function actsFor({ notice, followUps, departedOn }: Omit<Known, 'timeline'>): readonly StayAct[] {
  if (isCancelled({ notice, followUps })) return []
  if (isSetAside(notice)) return departedOn === null ? ['depart', 'move'] : ['move']
  const isGone = departedOn !== null
  return STAY_ACTS.filter((act) => act !== 'depart' || !isGone)
}

/** The guest never came: withdrawn before it was sent, or by a cancellation. */
export function isCancelled({ notice, followUps }: Pick<GuestDetail, 'notice' | 'followUps'>): boolean {
  const presence = notice.waitingNews.map(({ kind }) => kind).findLast(isAboutPresence)
  if (presence !== undefined) return presence === 'never_came'
  return (
    notice.state === 'cancelled' ||
    followUps.some(({ notice: { kind, state } }) => kind === 'cancellation' && !DROPPED.includes(state))
  )
}

/** A clerk's own decision, which is taken back first; the law's own "not required" follows the citizenship. */
function isSetAside(notice: GuestDetail['notice']): boolean {
  const decided = notRequiredNews(notice) ?? (notice.state === 'not_required' ? notice : undefined)
  if (decided !== undefined) return decided.reason !== CITIZEN_REASON && decided.reason !== REGISTERED_REASON
  return notice.state === 'filed_elsewhere'
}

/** Whether what has become known will wait for an answer: something about this guest is on its way, or may have arrived. */
export function isOnWay({ notice, followUps }: Pick<GuestDetail, 'notice' | 'followUps'>): boolean {
  return [notice, ...followUps.map((followUp) => followUp.notice)].some(({ state }) => isOnItsWay(state))
}

/** Somebody else is filing one of the notices about this guest. */
export function leaseOfColleague({ notice, followUps }: Pick<GuestDetail, 'notice' | 'followUps'>) {
  const notices = [notice, ...followUps.map((followUp) => followUp.notice)]
  return notices.map(({ lease }) => lease).find((lease) => lease !== null && !lease.isMine) ?? null
}

/** The newest news that can be taken back; `null` when there is none. */
export function undoOf({ notice, followUps, departedOn, timeline }: Known): Undo | null {
  const last = (kind: GuestDetail['notice']['kind']) =>
    followUps.findLast((followUp) => followUp.notice.kind === kind && !DROPPED.includes(followUp.notice.state))?.notice
  const isFiledAnew = timeline.some(({ kind }) => kind === 'filed_anew')
  if (isCancelled({ notice, followUps })) return isFiledAnew ? null : { kind: 'cancellation' }
  if (departedOn !== null) return { kind: 'departure' }
  const extension = last('extension')
  const before = timeline.findLast(({ kind }) => kind === 'extended')?.details['departureBefore']
  const isOpen = extension !== undefined && isUnsent(extension.state)
  return isOpen && typeof before === 'string' ? { kind: 'extension', departureDate: before } : null
}

const DROPPED: readonly NotificationState[] = ['cancelled', 'not_required']

function isUnsent(state: NotificationState): boolean {
  return isAtRest(state) || state === 'leased'
}
