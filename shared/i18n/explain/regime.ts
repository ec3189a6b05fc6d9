import type { StayRegimeView } from '../../contract/law-schemas.ts'
import { assertNever } from '../../domain/assert-never.ts'
import type { Words } from '../words.ts'

/** `безвиз 30 дней, не больше 90 дней за 180`; `нужна виза`; `режим неизвестен` for `null`. */
export function regimeInWords(current: StayRegimeView['current'], { say }: Words): string {
  if (current === null) return say('duties.regime.unknown')
  switch (current.regime) {
    case 'e_visa':
    case 'visa_required':
      return say(`duties.regime.${current.regime}`)
    case 'visa_free': {
      const { perEntryDays, window } = current
      const perEntry =
        perEntryDays === null ? say('duties.regime.visa_free') : say('duties.regime.perEntry', { count: perEntryDays })
      return window === null
        ? perEntry
        : `${perEntry}, ${say('duties.regime.window', { count: window.maxDays, period: String(window.periodDays) })}`
    }
    default:
      return assertNever(current.regime)
  }
}

/** What the older list of visa-free states says: `прежний список: безвиз 30 дней`, `в прежнем списке нет`. */
export function olderRegimeInWords({ seedPerEntryDays }: Pick<StayRegimeView, 'seedPerEntryDays'>, { say }: Words): string {
  return seedPerEntryDays === null
    ? say('duties.regime.notInOlder')
    : `${say('duties.regime.older')}: ${say('duties.regime.perEntry', { count: seedPerEntryDays })}`
}
