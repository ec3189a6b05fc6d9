const FIRST_WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const
const SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2] as const

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

function weighted(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0) % 11
}
