import type { NoticeLine } from '#electron/store/rows/notice-lines.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import { NOTIFICATION_STATES, type NotificationState } from '#shared/domain/notification.ts'
import type { Exposure } from '#shared/regulation/exposure.ts'
import { arrivalNoticeRule } from '#shared/regulation/rules.ts'
import type { Caller } from './caller.ts'
import { expireLeases } from './filing/lease.ts'
import { localDayBounds } from './law/local-day.ts'
import { propertyExposure } from './law/property-exposure.ts'
import { noticeView } from './notice-view.ts'
import type { Register } from './register.ts'
import { viewpointOf } from './viewpoint.ts'

/**
 * The deadline report of one day: what arrived, what was accepted, what is open and how late it is, seen from the end of that day.
 * States are those of now. `totals.byState` adds up to every notice in the register, `totals.open` to those still owed.
 */
export function reportDay(register: Register, caller: Caller, date: CalendarDate) {
  expireLeases(register)
  const { noticeLines, outages } = register.rows
  const view = { ...viewpointOf(register, caller), today: date }
  const exposure = propertyExposure(register, date)
  const rowsOf = (lines: readonly NoticeLine[]) => lines.map((line) => reportRow(noticeView(line, view), exposure))
  const day = localDayBounds(date, register.property.zone)
  const open = rowsOf(noticeLines.open())
  const arrivals = rowsOf(noticeLines.arrivedOn(date))
  const accepted = rowsOf(noticeLines.acceptedBetween(day.start, day.end))
  const counts = noticeLines.countByState()
  const byState = Object.fromEntries(NOTIFICATION_STATES.map((state) => [state, counts.get(state) ?? 0]))
  const openIn = (...states: readonly NotificationState[]) => open.filter((row) => states.includes(row.state)).length
  const onLane = (lane: Notice['lane']) => open.filter((row) => row.lane === lane).length
  const calendarDay = register.calendar.dayOf(date)
  const { name, bin, address, department } = register.property
  return {
    date,
    nextDate: addDays(date, 1),
    generatedAt: register.now(),
    generatedBy: caller.actor.name,
    environment: register.property.environment,
    property: { name, bin, address, department },
    totals: {
      notices: noticeLines.total(),
      byState,
      arrivals: arrivals.length,
      accepted: accepted.length,
      acceptedWithoutReceiptFile: accepted.filter((row) => !row.hasReceipt).length,
      open: open.length,
      overdue: onLane('overdue'),
      dueToday: onLane('today'),
      dueTomorrow: onLane('tomorrow'),
      dueLater: onLane('later'),
      citizenshipUnknown: openIn('citizenship_unknown'),
      incomplete: openIn('incomplete'),
      rejected: openIn('rejected'),
      unconfirmed: openIn('unknown', 'deferred', 'duplicate'),
      awaitingSignature: openIn('handover'),
      notRequired: byState['not_required'] ?? 0,
      filedElsewhere: byState['filed_elsewhere'] ?? 0,
    },
    open,
    accepted,
    arrivals,
    setAside: rowsOf([
      ...noticeLines.inState('not_required'),
      ...noticeLines.inState('filed_elsewhere'),
      ...noticeLines.inState('cancelled'),
    ]),
    outages: outages
      .overlapping(day.start, day.end)
      .map(({ id, startedAt, endedAt, cause }) => ({ id, startedAt, endedAt, cause })),
    calendar: { version: calendarDay.version, forecast: calendarDay.isForecast },
    rule: arrivalNoticeRule(date).id,
    alarmReading: register.property.alarmReading,
    exposurePerGuest: exposure,
  }
}

function reportRow(notice: Notice, exposure: Exposure) {
  const {
    id,
    kind,
    displayName,
    citizenship,
    room,
    reservation,
    arrivalAt,
    departureDate,
    state,
    missing,
    strictDue,
    latestDue,
    actBy,
  } = notice
  const { lane, workingDaysLate, reference, hasReceipt, acceptedAt, reason, cause } = notice
  return {
    id,
    kind,
    name: displayName,
    citizenship,
    room,
    reservation,
    arrivalAt,
    departureDate,
    state,
    cause,
    missing,
    strictDue,
    latestDue,
    actBy,
    lane,
    workingDaysLate,
    /**
     * What this guest may cost the property; only of an arrival that is overdue: what a late correction costs no act says. `tenge` null =
     * the year's index is not known.
     */
    exposure: lane === 'overdue' && kind === 'arrival' ? exposure : null,
    reference,
    hasReceipt,
    acceptedAt,
    reason,
  }
}
