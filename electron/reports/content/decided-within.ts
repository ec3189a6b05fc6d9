import { localDayBounds } from '#electron/desk/law/local-day.ts'
import type { Register } from '#electron/desk/register.ts'
import type { NoticeLine } from '#electron/store/rows/notice-lines.ts'
import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'

interface Decided {
  readonly filed: readonly NoticeLine[]
  readonly setAside: readonly NoticeLine[]
}

/**
 * What was accepted and set aside on a hotel-local day; and what was on the day before after that one was closed, where it was closed before
 * it was over: no report would say it else. So every decision stands in the report of exactly one day.
 */
export function decidedWithin(register: Register, date: CalendarDate): Decided {
  const { noticeLines, businessDays } = register.rows
  const day = localDayBounds(date, register.property.zone)
  const last = businessDays.last()
  const isDayAfter = last !== undefined && last.date === addDays(date, -1) && last.closedAt < day.start
  const within = (read: (from: IsoInstant, to: IsoInstant) => readonly NoticeLine[]) => {
    if (!isDayAfter) return read(day.start, day.end)
    const { closedAt, auditSequence } = last
    const justAfter = new Date(Date.parse(closedAt) + 1).toISOString()
    const inItsMillisecond = read(closedAt, justAfter)
    return [
      ...inItsMillisecond.filter(({ notification }) => decidedAt(register, notification) > auditSequence),
      ...read(justAfter, day.end),
    ]
  }
  return { filed: within(noticeLines.acceptedBetween), setAside: within(noticeLines.setAsideBetween) }
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
