import { type CalendarDate, calendarDate } from '../domain/calendar-date.ts'

/** One provision a rule stands on. */
export interface Act {
  readonly title: string
  /** Day the act was passed. */
  readonly date: CalendarDate
  /** Number of the act; `null` where it is cited by date alone. */
  readonly number: string | null
  readonly provision: string | null
}

/** The duty of the receiving party to inform the migration service about an arrival. */
export interface ArrivalNoticeRule {
  /** `name@first day in force`: written on every deadline, so that a date can be traced to the rule that gave it. */
  readonly id: string
  /** First day of arrival the rule is for. */
  readonly effectiveFrom: CalendarDate
  /** The notice is due on this working day. */
  readonly workingDays: number
  readonly acts: readonly Act[]
}

/**
 * "Within 3 working days from the day of arrival", whatever the citizenship, visa or age. The acts do not say whether the day of
 * arrival itself counts; both readings are computed, see `arrivalDeadline`.
 */
export const ARRIVAL_NOTICE_RULE: ArrivalNoticeRule = {
  id: 'arrival-notice@2020-01-11',
  effectiveFrom: calendarDate('2020-01-11'),
  workingDays: 3,
  acts: [
    { title: 'Law on Migration', date: calendarDate('2011-07-22'), number: null, provision: 'art. 9' },
    { title: 'Government decree', date: calendarDate('2012-01-21'), number: '148', provision: 'par. 9' },
    { title: 'Order of the Minister of Internal Affairs', date: calendarDate('2016-01-27'), number: '83', provision: null },
  ],
}
