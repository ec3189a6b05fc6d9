import type { z } from 'zod'
import type { Calculation, calculationInputSchema } from '#shared/contract/law-schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { CITIZEN_OF_KAZAKHSTAN, EMPTY_GUEST, type GuestFacts } from '#shared/domain/guest.ts'
import type { Register } from '../register.ts'
import { type DeadlineView, explainDeadline } from './deadline-view.ts'
import { dutiesAndRegime } from './duties-view.ts'
import { requireArrivalYear, requireOrderOfDays } from './plausible-stay.ts'
import { isRegisteredInstead } from './registered-instead.ts'

type CalculationInput = z.output<typeof calculationInputSchema>

/** The deadline of an arrival on any day. Throws `BAD_INPUT` for a year that cannot be meant. */
export function explainArrival(register: Register, arrival: CalendarDate): DeadlineView {
  requireArrivalYear('arrival', arrival)
  return explainDeadline(register, arrival)
}

/** Every clock of an invented stay, under the law in force here. Keeps nothing. Throws `BAD_INPUT`. */
export function calculate(register: Register, input: CalculationInput): Calculation {
  const { arrival, departure, citizenship } = input
  requireArrivalYear('arrival', arrival)
  requireOrderOfDays('departure', arrival, departure)
  for (const [index, { from, to }] of input.earlier.entries()) requireOrderOfDays(`earlier.${index}.to`, from, to)
  const facts: GuestFacts = {
    ...EMPTY_GUEST,
    citizenship,
    issuingState: input.issuingState,
    documentType: input.documentType,
    documentNumber: input.documentNumber ?? null,
    borderEntryDate: input.borderEntry,
    visaValidUntil: input.visaValidUntil,
    expiryDate: input.documentExpiry,
  }
  return {
    deadline: citizenship === CITIZEN_OF_KAZAKHSTAN ? null : explainDeadline(register, arrival),
    ...dutiesAndRegime(register, {
      arrival,
      departure,
      facts,
      earlier: input.earlier,
      isRegisteredInstead: isRegisteredInstead(register, arrival, facts),
    }),
  }
}
