import type { CitizenshipCode } from '../domain/guest.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { ALPHA3_BY_ALPHA2, ICAO_SPECIAL_CODES } from './country-codes.ts'

const KNOWN_CODES: ReadonlySet<string> = new Set([...ALPHA3_BY_ALPHA2.values(), ...ICAO_SPECIAL_CODES])

export interface CitizenshipProblem {
  readonly code: 'unknown_citizenship'
  readonly message: string
}

/**
 * A citizenship written as alpha-2, alpha-3, an ICAO 9303 code or the `D` of German documents, any case, fillers allowed.
 * Country names are not guessed at: what is not a code is unknown, and unknown is neither local nor foreign.
 */
export function parseCitizenship(text: string): Result<CitizenshipCode, CitizenshipProblem> {
  const code = text.trim().toUpperCase().replace(/<+$/, '')
  if (code === 'D') return ok('DEU')
  const known = KNOWN_CODES.has(code) ? code : ALPHA3_BY_ALPHA2.get(code)
  if (known !== undefined) return ok(known)
  return failed({
    code: 'unknown_citizenship',
    message: 'No citizenship has this code; use the three letters as in the document, e.g. DEU, UZB, XXA.',
  })
}
