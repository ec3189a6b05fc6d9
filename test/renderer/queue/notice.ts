import type { Standing } from '#renderer/screens/queue/standing.ts'
import type { Notice, Status } from '#shared/contract/schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'

export const TODAY = calendarDate('2026-05-05')
/** Tuesday, 15:02 in Almaty. */
export const NOW = '2026-05-05T10:02:00.000Z'

let made = 0

/** A notice that waits, due today; `more` says what is different about it. */
export function noticeOf(more: Partial<Notice> = {}): Notice {
  made += 1
  const id = `01890000-0000-7000-8000-${String(made).padStart(12, '0')}`
  return {
    id,
    stayId: id,
    guestId: id,
    kind: 'arrival',
    sequence: 1,
    displayName: 'Токтосунов Айбек',
    citizenship: 'KGZ',
    room: '112',
    reservation: null,
    arrivalAt: '2026-04-30T21:40',
    departureDate: calendarDate('2026-05-08'),
    state: 'ready',
    cause: null,
    refusal: null,
    existingReference: null,
    missing: [],
    strictDue: TODAY,
    latestDue: calendarDate('2026-05-06'),
    actBy: TODAY,
    channelCutoff: null,
    isForecast: false,
    hasNoCalendar: false,
    lane: 'today',
    workingDaysLate: 0,
    workingDaysLeft: 0,
    revision: 1,
    clientId: null,
    attemptCount: 0,
    nextAttemptAt: null,
    lease: null,
    reference: null,
    hasReceipt: false,
    acceptedAt: null,
    reason: null,
    waitingNews: [],
    version: 1,
    ...more,
  }
}

export const ONLINE: Status['connection'] = { state: 'online', since: NOW, cause: null, nextProbeAt: null }

export function standingOf(more: Partial<Standing> = {}): Standing {
  return {
    now: NOW,
    today: TODAY,
    zone: 'Asia/Almaty',
    connection: ONLINE,
    channel: 'migration-api',
    reading: 'strict',
    ...more,
  }
}
