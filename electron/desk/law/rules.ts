import type { Rules, StayRegimeView } from '#shared/contract/law-schemas.ts'
import { DUTY_KINDS } from '#shared/regulation/duties/duty.ts'
import type { DutyRule } from '#shared/regulation/duties/rule-pack.ts'
import { actOf, packInForce, RULE_PACKS } from '#shared/regulation/duties/rule-packs.ts'
import { BUILT_IN_MONTHLY_INDEXES, LATE_NOTICE_PENALTY } from '#shared/regulation/exposure.ts'
import { allStayRegimes, REGIMES_AS_OF } from '#shared/regulation/stay/stay-regime.ts'
import type { Register } from '../register.ts'
import { ownIndexes } from './property-exposure.ts'
import { registeredNotNotifiedFrom, unfollowedDuties } from './rules-settings.ts'

/** The law as it is followed here: every duty of every pack, what the property decided, what a late notice may cost. */
export function getRules(register: Register): Rules {
  const { alarmReading, kind } = register.property
  const businessDate = register.today()
  const inForce = new Set(packInForce(businessDate).duties.map(({ id }) => id))
  const unfollowed = unfollowedDuties(register)
  return {
    businessDate,
    alarmReading,
    duties: rulesOfEveryPack().map((rule) => ({
      kind: rule.kind,
      rule: rule.id,
      effectiveFrom: rule.effectiveFrom,
      isInForce: inForce.has(rule.id),
      binds: rule.binds,
      severity: rule.severity,
      certainty: rule.certainty,
      days: rule.days,
      isFollowed: !unfollowed.has(rule.kind),
      canBeSwitched: rule.kind !== 'arrival_notice',
      acts: rule.acts.map(namedAct),
    })),
    notifyAlsoRegistered: registeredNotNotifiedFrom(register) === null,
    exposure: { kind, mciByKind: LATE_NOTICE_PENALTY.mci, indexes: indexesInUse(register) },
    regimesAsOf: REGIMES_AS_OF,
  }
}

/** Both layers of the visa-free regimes, by code. */
export function listRegimes(): StayRegimeView[] {
  return [...allStayRegimes()]
}

function indexesInUse(register: Register): Rules['exposure']['indexes'] {
  const typedIn = ownIndexes(register).map((index) => ({ ...index, isOwn: true }))
  const brought = BUILT_IN_MONTHLY_INDEXES.filter(({ year }) => typedIn.every((own) => own.year !== year))
  return [...typedIn, ...brought.map(({ year, tenge, confidence }) => ({ year, tenge, confidence, isOwn: false }))].toSorted(
    (a, b) => a.year - b.year,
  )
}

function rulesOfEveryPack(): readonly DutyRule[] {
  const rules = RULE_PACKS.flatMap(({ duties }) => duties)
  return DUTY_KINDS.flatMap((kind) => rules.filter((rule) => rule.kind === kind))
}

function namedAct(id: string): Rules['duties'][number]['acts'][number] {
  const act = actOf(id)
  if (act === undefined) throw new Error(`No rule pack names the act ${id}`)
  return { id, ...act }
}
