import type { NoticeLine } from '#electron/store/rows/notice-lines.ts'
import type { Due } from '#electron/store/rows/notifications.ts'
import type { DeadlineMove } from '#shared/contract/law-schemas.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { calendarVersionLabel } from '#shared/regulation/calendar/calendar-year.ts'
import type { AlarmReading } from '#shared/regulation/deadline-types.ts'
import type { Caller } from '../caller.ts'
import { deskError } from '../desk-error.ts'
import { noticeView } from '../notice-view.ts'
import type { Register } from '../register.ts'
import { viewpointOf } from '../viewpoint.ts'
import { dueOf } from './due-dates.ts'

/** What decides a deadline: the register itself, or what it would be after a change. */
export type Law = Pick<Register, 'calendar' | 'property' | 'channel'>

/** One open deadline as it stands and as another law would have it. */
export interface OpenDeadline {
  readonly line: NoticeLine
  readonly before: DatedDue
  readonly after: DatedDue
}

/** `alarmDate`: the one of the two legal dates that raises the alarm under the reading of its law. */
export interface DatedDue extends Due {
  readonly alarmDate: CalendarDate
}

/** All that a change of law does to what is still owed. Notices that are settled keep the dates they were settled under. */
export interface Recomputation {
  /** Open deadlines looked at. */
  readonly looked: number
  /** Those of which anything is to be written anew, be it only the version of the calendar they name. */
  readonly rewritten: readonly OpenDeadline[]
  /** Those of them that get another date. */
  readonly moved: readonly OpenDeadline[]
}

/** Every open deadline under `next`, most urgent first. Reads only; inside a transaction it sees what that has written. */
export function recomputeOpen(register: Register, next: Law): Recomputation {
  const readings = { before: register.property.alarmReading, after: next.property.alarmReading }
  const open = register.rows.noticeLines.open().flatMap((line): OpenDeadline[] => {
    const { due } = line.notification
    // Whoever owes a notice has a date; who owes none is not made to by a change of the calendar.
    const after = due === null ? null : dueOf(next, line.notification, null)
    if (due === null || after === null) return []
    return [{ line, before: dated(due, readings.before), after: dated(after, readings.after) }]
  })
  const rewritten = open.filter(({ before, after }) => isRewritten(before, after))
  return { looked: open.length, rewritten, moved: open.filter(({ before, after }) => hasMoved(before, after)) }
}

/** The moves as a person is shown them before deciding: who becomes overdue first, then by the new date. */
export function movesOf(register: Register, caller: Caller, moved: readonly OpenDeadline[]): DeadlineMove[] {
  const view = viewpointOf(register, caller)
  return moved
    .map(({ line, before, after }): DeadlineMove => {
      const { id, displayName, room, citizenship, state } = noticeView(line, view)
      return {
        noticeId: id,
        displayName,
        room,
        citizenship,
        arrival: line.notification.arrivalDate,
        state,
        before: datesOf(before),
        after: datesOf(after),
        becomesOverdue: view.today > after.alarmDate && view.today <= before.alarmDate,
      }
    })
    .toSorted((a, b) => Number(b.becomesOverdue) - Number(a.becomesOverdue) || compare(a.after.actBy, b.after.actBy))
}

/**
 * Writes a recomputation down, with an entry in the journal of every notice whose date moves. Belongs inside the transaction of the
 * change it follows from; `because` names that change in each entry. A notice under way, leased or open in a form is not disturbed: its
 * version stays.
 */
export function writeRecomputation(
  register: Register,
  actor: Actor,
  { rewritten, moved }: Recomputation,
  because: Readonly<Record<string, string>>,
): void {
  const { rows, store } = register
  for (const { line, after } of rewritten) rows.calendarDeadlines.rewrite(line.notification.id, after)
  for (const { line, before, after } of moved) {
    const { id, stayId, state } = line.notification
    store.audit.append({
      actor,
      action: 'notice.deadline_moved',
      subject: id,
      stayId: store.stayKeys.has(stayId) ? stayId : null,
      details: {
        state,
        ...because,
        alarmDateBefore: before.alarmDate,
        alarmDate: after.alarmDate,
        strictDueBefore: before.strictDue,
        strictDue: after.strictDue,
        latestDueBefore: before.latestDue,
        latestDue: after.latestDue,
        actByBefore: before.actBy,
        actBy: after.actBy,
        calendarBefore: before.calendarVersion,
        calendar: after.calendarVersion,
      },
    })
  }
}

/** Names the law in force: alarm reading and version of every year. What was previewed under another one is not applied. */
export function lawBasis({ property, calendar }: Law): string {
  return [property.alarmReading, ...calendar.years.map(calendarVersionLabel)].join(' ')
}

/** Throws `STALE` when the law in force is not the one a preview stood on. */
export function requireBasis(register: Register, basis: string): void {
  if (lawBasis(register) !== basis) throw deskError('STALE', { what: 'law' })
}

function dated(due: Due, reading: AlarmReading): DatedDue {
  return { ...due, alarmDate: reading === 'strict' ? due.strictDue : due.latestDue }
}

function datesOf({ strictDue, latestDue, alarmDate, actBy, isForecast }: DatedDue): DeadlineMove['before'] {
  return { strictDue, latestDue, alarmDate, actBy, isForecast }
}

function hasMoved(before: DatedDue, after: DatedDue): boolean {
  return (
    before.strictDue !== after.strictDue ||
    before.latestDue !== after.latestDue ||
    before.alarmDate !== after.alarmDate ||
    before.actBy !== after.actBy
  )
}

function isRewritten(before: DatedDue, after: DatedDue): boolean {
  return (
    before.strictDue !== after.strictDue ||
    before.latestDue !== after.latestDue ||
    before.channelCutoff !== after.channelCutoff ||
    before.actBy !== after.actBy ||
    before.calendarVersion !== after.calendarVersion ||
    before.rule !== after.rule ||
    before.isForecast !== after.isForecast
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
