import { calendarDate } from '../domain/calendar-date.ts'
import type { Confidence } from './calendar/calendar-year.ts'
import type { Act } from './duties/rule-pack.ts'

/** Who receives the guests; decides the fine. */
export const PROPERTY_KINDS = ['natural_person', 'small_business', 'non_profit', 'medium_business', 'large_business'] as const
export type PropertyKind = (typeof PROPERTY_KINDS)[number]

/** Monthly calculation index (MCI), the unit fines are counted in. */
export interface MonthlyIndex {
  readonly year: number
  readonly tenge: number
  readonly confidence: Confidence
}

/** What the program brings along; a property may give its own figures instead. */
export interface BuiltInMonthlyIndex extends MonthlyIndex {
  readonly source: string
}

export const BUILT_IN_MONTHLY_INDEXES: readonly BuiltInMonthlyIndex[] = [
  { year: 2024, tenge: 3692, confidence: 'high', source: 'Law on the republican budget for 2024–2026' },
  { year: 2025, tenge: 3932, confidence: 'high', source: 'Law on the republican budget for 2025–2027' },
  { year: 2026, tenge: 4325, confidence: 'low', source: 'Publications; not confirmed by an act' },
]

/** First offence; amounts for a repeat are not established and are not computed. In force as read in December 2024. */
export const LATE_NOTICE_PENALTY: { readonly act: Act; readonly mci: Readonly<Record<PropertyKind, number>> } = {
  act: {
    title: 'Code on Administrative Offences',
    date: calendarDate('2014-07-05'),
    number: null,
    provision: 'art. 518 part 1',
  },
  mci: { natural_person: 0, small_business: 10, non_profit: 10, medium_business: 15, large_business: 20 },
}

/** What one guest notified late, or not at all, may cost the receiving party. */
export interface Exposure {
  readonly penalty: 'warning' | 'fine'
  /** Amount in monthly calculation indexes; 0 for a warning. */
  readonly mci: number
  /** The same in tenge at the year's index; `null` when the index is not known. */
  readonly tenge: number | null
  /** How sure the year's index is; `null` when nothing depends on one. */
  readonly confidence: Confidence | null
}

/**
 * Exposure for one guest under art. 518 part 1 of the Code on Administrative Offences, with the index of `year`. A figure of the
 * property's own counts before the program's. Where neither knows the year, `tenge` is `null`: never 0, and never the index of
 * another year.
 */
export function exposureOf(kind: PropertyKind, year: number, own: readonly MonthlyIndex[] = []): Exposure {
  const mci = LATE_NOTICE_PENALTY.mci[kind]
  if (mci === 0) return { penalty: 'warning', mci, tenge: 0, confidence: null }
  const isOfYear = (candidate: MonthlyIndex) => candidate.year === year
  const index = own.find(isOfYear) ?? BUILT_IN_MONTHLY_INDEXES.find(isOfYear)
  return {
    penalty: 'fine',
    mci,
    tenge: index === undefined ? null : mci * index.tenge,
    confidence: index?.confidence ?? null,
  }
}
