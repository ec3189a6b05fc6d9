import type { Rules } from '#shared/contract/law-schemas.ts'
import { yearOf } from '#shared/domain/calendar-date.ts'

export interface CostOfOneGuest {
  readonly year: number
  /** Monthly calculation indexes; 0 = a warning. */
  readonly mci: number
  /** In tenge; `null` while the index of that year is not known. */
  readonly amount: number | null
}

/** What one guest notified late may cost this property by the index of the current year. */
export function costThisYear({ exposure, businessDate }: Pick<Rules, 'exposure' | 'businessDate'>): CostOfOneGuest {
  const year = yearOf(businessDate)
  const mci = exposure.mciByKind[exposure.kind]
  const index = exposure.indexes.find((known) => known.year === year)
  return { year, mci, amount: index === undefined ? null : mci * index.tenge }
}

type MonthlyIndex = Rules['exposure']['indexes'][number]

export interface IndexLine {
  readonly year: number
  /** `null` = nobody has said what it is. */
  readonly index: MonthlyIndex | null
}

/** The years with their index, the newest first. The current year is always there, and so is the next from December on. */
export function indexLines({ exposure, businessDate }: Pick<Rules, 'exposure' | 'businessDate'>): readonly IndexLine[] {
  const today = yearOf(businessDate)
  const wanted = businessDate.slice(5, 7) === '12' ? [today, today + 1] : [today]
  const years = new Set([...exposure.indexes.map(({ year }) => year), ...wanted])
  return [...years]
    .sort((a, b) => b - a)
    .map((year) => ({ year, index: exposure.indexes.find((known) => known.year === year) ?? null }))
}

const HIGHEST_INDEX = 1_000_000

/** Whole tenge as typed, groups parted by spaces; `null` when it is no such number. */
export function readIndex(text: string): number | null {
  const digits = text.replaceAll(/\s/g, '')
  const value = Number(digits)
  return /^\d{1,7}$/.test(digits) && value >= 1 && value <= HIGHEST_INDEX ? value : null
}
