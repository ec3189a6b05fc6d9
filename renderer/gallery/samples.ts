import type { Notice, Status } from '#shared/contract/schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { arrivalDeadline } from '#shared/regulation/arrival-deadline.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'

/** A Tuesday between two holidays. Everybody here is invented. */
export const TODAY = calendarDate('2026-05-05')
const NOW = '2026-05-05T09:41:00.000Z'
const ID = '01890000-0000-7000-8000-000000000001'
export const LATER = '2026-05-05T11:15:00.000Z'

export const STATUS: Status = {
  mode: 'ready',
  trouble: null,
  environment: 'production',
  property: {
    id: ID,
    name: 'Отель «Мысал»',
    bin: '990140000385',
    address: 'Алматы, ул. Абая, 1',
    city: 'Алматы',
    phone: null,
    department: 'УМС ДП города Алматы',
    kind: 'small_business',
    roomCount: 64,
    zone: 'Asia/Almaty',
    channel: 'migration-api',
    language: 'ru',
    environment: 'production',
    alarmReading: 'strict',
    singleNameConvention: 'dash',
  },
  actor: { staffId: ID, name: 'Айгерим Сатова', role: 'receptionist' },
  appVersion: '0.0.0',
  now: NOW,
  businessDate: TODAY,
  connection: { state: 'online', since: NOW, cause: null, nextProbeAt: null },
  queueDepth: 3,
  urgentCount: 1,
  lastAcceptedAt: NOW,
  acceptedToday: 4,
  calendar: { version: '2026.1', forecast: false },
  clockWarnings: [],
  lawNotices: [],
}

const NOTICE: Notice = {
  id: ID,
  stayId: ID,
  guestId: ID,
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
}

/** A guest whose notice is due today; `more` says what is different. */
export function sampleNotice(more: Partial<Notice> = {}): Notice {
  return { ...NOTICE, ...more }
}

/** The law's own count for an arrival on this day, with the calendars the desk comes with. */
export function sampleDeadline(arrival: string) {
  return arrivalDeadline(calendarDate(arrival), workingCalendar(BUILT_IN_YEARS))
}
