import { type CalendarDate, yearOf } from '#shared/domain/calendar-date.ts'
import { type Exposure, exposureOf, type MonthlyIndex } from '#shared/regulation/exposure.ts'
import type { Register } from '../register.ts'
import { ownMonthlyIndexes } from './rules-settings.ts'

/**
 * What one guest notified late may cost this property, seen from a day: by the index of that day's year, also for a guest who was late
 * the year before. An unknown index gives `null`, never 0.
 */
export function propertyExposure(register: Pick<Register, 'store' | 'property'>, on: CalendarDate): Exposure {
  return exposureOf(register.property.kind, yearOf(on), ownIndexes(register))
}

/** The figures this property typed in and answers for. */
export function ownIndexes(register: Pick<Register, 'store'>): readonly MonthlyIndex[] {
  return [...ownMonthlyIndexes(register)].map(([year, tenge]) => ({ year, tenge, confidence: 'high' }))
}
