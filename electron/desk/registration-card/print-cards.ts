import type { Guest } from '#electron/store/rows/guests.ts'
import type { FileContent } from '#shared/contract/file.ts'
import { guestLanguage } from '#shared/i18n/guest-language.ts'
import type { Language } from '#shared/i18n/language.ts'
import { wordsIn } from '#shared/i18n/words.ts'
import { type PrintedCard, registrationCardsDocument } from '#shared/reports/registration-card-document.ts'
import type { Caller } from '../caller.ts'
import { deskError } from '../desk-error.ts'
import type { Register } from '../register.ts'
import { cardSettings } from './card-settings.ts'

export interface CardRequest {
  readonly noticeIds: readonly string[]
  /** Everybody of the same stays, in the order they were recorded. */
  readonly withParty: boolean
  /** `null` = guessed for each guest. */
  readonly language: Language | null
}

interface CardsFile {
  readonly fileName: string
  readonly cards: number
  readonly content: FileContent
}

/** The cards of these guests as PDF, each once, and an entry for each in the guest's own history. Throws `NOT_FOUND`. */
export async function printCards(register: Register, caller: Caller, request: CardRequest): Promise<CardsFile> {
  const guests = guestsOf(register, request)
  const { property } = register
  const cards = guests.map((guest) => cardOf(register, guest, request.language))
  // Loaded when something is printed: fonts and layout are megabytes.
  const { fileOf } = await import('#electron/reports/files/report-file.ts')
  const { bytes, mediaType, extension } = await fileOf(
    registrationCardsDocument({
      host: property,
      settings: cardSettings(register),
      printedOn: register.today(),
      printedAt: register.now(),
      language: property.language,
      cards,
    }),
    'pdf',
  )
  register.write(() => {
    for (const [index, { id, stayId }] of guests.entries())
      register.store.audit.append({
        actor: caller.actor,
        action: 'notice.card_printed',
        subject: register.rows.notifications.ofGuest(id)?.id ?? null,
        stayId,
        details: { language: cards[index]?.language ?? property.language },
      })
  })
  register.changed(['guest'], null)
  const room = cards[0]?.stay.room ?? cards[0]?.stay.arrivalAt.slice(0, 10) ?? ''
  return {
    fileName: `${wordsIn(property.language).say('card.file', { room: room.replaceAll(/[^\p{L}\p{N}-]/gu, '') })}.${extension}`,
    cards: cards.length,
    content: new Blob([new Uint8Array(bytes)], { type: mediaType }),
  }
}

function guestsOf({ rows, store }: Register, { noticeIds, withParty }: CardRequest): readonly Guest[] {
  const found = new Map<string, Guest>()
  for (const noticeId of noticeIds) {
    const notice = rows.notifications.find(noticeId)
    const guest = notice === undefined ? undefined : rows.guests.find(notice.guestId)
    // Of an erased guest nothing is printed any more, and nothing could be written down.
    if (guest === undefined || !store.stayKeys.has(guest.stayId)) throw deskError('NOT_FOUND', { what: 'notice' })
    for (const each of withParty ? rows.guests.ofStay(guest.stayId) : [guest]) found.set(each.id, each)
  }
  return [...found.values()]
}

function cardOf({ rows }: Register, { facts, stayId }: Guest, language: Language | null): PrintedCard {
  const stay = rows.stays.find(stayId)
  if (stay === undefined) throw new Error('Every guest belongs to a stay')
  const { arrivalAt, departureDate, room, reservation } = stay
  return {
    language: language ?? guestLanguage(facts.citizenship),
    facts,
    stay: { arrivalAt, departureDate, room, reservation },
  }
}
