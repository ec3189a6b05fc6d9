import type { DocumentType } from '../domain/guest.ts'

/** Nationalities of people whose "passport" is a travel document: stateless, refugees, United Nations. */
const WITHOUT_NATIONALITY: readonly string[] = ['XXA', 'XXB', 'XXC', 'XXX', 'UNO', 'UNA', 'UNK']

/**
 * Kind of document by its MRZ code (Doc 9303-4…7): a proposal the clerk may change. `null` for a visa, which identifies nobody,
 * and for a code that is none. The second letter is the issuer's own choice but for a few agreed ones, so it decides little.
 */
export function documentTypeOf(code: string, issuingState: string | null, citizenship: string | null): DocumentType | null {
  const kind = code.replace(/<+$/, '')
  switch (kind[0]) {
    case 'P':
      if (kind === 'PN' && issuingState === 'RUS') return 'internal_passport'
      if (kind === 'PT' || (citizenship !== null && WITHOUT_NATIONALITY.includes(citizenship))) return 'travel_document'
      return 'passport'
    case 'I':
    case 'A':
    case 'C':
      // A card that one state gives to another's citizen is a permit to live there.
      if (kind === 'IR' || kind === 'AR') return 'residence_permit'
      return isForeignersCard(issuingState, citizenship) ? 'residence_permit' : 'id_card'
    default:
      return null
  }
}

function isForeignersCard(issuingState: string | null, citizenship: string | null): boolean {
  if (issuingState === null || citizenship === null) return false
  return issuingState !== citizenship && !(issuingState === 'GBR' && citizenship.startsWith('GB'))
}
