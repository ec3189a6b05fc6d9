import type { z } from 'zod'
import type { Property } from '#electron/store/rows/property.ts'
import type { Stay } from '#electron/store/rows/stays.ts'
import type { fillSheetSchema } from '#shared/contract/filing-schemas.ts'
import { type SentName, sentName } from '#shared/documents/sent-name.ts'
import { transliterate } from '#shared/documents/transliterate.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import type { FilingConvention } from '#shared/domain/filing-convention.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import type { FillHint, Portal, PortalField } from '#shared/domain/portal-form.ts'
import { countryInRussian, DOCUMENT_TYPE_IN_RUSSIAN, PURPOSE_IN_RUSSIAN, SEX_IN_RUSSIAN } from './portal-words.ts'
import { writtenDate, writtenName, writtenRoom } from './written.ts'

export type FillField = z.infer<typeof fillSheetSchema>['fields'][number]

interface Filled {
  readonly value: string | null
  readonly hint: FillHint | null
}

/** Whom and what the sheet is about, and how the property writes it. */
export interface SheetSources {
  readonly property: Pick<Property, 'address' | 'bin'>
  readonly stay: Pick<Stay, 'arrivalDate' | 'departureDate' | 'room'>
  readonly facts: GuestFacts
  readonly convention: FilingConvention
}

type Sources = SheetSources & { readonly sent: SentName }

/** One line per field of the portal, in its order, each value exactly as it is to be copied. */
export function fillFields(portal: Pick<Portal, 'fields'>, given: SheetSources): FillField[] {
  const sources: Sources = { ...given, sent: sentName(given.facts) }
  return portal.fields.map((field) => ({
    key: field.key,
    labelRu: field.labelRu,
    labelEn: field.labelEn,
    required: field.required,
    ...filled(field, sources),
  }))
}

function filled(field: PortalField, sources: Sources): Filled {
  const { property, stay, facts, sent, convention } = sources
  switch (field.key) {
    case 'surname':
      return name(facts.surname, sent.surname, convention)
    case 'givenNames':
      return facts.hasSingleName ? singleName(sources) : name(facts.givenNames, sent.givenNames, convention)
    case 'patronymic':
      return name(facts.patronymic, sent.patronymic, convention)
    case 'citizenship':
      return plain(facts.citizenship === null ? null : countryInRussian(facts.citizenship))
    case 'birthDate':
      return birthDate(facts.birthDate, convention)
    case 'sex':
      return facts.sex === 'X' ? refused(null) : plain(facts.sex === null ? null : SEX_IN_RUSSIAN[facts.sex])
    case 'documentType':
      if (facts.documentType === null) return plain(null)
      return facts.documentType === 'none' ? refused(null) : plain(DOCUMENT_TYPE_IN_RUSSIAN[facts.documentType])
    case 'documentSeries':
      return documentText(facts.documentSeries, field)
    case 'documentNumber':
      return facts.documentType === 'none' ? refused(null) : documentText(facts.documentNumber, field)
    case 'issueDate':
      return plain(writtenDate(facts.issueDate, convention.dateFormat))
    case 'expiryDate':
      return facts.hasNoExpiry
        ? { value: null, hint: 'convention' }
        : plain(writtenDate(facts.expiryDate, convention.dateFormat))
    case 'phone':
      return phone(facts.phone)
    case 'email':
      return plain(facts.email)
    case 'placeOfStay':
      return plain(address(sources))
    case 'purpose':
      return plain(facts.purpose === null ? null : (convention.purposes[facts.purpose] ?? PURPOSE_IN_RUSSIAN[facts.purpose]))
    case 'stayFrom':
    case 'checkIn':
      return plain(writtenDate(stay.arrivalDate, convention.dateFormat))
    case 'stayTo':
    case 'checkOut':
      return plain(writtenDate(stay.departureDate, convention.dateFormat))
    case 'comment':
      return plain(comment(sources))
    case 'welcomeMessage':
      return { value: null, hint: 'welcome_mail_default_on' }
    case 'hostNumber':
      return plain(convention.hostNumber ?? property.bin)
    default:
      return assertNever(field.key)
  }
}

function plain(value: string | null): Filled {
  return { value: value === '' ? null : value, hint: null }
}

function refused(value: string | null): Filled {
  return { value, hint: 'not_accepted_by_portal' }
}

/** Latin as typed, case apart, needs no remark; letters that were written anew, or cannot be, do. */
function name(typed: string | null, sent: string | null, convention: FilingConvention): Filled {
  if (sent === null || sent === '') return plain(null)
  if (convention.nameScript === 'printed') return plain(writtenName(typed ?? sent, convention.nameCase))
  const value = writtenName(sent, convention.nameCase)
  if (/[^\p{Script=Latin}\p{M}\p{Script=Common}]/u.test(sent)) return refused(value)
  const isAsTyped = typed === null || typed.trim().toUpperCase() === sent.toUpperCase()
  return { value, hint: isAsTyped ? null : 'transliterated' }
}

function singleName({ facts, sent, convention }: Sources): Filled {
  const { value } = name(facts.surname, sent.surname, convention)
  return { value: convention.singleName === 'dash' ? '-' : value, hint: 'convention' }
}

/** As much of the day as the document shows. */
function birthDate(date: string | null, { dateFormat }: FilingConvention): Filled {
  const value = writtenDate(date, dateFormat)
  return date === null || date.length === 10 ? plain(value) : { value, hint: 'partial_date' }
}

function address({ property, stay, convention }: Sources): string {
  const text = convention.address ?? property.address
  const room = convention.roomPlace === 'address' ? writtenRoom(stay.room, convention.roomForm) : null
  return room === null ? text : `${text}, ${room}`
}

function comment({ facts, stay, convention }: Sources): string {
  const room = convention.roomPlace === 'comment' ? writtenRoom(stay.room, convention.roomForm) : null
  const guardian = facts.guardianDocument === null ? null : `Документ сопровождающего: ${facts.guardianDocument}`
  return [room, guardian].filter((part) => part !== null).join('. ')
}

/** Latin, by the rule of transliteration; flagged where the portal's field takes less than that. */
function documentText(text: string | null, { takes }: PortalField): Filled {
  if (text === null || text.trim() === '') return plain(null)
  const latin = transliterate(text).trim()
  if (takes !== undefined && !new RegExp(`^(?:${takes})$`, 'u').test(latin)) return refused(latin)
  return { value: latin, hint: latin.toUpperCase() === text.trim().toUpperCase() ? null : 'transliterated' }
}

/** Digits, plus, brackets and spaces: no portal is known to take more. */
function phone(number: string | null): Filled {
  if (number === null) return plain(null)
  const kept = number
    .replace(/[^0-9+() ]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
  return plain(kept)
}
