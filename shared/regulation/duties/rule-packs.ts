import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { StayRegime } from '../stay/stay-regime.ts'
import pack2020 from './data/pack-2020-01-11.json' with { type: 'json' }
import pack2026 from './data/pack-2026-07-01.json' with { type: 'json' }
import { DUTY_KINDS, type DutyKind } from './duty.ts'
import { parseRulePack } from './parse-rule-pack.ts'
import type { Act, DutyRule, RulePack } from './rule-pack.ts'

/** The packs the program brings along, oldest first. */
export const RULE_PACKS: readonly RulePack[] = [pack2020, pack2026].map(readBuiltIn)

/** The duties that count for one day, whichever pack each comes from. */
export interface RulesInForce {
  /** First day of the newest pack that counts. */
  readonly effectiveFrom: CalendarDate
  /** In the order of {@link DUTY_KINDS}. */
  readonly duties: readonly DutyRule[]
}

/**
 * The rules for an arrival on `on`. It is the day of arrival that decides, because the duty arises with it and keeps its shape for the
 * whole stay: a guest does not wake up on 1 July with another deadline for a notice that was owed in June. Open: whether a guest
 * who arrived before a pack and stays past its first day comes under it as well. Order 923 is not known to say; such a guest
 * comes under it with the next arrival. Before the oldest pack the oldest one counts.
 */
export function packInForce(on: CalendarDate, packs: readonly RulePack[] = RULE_PACKS): RulesInForce {
  const sorted = packs.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
  const [oldest] = sorted
  if (oldest === undefined) throw new RangeError('There is no rule pack.')
  const rules = new Map<DutyKind, DutyRule>()
  let effectiveFrom = oldest.effectiveFrom
  for (const pack of sorted) {
    if (pack !== oldest && pack.effectiveFrom > on) break
    for (const kind of pack.repeals) rules.delete(kind)
    for (const rule of pack.duties) rules.set(rule.kind, rule)
    effectiveFrom = pack.effectiveFrom
  }
  return { effectiveFrom, duties: DUTY_KINDS.flatMap((kind) => rules.get(kind) ?? []) }
}

/** The rule for one kind of duty on the day of arrival; `undefined` when no pack in force has it. */
export function ruleInForce(kind: DutyKind, on: CalendarDate, packs: readonly RulePack[] = RULE_PACKS): DutyRule | undefined {
  return packInForce(on, packs).duties.find((rule) => rule.kind === kind)
}

/** An act by its id; the newest pack that names it counts. */
export function actOf(id: string, packs: readonly RulePack[] = RULE_PACKS): Act | undefined {
  return packs.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1)).find((pack) => Object.hasOwn(pack.acts, id))
    ?.acts[id]
}

/**
 * Whether the registration by day 30 (Interior order 923) binds the guest of an arrival: `bound` nationals of states whose regime
 * allows 90 days or more per entry, or a window of 90 days without a limit per entry; `perhaps` where the regime is weak or
 * disputed and one reading binds. `not_bound` also when the regime is not known: nothing can be said then.
 */
export type RegistrationBinding = 'bound' | 'perhaps' | 'not_bound'

export function registrationBinding(
  regime: StayRegime | null,
  arrival: CalendarDate,
  packs: readonly RulePack[] = RULE_PACKS,
): RegistrationBinding {
  const least = ruleInForce('registration', arrival, packs)?.regimeDaysAtLeast
  if (least === undefined) return 'not_bound'
  return bindingByDays(regime, least ?? 0)
}

/** Whether it binds beyond doubt. Only then may anything be left out in its favour. */
export function isBoundByRegistration(regime: StayRegime | null, arrival: CalendarDate): boolean {
  return registrationBinding(regime, arrival) === 'bound'
}

/** Whether a duty that is for regimes of at least `least` days binds under this regime. */
export function bindingByDays(regime: StayRegime | null, least: number): RegistrationBinding {
  const current = regime?.current ?? null
  if (regime === null || current === null || current.regime !== 'visa_free') return 'not_bound'
  const allowed = current.perEntryDays ?? current.window?.maxDays ?? 0
  const others = [...current.disputedPerEntryDays, regime.alsoPossible?.current.perEntryDays ?? 0]
  if (allowed >= least) return regime.isAdvisory ? 'perhaps' : 'bound'
  return others.some((days) => days >= least) ? 'perhaps' : 'not_bound'
}

function readBuiltIn(file: unknown): RulePack {
  const parsed = parseRulePack(file)
  if (!parsed.ok) throw new Error(`A built-in rule pack is damaged: ${parsed.error.map((issue) => issue.message).join(' ')}`)
  return parsed.value
}
