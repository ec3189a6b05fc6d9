import type { FileContent } from '#shared/contract/file.ts'
import { guestLanguage } from '#shared/i18n/guest-language.ts'
import type { Language } from '#shared/i18n/language.ts'
import { wordsIn } from '#shared/i18n/words.ts'
import { guestSheet, managerSheet, type PrintedLoss } from '#shared/reports/lost-passport-document.ts'
import type { Caller } from '../caller.ts'
import { deskError } from '../desk-error.ts'
import type { Register } from '../register.ts'
import { caseView, findCase } from './case-view.ts'

export interface SheetRequest {
  readonly caseId: string
  readonly sheet: 'guest' | 'manager'
  /** `null` = guessed from the guest's citizenship; for the manager the property's own. */
  readonly language: Language | null
}

/** One of the two sheets as PDF; written down in the guest's history. Throws `NOT_FOUND`, also for an erased guest. */
export async function printCase(
  register: Register,
  caller: Caller,
  { caseId, sheet, language }: SheetRequest,
): Promise<{ fileName: string; content: FileContent }> {
  const printed = printedLoss(
    register,
    caseId,
    (guessed) => language ?? (sheet === 'guest' ? guessed : register.property.language),
  )
  // Loaded when something is printed: fonts and layout are megabytes.
  const { fileOf } = await import('#electron/reports/files/report-file.ts')
  const document = sheet === 'guest' ? guestSheet(printed) : managerSheet(printed)
  const { bytes, mediaType, extension } = await fileOf(document, 'pdf')
  const { noticeId } = printed.case
  register.write(() =>
    register.store.audit.append({
      actor: caller.actor,
      action: 'notice.lost_passport_printed',
      subject: noticeId,
      stayId: findCase(register, caseId).stayId,
      details: { caseId, sheet, language: printed.language },
    }),
  )
  register.changed(['guest'], noticeId)
  const room = (printed.guest.room ?? printed.case.noticedOn).replaceAll(/[^\p{L}\p{N}-]/gu, '')
  const name = wordsIn(register.property.language).say(`lostPassport.sheet.${sheet}File`, { room })
  return { fileName: `${name}.${extension}`, content: new Blob([new Uint8Array(bytes)], { type: mediaType }) }
}

function printedLoss(register: Register, caseId: string, languageOf: (guessed: Language) => Language): PrintedLoss {
  const { rows, property } = register
  const record = findCase(register, caseId)
  const guest = rows.guests.find(record.guestId)
  const stay = rows.stays.find(record.stayId)
  const notice = rows.notifications.ofGuest(record.guestId)
  if (guest === undefined || stay === undefined || notice === undefined || !register.store.stayKeys.has(record.stayId))
    throw deskError('NOT_FOUND', { what: 'lost_passport' })
  const { facts } = guest
  return {
    case: caseView(register, record),
    host: property,
    guest: {
      name: [facts.surname, facts.givenNames, facts.patronymic].filter((part) => part !== null && part !== '').join(' '),
      citizenship: facts.citizenship,
      birthDate: facts.birthDate,
      room: stay.room,
      arrival: stay.arrivalDate,
      departure: guest.departedOn ?? stay.departureDate,
    },
    notice: { acceptedAt: notice.acceptedAt, reference: notice.reference },
    printedAt: register.now(),
    zone: property.zone,
    language: languageOf(guestLanguage(facts.citizenship)),
  }
}
