import type { Consent } from '#shared/contract/card-contract.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { guestLanguage } from '#shared/i18n/guest-language.ts'
import type { Language } from '#shared/i18n/language.ts'
import type { Caller } from '../caller.ts'
import { badInput, deskError } from '../desk-error.ts'
import type { Register } from '../register.ts'

interface KnownCard {
  readonly language: Language
  readonly consent: Consent | null
  /** Guests of the same stay, this one counted. */
  readonly partySize: number
}

/** What is known of the card of the guest a notice is about. Throws `NOT_FOUND`. */
export function cardOf(register: Register, noticeId: string): KnownCard {
  const { rows } = register
  const notice = rows.notifications.find(noticeId)
  const guest = notice === undefined ? undefined : rows.guests.find(notice.guestId)
  if (guest === undefined) throw deskError('NOT_FOUND', { what: 'notice' })
  return {
    language: guestLanguage(guest.facts.citizenship),
    consent: consentOf(register, guest.id),
    partySize: rows.guests.ofStay(guest.stayId).length,
  }
}

/**
 * The signed card lies in the property's folder: who says so, and of which day; `null` = it was a mistake. Throws `NOT_FOUND`, `BAD_INPUT`
 * (`signedOn`).
 */
export function recordConsent(
  register: Register,
  caller: Caller,
  { noticeId, signedOn }: { readonly noticeId: string; readonly signedOn: CalendarDate | null },
): { consent: Consent | null } {
  const { rows, store } = register
  if (signedOn !== null && signedOn > register.today()) throw badInput('signedOn', 'in_future', 'This day has not come yet.')
  const first = register.write(() => {
    const notice = rows.notifications.find(noticeId)
    const arrival = notice === undefined ? undefined : rows.notifications.ofGuest(notice.guestId)
    if (arrival === undefined) throw deskError('NOT_FOUND', { what: 'notice' })
    const { guestId, stayId } = arrival
    if (signedOn === null) {
      // Taken back twice is taken back.
      if (!rows.consents.remove(guestId)) return arrival
    } else rows.consents.set({ guestId, signedOn, recordedAt: register.now(), recordedBy: caller.actor.name })
    store.audit.append({
      actor: caller.actor,
      action: signedOn === null ? 'notice.consent_taken_back' : 'notice.consent_recorded',
      subject: arrival.id,
      stayId,
      details: { signedOn },
    })
    return arrival
  })
  register.changed(['guest'], first.id)
  return { consent: consentOf(register, first.guestId) }
}

function consentOf({ rows }: Register, guestId: string): Consent | null {
  const found = rows.consents.ofGuest(guestId)
  return found === undefined ? null : { signedOn: found.signedOn, by: found.recordedBy, recordedAt: found.recordedAt }
}
