import type { Status } from '#shared/contract/schemas.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'
import { localDateOf } from '#shared/regulation/local-time.ts'
import type { Caller } from './caller.ts'
import type { FolderFailure } from './folder-seat.ts'

/** The one zone of Kazakhstan since 1 March 2024: for a folder that does not say otherwise yet. */
const DEFAULT_ZONE = 'Asia/Almaty'

/** The status before first start is done, or while the folder does not open (`failure`). */
export function statusWithoutDesk(caller: Caller, nowMs: number, appVersion: string, failure: FolderFailure | null): Status {
  const businessDate = localDateOf(nowMs, DEFAULT_ZONE)
  const calendarDay = workingCalendar(BUILT_IN_YEARS).dayOf(businessDate)
  return {
    mode: failure === null ? 'needs_setup' : 'read_only',
    trouble: failure?.code ?? null,
    ...(failure === null ? {} : { folderTrouble: { directory: failure.directory, message: failure.message } }),
    environment: null,
    property: null,
    actor: { ...caller.actor },
    appVersion,
    now: new Date(nowMs).toISOString(),
    businessDate,
    connection: { state: 'unknown', since: null, cause: null, nextProbeAt: null },
    queueDepth: 0,
    urgentCount: 0,
    lastAcceptedAt: null,
    acceptedToday: 0,
    calendar: { version: calendarDay.version, forecast: calendarDay.isForecast },
    clockWarnings: [],
    lawNotices: [],
  }
}
