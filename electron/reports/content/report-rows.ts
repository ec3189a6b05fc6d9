import { THE_DESK } from '#electron/desk/caller.ts'
import { endLease } from '#electron/desk/filing/lease.ts'
import { noticeView, type Viewpoint } from '#electron/desk/notice-view.ts'
import type { Register } from '#electron/desk/register.ts'
import type { NoticeLine } from '#electron/store/rows/notice-lines.ts'
import type { ReportRow } from '#shared/contract/report-schemas.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import type { Exposure } from '#shared/regulation/exposure.ts'
import { localDateOf } from '#shared/regulation/local-time.ts'

/** What every row of a report is seen against. */
export interface ReportViewpoint extends Viewpoint {
  readonly zone: string
  /** What one late arrival may cost, seen from the day. */
  readonly exposure: Exposure
}

export function viewpointOn(
  { calendar, property }: Pick<Register, 'calendar' | 'property'>,
  date: CalendarDate,
  asOf: IsoInstant,
  exposure: Exposure,
): ReportViewpoint {
  const caller = { actor: THE_DESK, workplace: '', transport: 'port' } as const
  const { alarmReading, zone } = property
  return { today: date, now: asOf, calendar, alarmReading, caller, zone, exposure }
}

/** A lease whose time is up is none, whether or not anybody has looked since. */
export function withoutExpiredLease(line: NoticeLine, asOf: IsoInstant): NoticeLine {
  const { lease } = line.notification
  return lease === null || lease.until > asOf ? line : { ...line, notification: endLease(line.notification) }
}

/** One notice as a report shows it. */
export function reportRow(line: NoticeLine, view: ReportViewpoint): ReportRow {
  const notice = noticeView(line, view)
  return {
    noticeId: notice.id,
    stayId: notice.stayId,
    kind: notice.kind,
    person: {
      name: notice.displayName,
      citizenship: notice.citizenship,
      room: notice.room,
      reservation: notice.reservation,
      reason: notice.reason,
      refusal: notice.refusal?.message ?? null,
    },
    arrivalAt: notice.arrivalAt,
    departureDate: notice.departureDate,
    state: notice.state,
    cause: notice.cause,
    missing: notice.missing,
    strictDue: notice.strictDue,
    latestDue: notice.latestDue,
    actBy: notice.actBy,
    isUncertain: notice.isForecast || notice.hasNoCalendar,
    lane: notice.lane,
    workingDaysLate: notice.workingDaysLate,
    exposure: exposureOf(notice, view.exposure),
    refusedField: notice.refusal?.field ?? null,
    reference: notice.reference,
    acceptedAt: notice.acceptedAt,
    isAcceptedLate: isAcceptedLate(notice, view),
    hasReceipt: notice.hasReceipt,
  }
}

/** What a late correction costs, no act says. */
function exposureOf({ lane, kind }: Notice, { penalty, mci, tenge }: Exposure): ReportRow['exposure'] {
  return lane === 'overdue' && kind === 'arrival' ? { penalty, mci, tenge } : null
}

function isAcceptedLate({ kind, acceptedAt, strictDue, latestDue }: Notice, { zone, alarmReading }: ReportViewpoint): boolean {
  const lastDay = alarmReading === 'strict' ? strictDue : latestDue
  if (kind !== 'arrival' || acceptedAt === null || lastDay === null) return false
  return localDateOf(Date.parse(acceptedAt), zone) > lastDay
}
