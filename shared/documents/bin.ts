const FIRST_WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const
const SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2] as const

/** An IIN is a person's number, a sole trader's too; a BIN is an organisation's. Both are written and checked alike. */
export const IDENTIFICATION_NUMBER_KINDS = ['iin', 'bin'] as const
export type IdentificationNumberKind = (typeof IDENTIFICATION_NUMBER_KINDS)[number]

export interface IdentificationNumberProblem {
  readonly code: 'not_12_digits' | 'check_digit' | 'is_iin' | 'is_bin'
  readonly message: string
}

export interface BinProblem {
  readonly code: 'not_12_digits' | 'check_digit'
  readonly message: string
}

/** What is wrong with a host's IIN or BIN; `null` when nothing is. Never asked of a guest: foreign guests usually have none. */
export function binProblem(text: string): BinProblem | null {
  if (!/^\d{12}$/.test(text)) return { code: 'not_12_digits', message: 'A BIN or IIN has exactly 12 digits.' }
  const digits = [...text].map(Number)
  const first = weighted(digits, FIRST_WEIGHTS)
  const expected = first === 10 ? weighted(digits, SECOND_WEIGHTS) : first
  if (expected === digits[11]) return null
  return { code: 'check_digit', message: 'The last digit does not fit the others: one of them is mistyped.' }
}

/** Check digit Σ dᵢ·wᵢ mod 11; a remainder of 10 is tried again with the second weights, and a second 10 is no number at all. */
export function isValidBin(text: string): boolean {
  return binProblem(text) === null
}

/**
 * Whose number it is by its make-up, `null` when it is made like neither. An IIN begins with a date YYMMDD, then 0–6 for century and
 * sex; a BIN begins with year and month, then 4 (resident), 5 (non-resident) or 6 (joint enterprise of sole traders), where an IIN has the
 * first digit of a day, 0–3. Says nothing about the check digit.
 */
export function identificationNumberKind(text: string): IdentificationNumberKind | null {
  if (/^\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[0-6]\d{5}$/.test(text)) return 'iin'
  return /^\d\d(0[1-9]|1[0-2])[4-6]\d{7}$/.test(text) ? 'bin' : null
}

/**
 * What is wrong with a host's number where only some kinds can be right; `null` when nothing is. A number that is made like neither kind
 * passes: since 2013 the rules no longer promise that an IIN is made of the birth date (Government decree 853 of 26.08.2013), and to
 * refuse a number that is right would stop a property from being set up.
 */
export function identificationNumberProblem(
  text: string,
  accepted: readonly IdentificationNumberKind[] = IDENTIFICATION_NUMBER_KINDS,
): IdentificationNumberProblem | null {
  const problem = binProblem(text)
  if (problem !== null) return problem
  const kind = identificationNumberKind(text)
  if (kind === null || accepted.includes(kind)) return null
  return kind === 'iin'
    ? { code: 'is_iin', message: "This is a person's IIN: an organisation gives its BIN." }
    : { code: 'is_bin', message: "This is an organisation's BIN: a person gives the IIN." }
}

function weighted(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0) % 11
}
