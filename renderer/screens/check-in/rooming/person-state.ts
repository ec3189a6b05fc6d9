import { CITIZEN_OF_KAZAKHSTAN, missingFields, type RequiredField } from '#shared/domain/guest.ts'
import type { IconName } from '../../../components/icon.tsx'
import type { Tone } from '../../../components/tone.ts'
import type { FormField, GuestForm } from '../form-state.ts'
import { type ReadGuest, type ReadStay, unreadOf } from '../guest-facts.ts'

/** How one guest of a party stands. */
export interface PersonState {
  readonly kind: 'saved' | 'refused' | 'unread' | 'citizenship_unknown' | 'not_required' | 'incomplete' | 'ready'
  readonly icon: IconName
  readonly tone: Tone
  readonly missing: readonly RequiredField[]
  /** Typed, and not readable. */
  readonly unread: readonly FormField[]
}

const LOOKS: Readonly<Record<PersonState['kind'], { readonly icon: IconName; readonly tone: Tone }>> = {
  saved: { icon: 'ok', tone: 'accepted' },
  refused: { icon: 'stop', tone: 'rejected' },
  unread: { icon: 'stop', tone: 'rejected' },
  citizenship_unknown: { icon: 'globe', tone: 'unknown' },
  not_required: { icon: 'ok', tone: 'quiet' },
  incomplete: { icon: 'gap', tone: 'incomplete' },
  ready: { icon: 'check', tone: 'accepted' },
}

/** `isRefused` = the desk did not take him when last asked. */
export function personState(guest: GuestForm, read: ReadGuest, stay: ReadStay, isRefused: boolean): PersonState {
  const missing = missingFields(read.facts, stay.input?.departureDate ?? null)
  const unread = unreadOf(guest, read)
  const kind = kindOf()
  return { kind, ...LOOKS[kind], missing, unread }

  function kindOf(): PersonState['kind'] {
    if (guest.isSaved) return 'saved'
    if (isRefused) return 'refused'
    if (unread.length > 0) return 'unread'
    if (read.facts.citizenship === null) return 'citizenship_unknown'
    if (read.facts.citizenship === CITIZEN_OF_KAZAKHSTAN) return 'not_required'
    return missing.length > 0 ? 'incomplete' : 'ready'
  }
}
