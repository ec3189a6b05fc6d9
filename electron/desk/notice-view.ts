import type { NoticeLine } from '#electron/store/rows/notice-lines.ts'
import type { Due, Lease, NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { isSettled, type NoticeKind } from '#shared/domain/notification.ts'
import { paperNumber } from '#shared/domain/paper-list.ts'
import { laneOf, workingDaysLate, workingDaysLeft } from '#shared/regulation/act-by.ts'
import { NO_CALENDAR, type WorkingCalendar } from '#shared/regulation/calendar/working-calendar.ts'
import type { AlarmReading } from '#shared/regulation/deadline-types.ts'
import type { Caller } from './caller.ts'

/** What a notice's line is seen against: the day, the calendar, and who is looking. */
export interface Viewpoint {
  readonly today: CalendarDate
  readonly now: IsoInstant
  readonly calendar: WorkingCalendar
  readonly alarmReading: AlarmReading
  readonly caller: Caller
}

/** A notice as the board, the queue, the guest list and the command line show it. */
export function noticeView(line: NoticeLine, view: Viewpoint): Notice {
  const { notification } = line
  const { due } = notification
  const isOwed = due !== null && !isSettled(notification.state)
  const alarmDate = due === null ? null : alarmDateOf(notification.kind, due, view)
  return {
    id: notification.id,
    stayId: notification.stayId,
    guestId: notification.guestId,
    kind: notification.kind,
    sequence: notification.sequence,
    displayName: displayName(line),
    citizenship: line.citizenship,
    room: line.room,
    reservation: line.reservation,
    arrivalAt: line.arrivalAt,
    departureDate: line.departureDate,
    state: notification.state,
    cause: notification.cause,
    refusal: notification.refusal === null ? null : { ...notification.refusal },
    existingReference: notification.existingReference,
    missing: [...notification.missing],
    strictDue: due?.strictDue ?? null,
    latestDue: due?.latestDue ?? null,
    actBy: due?.actBy ?? null,
    channelCutoff: due?.channelCutoff ?? null,
    isForecast: due?.isForecast ?? false,
    hasNoCalendar: due?.calendarVersion.split('+').includes(NO_CALENDAR) ?? false,
    lane: isOwed && alarmDate !== null ? laneOf({ today: view.today, alarmDate, actBy: due.actBy }) : null,
    workingDaysLate: isOwed && alarmDate !== null ? workingDaysLate(view.calendar, alarmDate, view.today) : 0,
    workingDaysLeft: isOwed ? workingDaysLeft(view.calendar, view.today, due.actBy) : 0,
    revision: notification.revision,
    clientId: line.clientId,
    attemptCount: notification.attemptCount,
    nextAttemptAt: notification.nextAttemptAt,
    lease: leaseView(notification, view),
    reference: notification.reference,
    hasReceipt: line.hasReceipt,
    acceptedAt: notification.acceptedAt,
    reason: notification.reason,
    waitingNews: [...line.waitingNews],
    ...(line.paper === null ? {} : { paper: paperView(line.paper) }),
    version: notification.version,
  }
}

function paperView({ listId, year, number, madeAt, by }: NonNullable<NoticeLine['paper']>): NonNullable<Notice['paper']> {
  return { listId, number: paperNumber(year, number), madeAt, by }
}

/** Overdue is the law's word, and no law asks for a departure: one that was not told in time stays due today. */
function alarmDateOf(kind: NoticeKind, { strictDue, latestDue }: Due, { alarmReading, today }: Viewpoint): CalendarDate {
  const alarmDate = alarmReading === 'strict' ? strictDue : latestDue
  return kind === 'departure' && alarmDate < today ? today : alarmDate
}

/** The lease is this caller's: same person at the same workplace. */
export function isMine(lease: Lease, caller: Caller): boolean {
  return lease.staffId === caller.actor.staffId && lease.workplace === caller.workplace
}

function leaseView(notification: NotificationRecord, view: Viewpoint): Notice['lease'] {
  const { lease } = notification
  if (lease === null || lease.until <= view.now) return null
  return { by: lease.name, isMine: isMine(lease, view.caller), until: lease.until }
}

/**
 * As printed in the document where a clerk in Kazakhstan can read and say it (Latin, Cyrillic); the Latin spelling for a name printed in
 * another script, which stands on the guest's own screen. A dash for a guest of whom no name is known yet.
 */
function displayName(line: NoticeLine): string {
  const { printedName } = line
  if (printedName !== null && READ_AT_THE_DESK.test(printedName)) return printedName
  const typed = [line.surname, line.givenNames].filter((part) => part !== null && part !== '').join(' ')
  return typed === '' ? (printedName ?? '—') : typed
}

const READ_AT_THE_DESK = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]+$/u
