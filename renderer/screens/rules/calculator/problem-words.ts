import { assertNever } from '#shared/domain/assert-never.ts'
import type { Words } from '../../../i18n/use-words.ts'
import type { EntryProblem } from './calculation-form.ts'

/** Why an input of the calculator was left out, under its field. */
export function problemInWords(problem: EntryProblem, { say }: Words): string {
  switch (problem) {
    case 'required':
    case 'not_a_date':
    case 'departure_before_arrival':
      return say(`input.${problem}`)
    case 'unknown_code':
      return say('checkIn.fields.noSuchCitizenship')
    case 'not_both':
      return say('rules.calculator.earlier.notBoth')
    case 'from_after_to':
      return say('rules.calculator.earlier.fromAfterTo')
    default:
      return assertNever(problem)
  }
}
