import type { Board, Notice } from '#shared/contract/schemas.ts'
import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import type { NotificationState } from '#shared/domain/notification.ts'
import { daysOffBetween } from '#shared/regulation/calendar/working-calendar.ts'
import type { Caller } from './caller.ts'
import { expireLeases } from './filing/lease.ts'
import { localDayBounds } from './law/local-day.ts'
import { propertyExposure } from './law/property-exposure.ts'
import type { Register } from './register.ts'
import { viewsOf } from './viewpoint.ts'

/** States that stop until somebody decides or signs. */
const NEEDS_PERSON: readonly NotificationState[] = ['rejected', 'unknown', 'duplicate', 'handover']

/**
 * The board of the day. The lanes hold what can be acted on; a guest whose data are not complete stands in a side list and, once
 * the moment is today or past, in its lane as well: a side list never hides a date.
 */
export function getBoard(register: Register, caller: Caller): Board {
  expireLeases(register)
  const today = register.today()
  const open = viewsOf(register, caller, register.rows.noticeLines.open())
  const inLanes = open.filter((notice) => !lacksData(notice) || notice.lane === 'overdue' || notice.lane === 'today')
  const inLane = (lane: Notice['lane']) => inLanes.filter((notice) => notice.lane === lane)
  const later = inLane('later')
  const day = localDayBounds(today, register.property.zone)
  const accepted = viewsOf(register, caller, register.rows.noticeLines.acceptedBetween(day.start, day.end))
  const exposure = propertyExposure(register, today)
  return {
    businessDate: today,
    lanes: { overdue: inLane('overdue'), today: inLane('today'), tomorrow: inLane('tomorrow'), later },
    citizenshipUnknown: open.filter((notice) => notice.state === 'citizenship_unknown'),
    incomplete: open.filter((notice) => notice.state === 'incomplete'),
    needsPerson: open.filter((notice) => NEEDS_PERSON.includes(notice.state)),
    acceptedToday: accepted.length,
    acceptedTodayWithoutReceipt: accepted.filter((notice) => !notice.hasReceipt).length,
    readyCount: open.filter((notice) => notice.state === 'ready').length,
    daysOffAhead: daysOffAhead(register, today, later[0]?.actBy ?? null),
    exposure: { mci: exposure.mci, tenge: exposure.tenge },
  }
}

function lacksData(notice: Notice): boolean {
  return notice.state === 'incomplete' || notice.state === 'citizenship_unknown'
}

function daysOffAhead(register: Register, today: CalendarDate, firstLater: CalendarDate | null): Board['daysOffAhead'] {
  if (firstLater === null) return []
  return [...daysOffBetween(register.calendar, addDays(today, 1), firstLater)]
}
