import {
  type IdentificationNumberKind,
  type IdentificationNumberProblem,
  identificationNumberProblem,
} from '../documents/bin.ts'
import { assertNever } from '../domain/assert-never.ts'
import type { PropertyKind } from './exposure.ts'

/**
 * Whose number a receiving party gives: a person the IIN, an organisation its BIN. A small or medium business may be a sole trader, who
 * is a person; a non-profit or a large business never is.
 */
const NUMBERS: Readonly<Record<PropertyKind, readonly IdentificationNumberKind[]>> = {
  natural_person: ['iin'],
  small_business: ['iin', 'bin'],
  medium_business: ['iin', 'bin'],
  non_profit: ['bin'],
  large_business: ['bin'],
}

/** What is wrong with the number of a receiving party of this kind; `null` when nothing is. */
export function hostNumberProblem(kind: PropertyKind, text: string): IdentificationNumberProblem | null {
  return identificationNumberProblem(text, NUMBERS[kind])
}

/** The code of the catalogue (`input.<code>`) that words it. */
export function hostNumberIssue(
  problem: IdentificationNumberProblem,
): 'bin_digits' | 'bin_check_digit' | 'bin_is_iin' | 'bin_is_bin' {
  switch (problem.code) {
    case 'not_12_digits':
      return 'bin_digits'
    case 'check_digit':
      return 'bin_check_digit'
    case 'is_iin':
      return 'bin_is_iin'
    case 'is_bin':
      return 'bin_is_bin'
    default:
      return assertNever(problem.code)
  }
}
