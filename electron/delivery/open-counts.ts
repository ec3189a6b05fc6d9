import { THE_DESK } from '#electron/desk/caller.ts'
import type { Register } from '#electron/desk/register.ts'
import { viewsOf } from '#electron/desk/viewpoint.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { OpenCounts } from './ladder.ts'

/** What is still owed, in the lanes of the board: the owner reads the same numbers as the desk. */
export function openCounts(register: Register): OpenCounts {
  const caller = { actor: THE_DESK, workplace: 'desk', transport: 'cli' } as const
  const open = viewsOf(register, caller, register.rows.noticeLines.open())
  const inLane = (lane: 'overdue' | 'today' | 'tomorrow') => open.filter((notice) => notice.lane === lane).length
  return { overdue: inLane('overdue'), today: inLane('today'), tomorrow: inLane('tomorrow') }
}

/** Whether anything is owed by this day or before. Cheap: counts by day, without reading a guest. */
export function isAnyOwedBy(register: Register, date: CalendarDate): boolean {
  return register.rows.noticeLines.openByDay().some(({ actBy }) => actBy !== null && actBy <= date)
}
