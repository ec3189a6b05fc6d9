import type { CalendarChangeKind, CalendarChangeRecord } from '#electron/store/rows/calendar-changes.ts'
import type { CalendarOrigin } from '#electron/store/rows/calendar-years.ts'
import { StoreWriteError } from '#electron/store/write-error.ts'
import type { CalendarChange, LawPreview } from '#shared/contract/law-schemas.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { Caller } from '../caller.ts'
import { TOPICS } from '../change-bus.ts'
import { badInput, deskError } from '../desk-error.ts'
import type { Register } from '../register.ts'
import { changesOf, lawUnder, type PlannedYear, planUndo, planYears, previewPlan, readYears } from './calendar-plan.ts'
import { changeView, nextToUndo, versionLabel } from './calendar-views.ts'
import { recomputeOpen, requireBasis, writeRecomputation } from './recompute.ts'

export interface CalendarChangeInput {
  readonly years: readonly unknown[]
  /** Of the preview this was decided on. */
  readonly basis: string
  readonly origin: Extract<CalendarOrigin, 'import' | 'edit'>
  readonly reason: string | null
}

/** Which days and which open deadlines these years would move. Changes nothing. Throws `BAD_INPUT`. */
export function previewCalendar(register: Register, caller: Caller, years: readonly unknown[]): LawPreview {
  return previewPlan(register, caller, planYears(register, readYears(years)))
}

/**
 * Puts these years in force and every open deadline with them, in one transaction. Years that count already are passed over; when all
 * do there is nothing to put in force, which is refused, so that the journal holds no change that changed nothing.
 * Throws `BAD_INPUT`, `STALE`, `StoreWriteError`.
 */
export function applyCalendar(register: Register, caller: Caller, input: CalendarChangeInput): CalendarChange {
  const years = readYears(input.years)
  return changing(register, () => {
    requireBasis(register, input.basis)
    const plan = planYears(register, years)
    if (changesOf(plan).length === 0)
      throw badInput('years', 'calendar_unchanged', 'These years are in force already: there is nothing to change.')
    const reason = input.reason === '' ? null : input.reason
    return carryOut(register, caller.actor, plan, { kind: input.origin, origin: input.origin, reason })
  })
}

/** What taking a change back would move. Throws `NOT_FOUND`, and `STALE` for a change that is not the next to be undone. */
export function previewCalendarUndo(register: Register, caller: Caller, changeId: string): LawPreview {
  return previewPlan(register, caller, planUndo(register, changeToUndo(register, changeId)))
}

/**
 * The versions before a change are in force again, and the open deadlines with them. Throws like {@link previewCalendarUndo}, and
 * `StoreWriteError`.
 */
export function undoCalendar(
  register: Register,
  caller: Caller,
  given: { readonly changeId: string; readonly basis: string },
): CalendarChange {
  return changing(register, () => {
    const change = changeToUndo(register, given.changeId)
    requireBasis(register, given.basis)
    const undo = carryOut(register, caller.actor, planUndo(register, change), { kind: 'undo', origin: 'edit', reason: null })
    register.rows.calendarChanges.markUndone(change.id, undo.id)
    return undo
  })
}

export interface ChangeFacts {
  readonly kind: CalendarChangeKind
  /** Of versions the register does not hold yet. */
  readonly origin: CalendarOrigin
  readonly reason: string | null
}

/** Versions, pointers, dates, change and journal. Belongs inside a transaction, after which the register has to be reloaded. */
export function carryOut(
  register: Register,
  actor: Actor,
  plan: readonly PlannedYear[],
  { kind, origin, reason }: ChangeFacts,
): CalendarChangeRecord {
  const { rows, ports, store } = register
  const at = register.now()
  const recomputation = recomputeOpen(register, lawUnder(register, plan))
  for (const { year, to, isHeld } of plan) {
    if (to !== undefined && !isHeld) rows.calendarYears.insert(to, origin, at)
    rows.calendarInForce.put(year, to?.version ?? null)
  }
  const years = changesOf(plan)
  const change = { id: ports.newId(), at, kind, years, moved: recomputation.moved.length, reason }
  rows.calendarChanges.insert(change, actor)
  store.audit.append({
    actor,
    action: `calendar.${kind === 'undo' ? 'undone' : 'changed'}`,
    subject: change.id,
    stayId: null,
    details: {
      kind,
      years: years.map(({ year, from, to }) => ({ year, from: versionLabel(year, from), to: versionLabel(year, to) })),
      openDeadlines: recomputation.looked,
      moved: change.moved,
      reason,
    },
  })
  writeRecomputation(register, actor, recomputation, { because: 'calendar', change: change.id })
  return { ...change, actorName: actor.name, undoneBy: null }
}

/**
 * One transaction. Afterwards the register reads anew what is in force, and every screen with it; also after a failure of the disk, which
 * may have come once all was saved.
 */
function changing(register: Register, work: () => CalendarChangeRecord): CalendarChange {
  const readAnew = () => {
    register.reload()
    register.changed([...TOPICS], null)
  }
  let change: CalendarChangeRecord
  try {
    change = register.write(work)
  } catch (error) {
    if (error instanceof StoreWriteError) readAnew()
    throw error
  }
  readAnew()
  return changeView(change, nextToUndo(register.rows.calendarChanges.all()))
}

function changeToUndo(register: Register, changeId: string): CalendarChangeRecord {
  const changes = register.rows.calendarChanges.all()
  const change = changes.find(({ id }) => id === changeId)
  if (change === undefined) throw deskError('NOT_FOUND', { what: 'calendar_change' })
  if (nextToUndo(changes)?.id !== changeId) throw deskError('STALE', { what: 'calendar_change' })
  return change
}
