import type { StayRegimeView } from '#shared/contract/law-schemas.ts'
import { parseCitizenship } from '#shared/documents/citizenship.ts'
import { compareIn } from '#shared/i18n/alphabet.ts'
import { countryName } from '#shared/i18n/country-names.ts'
import type { Language } from '#shared/i18n/language.ts'
import { findCountries } from '../../../entry/country-search.ts'
import { differsFromOlderList, isDisputed } from '../../../law/regime-words.ts'

export const FILTERS = ['all', 'free', 'conflicts', 'differs'] as const
export type Filter = (typeof FILTERS)[number]

export interface CountryRow {
  readonly code: string
  /** In the reader's language. */
  readonly name: string
  readonly regime: StayRegimeView
}

/** The list in the alphabet of `language`. */
export function countryRows(regimes: readonly StayRegimeView[], language: Language): readonly CountryRow[] {
  const compare = compareIn(language)
  return regimes
    .map((regime) => ({ code: regime.code, name: countryName(regime.code, language), regime }))
    .sort((a, b) => compare(a.name, b.name))
}

/** Rows of the filter that answer to the query by name in any language or by code; the best first, the whole list in its order. */
export function rowsFor(rows: readonly CountryRow[], filter: Filter, query: string): readonly CountryRow[] {
  const kept = rows.filter(({ regime }) => passes(regime, filter))
  if (query.trim() === '') return kept
  const code = parseCitizenship(query)
  const byCode = new Map(kept.map((row) => [row.code, row]))
  return findCountries(query, kept, code.ok ? code.value : null).flatMap((country) => byCode.get(country.code) ?? [])
}

/** How many rows each filter would show. */
export function filterCounts(rows: readonly CountryRow[]): Readonly<Record<Filter, number>> {
  const count = (filter: Filter) => rows.filter(({ regime }) => passes(regime, filter)).length
  return { all: rows.length, free: count('free'), conflicts: count('conflicts'), differs: count('differs') }
}

function passes(regime: StayRegimeView, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'free':
      return regime.current?.regime === 'visa_free'
    case 'conflicts':
      return isDisputed(regime)
    case 'differs':
      return differsFromOlderList(regime)
  }
}
