import type { DeadlineMove } from '#shared/contract/law-schemas.ts'

/** More than anyone reads through before deciding. */
const MOST_SHOWN = 200

export interface MovesInView {
  /** Who would be overdue at once first, then by the date that would be in force. */
  readonly rows: readonly DeadlineMove[]
  readonly hidden: number
  readonly overdue: number
}

/** The moves of a preview in the order a manager has to know them. */
export function movesInView(moves: readonly DeadlineMove[]): MovesInView {
  const sorted = [...moves].sort(
    (a, b) =>
      Number(b.becomesOverdue) - Number(a.becomesOverdue) ||
      a.after.alarmDate.localeCompare(b.after.alarmDate) ||
      a.displayName.localeCompare(b.displayName),
  )
  return {
    rows: sorted.slice(0, MOST_SHOWN),
    hidden: Math.max(0, sorted.length - MOST_SHOWN),
    overdue: moves.filter((move) => move.becomesOverdue).length,
  }
}
