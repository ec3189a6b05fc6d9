import type { CalendarDate } from '#shared/domain/calendar-date.ts'

/** What decides whose turn it is. */
export interface Turn {
  readonly id: string
  /** The day people act on. */
  readonly actBy: CalendarDate
  /** Follows something that was accepted already: it has a due of its own and gives way to first notices. */
  readonly isFollowUp: boolean
}

/** Groups in the order they go; within one by `actBy`, then by age (ids are made in rising order). */
export const CLAIM_GROUPS = [
  { isLate: false, isFollowUp: false },
  { isLate: false, isFollowUp: true },
  { isLate: true, isFollowUp: false },
  { isLate: true, isFollowUp: true },
] as const

/** First what can still be on time, then the late ones. Negative when `a` goes before `b`. */
export function compareTurns(a: Turn, b: Turn, today: CalendarDate): number {
  return groupOf(a, today) - groupOf(b, today) || compareText(a.actBy, b.actBy) || compareText(a.id, b.id)
}

function groupOf(turn: Turn, today: CalendarDate): number {
  const isLate = turn.actBy < today
  return CLAIM_GROUPS.findIndex((group) => group.isLate === isLate && group.isFollowUp === turn.isFollowUp)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
