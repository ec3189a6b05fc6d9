import { ICAO_SPECIAL_CODES } from '../../documents/country-codes.ts'
import { alphanumeric } from '../../documents/person-key.ts'
import type { CitizenshipCode, DocumentType } from '../../domain/guest.ts'

/** What of a guest's document decides how long he may stay. */
export interface StayDocument {
  readonly citizenship: CitizenshipCode | null
  readonly issuingState: string | null
  readonly documentType: DocumentType | null
  readonly documentNumber: string | null
}

/** Which code decides the stay of a document. */
export interface DecidingCode {
  /** `null` = nothing decides yet. */
  readonly code: string | null
  readonly decidedBy: 'citizenship' | 'document'
  /** The document is outside what regimes are made for, although its code is a state: a refugee's travel document. */
  readonly isOutsideRegimes: boolean
  /** The other code the document may stand under, when its looks leave that open. */
  readonly mayAlsoBe: string | null
}

const SPECIAL_CODES: ReadonlySet<string> = new Set(ICAO_SPECIAL_CODES)

/** Two codes are in use for Kosovo; the table has it under the one of ICAO. */
const SAME_AS: ReadonlyMap<string, string> = new Map([['XKX', 'RKS']])

/**
 * Passports of Hong Kong and Macao carry CHN as issuer and nationality, so that the number alone tells them apart: nine characters,
 * H or K (Hong Kong) or M (Macao) first, where passports of mainland China begin with E, G, D, S or P. The shape is a habit of the
 * issuers and no rule, hence only a suspicion.
 */
const LOOKS_LIKE: readonly { readonly code: string; readonly number: RegExp }[] = [
  { code: 'HKG', number: /^[HK][A-Z0-9]\d{7}$/ },
  { code: 'MAC', number: /^M[A-Z0-9]\d{7}$/ },
]

/**
 * Which code decides how long the holder of a document may stay. Usually the citizenship; the document where it has a regime of its own
 * (Hong Kong, Macao) or none that is known (organisations, stateless people, refugees, the British classes that are not GBR). A
 * Chinese document that looks like one of Hong Kong or Macao is taken for it, because that limit is the shorter.
 */
export function decidingCode(document: StayDocument): DecidingCode {
  const { citizenship, issuingState } = document
  const special = [citizenship, issuingState].find((code) => code !== null && SPECIAL_CODES.has(code))
  if (special !== undefined && special !== null) return byDocument(SAME_AS.get(special) ?? special)

  const isChinese = citizenship === null || citizenship === 'CHN' || hasRegimeOfItsOwn(citizenship)
  const own = [citizenship, issuingState].find((code) => code !== null && hasRegimeOfItsOwn(code))
  if (isChinese && own !== undefined) return byDocument(own)
  if (citizenship === null) return { code: null, decidedBy: 'citizenship', isOutsideRegimes: false, mayAlsoBe: null }

  const suspected = citizenship === 'CHN' ? lookOf(document.documentNumber) : undefined
  if (suspected !== undefined) return { ...byDocument(suspected), mayAlsoBe: citizenship }

  if (document.documentType === 'travel_document' && issuingState !== null && issuingState !== citizenship) {
    return { ...byDocument(citizenship), isOutsideRegimes: true }
  }
  return { code: citizenship, decidedBy: 'citizenship', isOutsideRegimes: false, mayAlsoBe: null }
}

/** Whether documents with this code are under a regime that goes with the document and not with the nationality in it. */
export function hasRegimeOfItsOwn(code: string): boolean {
  return LOOKS_LIKE.some((look) => look.code === code)
}

function byDocument(code: string | null): DecidingCode {
  return { code, decidedBy: 'document', isOutsideRegimes: false, mayAlsoBe: null }
}

function lookOf(documentNumber: string | null): string | undefined {
  if (documentNumber === null) return undefined
  const number = alphanumeric(documentNumber)
  return LOOKS_LIKE.find((look) => look.number.test(number))?.code
}
