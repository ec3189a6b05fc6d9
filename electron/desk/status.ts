import type { Status } from '#shared/contract/schemas.ts'
import type { Caller } from './caller.ts'
import { localDayBounds } from './law/local-day.ts'
import { lawNotices } from './law/rules-settings.ts'
import type { Register } from './register.ts'

export interface StatusFacts {
  readonly appVersion: string
  readonly connection: Status['connection']
  readonly clockWarnings: Status['clockWarnings']
}

/** How the desk stands, for the header of every screen. Cheap: counts only. */
export function statusOf(register: Register, caller: Caller, facts: StatusFacts): Status {
  const { noticeLines } = register.rows
  const today = register.today()
  const day = localDayBounds(today, register.property.zone)
  const open = noticeLines.openByDay()
  const sum = (rows: typeof open) => rows.reduce((total, { count }) => total + count, 0)
  const trouble = register.trouble()
  const calendarDay = register.calendar.dayOf(today)
  const failedDeliveries = register.rows.deliveries.countFailed()
  return {
    mode: trouble === null ? 'ready' : 'read_only',
    trouble,
    environment: register.property.environment,
    property: { ...register.property },
    actor: { ...caller.actor },
    appVersion: facts.appVersion,
    now: register.now(),
    businessDate: today,
    connection: facts.connection,
    queueDepth: sum(open),
    urgentCount: sum(open.filter(({ actBy }) => actBy !== null && actBy <= today)),
    lastAcceptedAt: noticeLines.lastAcceptedAt(),
    acceptedToday: noticeLines.countAcceptedBetween(day.start, day.end),
    calendar: { version: calendarDay.version, forecast: calendarDay.isForecast },
    clockWarnings: facts.clockWarnings,
    lawNotices: lawNotices(register),
    ...(failedDeliveries === 0 ? {} : { failedDeliveries }),
  }
}
