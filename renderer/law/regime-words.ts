import type { StayRegimeView } from '#shared/contract/law-schemas.ts'
import type { Words } from '../i18n/use-words.ts'

/** Days per entry of the older list: `безвиз 30 дней`; that it is not on it, where it is not. */
export function olderInWords({ seedPerEntryDays }: Pick<StayRegimeView, 'seedPerEntryDays'>, { say }: Words): string {
  return seedPerEntryDays === null
    ? say('duties.regime.notInOlder')
    : say('duties.regime.perEntry', { count: seedPerEntryDays })
}

/** The older list knows the state and gives it other days than the list of today. */
export function differsFromOlderList({ seedPerEntryDays, current }: StayRegimeView): boolean {
  return seedPerEntryDays !== null && current?.perEntryDays !== seedPerEntryDays
}

/** Sources about this state do not agree with each other. */
export function isDisputed({ current }: StayRegimeView): boolean {
  return current !== null && current.conflicts.length > 0
}

/** What disagreeing sources give instead: `другие источники: безвиз 30 дней`; `null` where they agree. */
export function disputeInWords(current: NonNullable<StayRegimeView['current']>, { say }: Words): string | null {
  const { conflicts, disputedPerEntryDays } = current
  if (conflicts.length === 0 && disputedPerEntryDays.length === 0) return null
  if (disputedPerEntryDays.length === 0) return say('rules.countries.conflict')
  const days = disputedPerEntryDays.map((count) => say('duties.regime.perEntry', { count })).join('; ')
  return say('rules.countries.otherSources', { days })
}

/** What the sources say beside their figures, in their own words. */
export function remarksOf(current: StayRegimeView['current']): readonly string[] {
  if (current === null) return []
  return current.note === null ? current.conflicts : [...current.conflicts, current.note]
}

/** The newest first; each carries its day or month after the last comma: `zakon.kz, 2025-08-28`. */
export function newestFirst(sources: readonly string[]): readonly string[] {
  const dayOf = (source: string) => source.slice(source.lastIndexOf(',') + 1).trim()
  return sources.toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)))
}
