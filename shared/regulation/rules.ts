import type { CalendarDate } from '../domain/calendar-date.ts'
import { RULE_PACKS } from './duties/rule-packs.ts'

/** The duty of the receiving party to inform the migration service about an arrival, as `arrivalDeadline` counts it. */
export interface ArrivalNoticeRule {
  /** `name@first day in force`: written on every deadline, so that a date can be traced to the rule that gave it. */
  readonly id: string
  /** First day of arrival the rule is for. */
  readonly effectiveFrom: CalendarDate
  /** The notice is due on this working day. */
  readonly workingDays: number
}

/** Every shape the rule has had, oldest first; taken out of the packs once, because it is asked for with every deadline. */
const ARRIVAL_NOTICE_RULES: readonly ArrivalNoticeRule[] = RULE_PACKS.flatMap((pack) => pack.duties).flatMap(
  ({ kind, id, effectiveFrom, days }) =>
    kind === 'arrival_notice' && days !== null ? [{ id, effectiveFrom, workingDays: days.count }] : [],
)

/**
 * "Within 3 working days from the day of arrival", whatever the citizenship, visa or age, as the packs have it for an arrival on `on`;
 * before the oldest pack the oldest one counts. The acts do not say whether the day of arrival itself counts; both readings are
 * computed, see `arrivalDeadline`.
 */
export function arrivalNoticeRule(on: CalendarDate): ArrivalNoticeRule {
  const rule = ARRIVAL_NOTICE_RULES.findLast(({ effectiveFrom }) => effectiveFrom <= on) ?? ARRIVAL_NOTICE_RULES[0]
  if (rule === undefined) throw new Error('No rule pack has the notice of arrival.')
  return rule
}
