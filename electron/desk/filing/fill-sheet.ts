import type { z } from 'zod'
import type { Property } from '#electron/store/rows/property.ts'
import type { Stay } from '#electron/store/rows/stays.ts'
import type { fillSheetSchema } from '#shared/contract/schemas.ts'
import { type SentName, sentName } from '#shared/documents/sent-name.ts'
import { transliterate } from '#shared/documents/transliterate.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import type { FillHint, PortalFieldKey, PortalForm } from '#shared/domain/portal-form.ts'
import { countryInRussian, DOCUMENT_TYPE_IN_RUSSIAN, PURPOSE_IN_RUSSIAN, SEX_IN_RUSSIAN } from './portal-words.ts'

type FillField = z.infer<typeof fillSheetSchema>['fields'][number]

interface Filled {
  readonly value: string | null
  readonly hint: FillHint | null
}

interface Sources {
  readonly property: Property
  readonly stay: Stay
  readonly facts: GuestFacts
  readonly name: SentName
}

/** One line per field of the portal, in its order, each value exactly as it is to be copied. */
export function fillFields(form: PortalForm, property: Property, stay: Stay, facts: GuestFacts): FillField[] {
  const sources: Sources = { property, stay, facts, name: sentName(facts) }
  return form.fields.map(({ key, labelRu, labelEn, required }) => ({
    key,
    labelRu,
    labelEn,
    required,
    ...filled(key, sources),
  }))
}

function filled(key: PortalFieldKey, { property, stay, facts, name }: Sources): Filled {
  switch (key) {
    case 'surname':
      return spelled(facts.surname, name.surname)
    case 'givenNames':
      return facts.hasSingleName ? singleName(property, name.surname) : spelled(facts.givenNames, name.givenNames)
    case 'patronymic':
      return spelled(facts.patronymic, name.patronymic)
    case 'citizenship':
      return plain(facts.citizenship === null ? null : countryInRussian(facts.citizenship))
    case 'birthDate':
      return birthDate(facts.birthDate)
    case 'sex':
      return facts.sex === 'X' ? refused(null) : plain(facts.sex === null ? null : SEX_IN_RUSSIAN[facts.sex])
    case 'documentType':
      if (facts.documentType === null) return plain(null)
      return facts.documentType === 'none' ? refused(null) : plain(DOCUMENT_TYPE_IN_RUSSIAN[facts.documentType])
    case 'documentSeries':
      return documentText(facts.documentSeries)
    case 'documentNumber':
      return facts.documentType === 'none' ? refused(null) : documentText(facts.documentNumber)
    case 'issueDate':
      return plain(asDay(facts.issueDate))
    case 'expiryDate':
      return facts.hasNoExpiry ? { value: null, hint: 'convention' } : plain(asDay(facts.expiryDate))
    case 'phone':
      return phone(facts.phone)
    case 'email':
      return plain(facts.email)
    case 'placeOfStay':
      return plain(property.address)
    case 'purpose':
      return plain(facts.purpose === null ? null : PURPOSE_IN_RUSSIAN[facts.purpose])
    case 'stayFrom':
    case 'checkIn':
      return plain(asDay(stay.arrivalDate))
    case 'stayTo':
    case 'checkOut':
      return plain(asDay(stay.departureDate))
    case 'comment':
      return plain(facts.guardianDocument === null ? null : `Документ сопровождающего: ${facts.guardianDocument}`)
    case 'welcomeMessage':
      return { value: null, hint: 'welcome_mail_default_on' }
    default:
      return assertNever(key)
  }
}

function plain(value: string | null): Filled {
  return { value: value === '' ? null : value, hint: null }
}

function refused(value: string | null): Filled {
  return { value, hint: 'not_accepted_by_portal' }
}

/** Latin as typed, case apart, needs no remark; letters that were written anew, or cannot be, do. */
function spelled(typed: string | null, sent: string | null): Filled {
  if (sent === null || sent === '') return plain(null)
  if (/[^\p{Script=Latin}\p{M}\p{Script=Common}]/u.test(sent)) return refused(sent)
  const isAsTyped = typed === null || typed.trim().toUpperCase() === sent.toUpperCase()
  return { value: sent, hint: isAsTyped ? null : 'transliterated' }
}

function singleName(property: Property, surname: string | null): Filled {
  return { value: property.singleNameConvention === 'dash' ? '-' : surname, hint: 'convention' }
}

/** `DD.MM.YYYY`, or as much of it as the document shows. */
function birthDate(date: string | null): Filled {
  if (date === null) return plain(null)
  const parts = date.split('-').reverse().join('.')
  return date.length === 10 ? plain(parts) : { value: parts, hint: 'partial_date' }
}

function asDay(date: string | null): string | null {
  return date === null ? null : date.split('-').reverse().join('.')
}

/** The portal takes digits, Latin letters, spaces and commas, and refuses Cyrillic. */
function documentText(text: string | null): Filled {
  if (text === null || text.trim() === '') return plain(null)
  const latin = transliterate(text).trim()
  if (!/^[0-9A-Za-z ,]+$/.test(latin)) return refused(latin)
  return { value: latin, hint: latin.toUpperCase() === text.trim().toUpperCase() ? null : 'transliterated' }
}

/** The portal takes digits, plus, brackets and spaces. */
function phone(number: string | null): Filled {
  if (number === null) return plain(null)
  const kept = number
    .replace(/[^0-9+() ]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
  return plain(kept)
}
