import { noticeView } from '#electron/desk/notice-view.ts'
import type { Register } from '#electron/desk/register.ts'
import type { LaterEntry } from '#electron/store/rows/later-entries.ts'
import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { LaterChange } from '#shared/contract/report-schemas.ts'
import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import { closeNumber } from '#shared/domain/close-number.ts'
import { isCancelled } from '#shared/domain/follow-up.ts'
import { detailsOf, type EntryDetails, LATER_ACTIONS, meaningOf } from './later-meaning.ts'
import type { ReportViewpoint } from './report-rows.ts'

/** The closed days, both included: there are no gaps between them. */
interface Closed {
  readonly first: CalendarDate
  readonly last: CalendarDate
}

/** A change as it is found, before it has a name on it. */
interface Found {
  readonly notice: NotificationRecord
  readonly what: LaterChange['what']
  readonly date: CalendarDate
  readonly entry: LaterEntry
}

/**
 * What was entered since the last close that makes a closed day come out differently if it were counted anew: who turned out to have
 * arrived, left or stayed, to be somebody else, or not to be owed a notice. Said by the open day that is closed next, and by no other. Found in the
 * audit, which no clock can shuffle; the closed day stays as it is.
 */
export function laterChanges(register: Register, view: ReportViewpoint): LaterChange[] {
  const { rows } = register
  const last = rows.businessDays.last()
  if (last === undefined || view.today !== addDays(last.date, 1)) return []
  const entries = rows.laterEntries.after(last.auditSequence, LATER_ACTIONS, last.date)
  if (entries.length === 0) return []
  const closed = { first: rows.businessDays.next(null)?.date ?? last.date, last: last.date }
  return standing(
    register,
    entries.flatMap((entry) => changesBy(register, entry, closed)),
  ).flatMap((found) => {
    const line = rows.noticeLines.find(found.notice.id)
    if (line === undefined) return []
    const { displayName: name, room } = noticeView(line, view)
    const { at, actorName: by } = found.entry
    const { id: noticeId, stayId } = found.notice
    return [
      { noticeId, stayId, person: { name, room }, what: found.what, date: found.date, number: closeNumber(found.date), at, by },
    ]
  })
}

function changesBy(register: Register, entry: LaterEntry, closed: Closed): readonly Found[] {
  const { notifications } = register.rows
  const named = notifications.find(entry.noticeId)
  const notice = named === undefined || named.sequence === 1 ? named : notifications.ofGuest(named.guestId)
  const details = detailsOf(register, entry)
  if (named === undefined || notice === undefined || details === null) return []
  const from = entry.arrivalDate < closed.first ? closed.first : entry.arrivalDate
  const found: Found[] = []
  const { what, departure, isOfStay } = meaningOf(entry.action, details, named.sequence === 1)
  if (what !== null && !isOverBefore(register, notice, closed.first)) found.push({ notice, what, date: from, entry })
  if (departure !== null) {
    const moved = movedDeparture(departure, closed)
    if (moved !== null) found.push({ notice, ...moved, entry })
    if (moved !== null && isOfStay)
      found.push(...companions(register, notice).map((companion) => ({ notice: companion, ...moved, entry })))
  }
  return found
}

/** Whoever left before the first day that was closed stands in no closed day. */
function isOverBefore({ rows }: Register, { guestId, stayId }: NotificationRecord, first: CalendarDate): boolean {
  const departure = rows.guests.find(guestId)?.departedOn ?? rows.stays.find(stayId)?.departureDate ?? null
  return departure !== null && departure < first
}

/** Companions leave with the stay until it is said otherwise of them. */
function companions({ rows }: Register, { id, stayId }: NotificationRecord): readonly NotificationRecord[] {
  return rows.notifications
    .ofStay(stayId)
    .filter((companion) => companion.id !== id && rows.guests.find(companion.guestId)?.departedOn === null)
}

/** A closed day counted somebody in house, or gone, who was not. */
function movedDeparture(
  { before, after }: NonNullable<EntryDetails['departure']>,
  closed: Closed,
): Pick<Found, 'what' | 'date'> | null {
  if (before === after) return null
  const isEarlier = after !== null && (before === null || after < before)
  const [earlier, later] = isEarlier ? [after, before] : [before, after]
  if (earlier === null || earlier > closed.last || (later !== null && later < closed.first)) return null
  return { what: isEarlier ? 'departed' : 'stayed', date: earlier < closed.first ? closed.first : earlier }
}

/**
 * Without what says nothing new: anything about somebody no closed day knew but that he arrived, an arrival that was withdrawn, and a second
 * entry of the same decision, made when the answer of the service had come.
 */
function standing({ rows }: Register, changes: readonly Found[]): readonly Found[] {
  const newcomers = new Set(changes.flatMap(({ what, notice }) => (what === 'arrived' ? [notice.guestId] : [])))
  const decided = new Map<string, LaterChange['what']>()
  return changes.filter(({ what, notice: { guestId } }) => {
    if (newcomers.has(guestId)) return what === 'arrived' && !isCancelled(rows.notifications.chainOf(guestId))
    if (what !== 'withdrawn' && what !== 'set_aside' && what !== 'reopened') return true
    const isRepeated = decided.get(guestId) === what
    decided.set(guestId, what)
    return !isRepeated
  })
}
