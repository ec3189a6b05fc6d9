import type { MrzDocument } from '#shared/documents/mrz-reading.ts'
import { agreesWithMrz } from '#shared/documents/name-agreement.ts'
import { alphanumeric } from '#shared/documents/person-key.ts'
import { numericDay } from '#shared/i18n/dates.ts'
import type { GuestForm } from '../form-state.ts'

/**
 * Index of the guest of a list to whom a document belongs: by its number, else by name and, where both are known, day of birth. `null` when it is
 * nobody's of those whose document was not seen yet, or could be two people's: twins and namesakes are the clerk's to tell apart.
 */
export function whoseDocument(guests: readonly GuestForm[], document: MrzDocument): number | null {
  const candidates = guests.flatMap((guest, index) => (guest.isListed && guest.mrz === null ? [{ guest, index }] : []))
  const byNumber = candidates.filter(({ guest }) => hasNumber(guest, document))
  if (byNumber.length > 0) return onlyOne(byNumber)
  const byName = candidates.filter(({ guest }) => hasName(guest, document) && bornThen(guest, document) !== 'no')
  return onlyOne(byName) ?? onlyOne(byName.filter(({ guest }) => bornThen(guest, document) === 'yes'))
}

function onlyOne(found: readonly { readonly index: number }[]): number | null {
  return found.length === 1 ? (found[0]?.index ?? null) : null
}

function hasNumber(guest: GuestForm, { fields }: MrzDocument): boolean {
  const typed = alphanumeric(`${guest.documentSeries}${guest.documentNumber}`)
  const read = alphanumeric(`${fields.documentSeries ?? ''}${fields.documentNumber ?? ''}`)
  return typed !== '' && fields.documentNumber !== null && typed === read
}

/** Every word of the name in the list stands in the document, whichever comes first; a list may leave out a second given name. */
function hasName(guest: GuestForm, { fields }: MrzDocument): boolean {
  const typed = wordsOf(`${guest.surname} ${guest.givenNames}`)
  const read = wordsOf(`${fields.surname ?? ''} ${fields.givenNames ?? ''}`)
  const isWhole = typed.length >= Math.min(2, read.length) && typed.length > 0
  return isWhole && typed.every((word) => read.some((other) => agreesWithMrz(word, other)))
}

function bornThen(guest: GuestForm, { fields }: MrzDocument): 'yes' | 'no' | 'unknown' {
  const { birthDate } = fields
  if (birthDate === null || guest.birthDate.trim() === '') return 'unknown'
  const read = birthDate.length === 10 ? numericDay(birthDate as Parameters<typeof numericDay>[0]) : birthDate
  return guest.birthDate === read || read.endsWith(guest.birthDate) ? 'yes' : 'no'
}

function wordsOf(name: string): readonly string[] {
  return name.split(/[\s\-–,.]+/).filter((word) => alphanumeric(word) !== '')
}
