import { localDayBounds } from '#electron/desk/law/local-day.ts'
import { CITIZEN_REASON } from '#electron/desk/notices.ts'
import type { Register } from '#electron/desk/register.ts'
import type { NoticeLine } from '#electron/store/rows/notice-lines.ts'
import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'

/**
 * What was accepted or set aside on a hotel-local day, as it was entered; and what was on the day before after that one was closed, where it was
 * closed before it was over: no report would say it else. So every decision stands in the report of exactly one day.
 */
export function decidedWithin(register: Register, date: CalendarDate): readonly NoticeLine[] {
  return settledWithin(register, date).filter(isDecision)
}

function settledWithin(register: Register, date: CalendarDate): readonly NoticeLine[] {
  const { noticeLines, businessDays } = register.rows
  const day = localDayBounds(date, register.property.zone)
  const last = businessDays.last()
  const isDayAfter = last !== undefined && last.date === addDays(date, -1) && last.closedAt < day.start
  if (!isDayAfter) return noticeLines.settledBetween(day.start, day.end)
  const { closedAt, auditSequence } = last
  const justAfter = new Date(Date.parse(closedAt) + 1).toISOString()
  const inItsMillisecond = noticeLines.settledBetween(closedAt, justAfter)
  return [
    ...inItsMillisecond.filter(({ notification }) => decidedAt(register, notification) > auditSequence),
    ...noticeLines.settledBetween(justAfter, day.end),
  ]
}

/** Of a citizen of Kazakhstan the law asks nothing: nobody has decided anything. */
function isDecision({ notification }: NoticeLine): boolean {
  return !(notification.state === 'not_required' && notification.reason === CITIZEN_REASON)
}

/** Place in the audit of the entry that brought a notice to the state it has: what one millisecond holds, only this tells apart. */
function decidedAt({ store }: Register, { id, state }: NotificationRecord): number {
  let since: number | undefined
  for (const { sequence, details } of store.audit.entriesOf(id)) {
    const became = details?.['state']
    if (became === state) since ??= sequence
    else if (became !== undefined) since = undefined
  }
  return since ?? 0
}
