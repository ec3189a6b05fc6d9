import type { Notice } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { AlarmReading } from '#shared/regulation/deadline-types.ts'
import { readDay } from '../../../entry/date-entry.ts'
import type { StampDraft } from './stamp-draft.ts'

/** Shortest reason the desk takes. */
export const SHORTEST_REASON = 3

/** What was typed about a stamp, read; the desk checks again. */
export interface ReadStamp {
  readonly stampedOn: CalendarDate | null
  /** Code of the catalogue (`input.<code>`) of what is wrong with the day; `null` = nothing. */
  readonly dayProblem: 'not_a_date' | 'in_future' | 'stamp_before_list' | null
  /** Notices of those taken whose last day is before the stamp. */
  readonly late: readonly Notice[]
  /** All there that the desk needs. */
  readonly isComplete: boolean
}

interface StampContext {
  readonly today: CalendarDate
  readonly madeOn: CalendarDate
  readonly reading: AlarmReading
  /** Who waits on the list. */
  readonly waiting: readonly Notice[]
}

export function readStamp(draft: StampDraft, { today, madeOn, reading, waiting }: StampContext): ReadStamp {
  const stampedOn = draft.stampedOn === null ? today : dayIn(draft.stampedOn, today)
  const dayProblem = problemOf(stampedOn, today, madeOn)
  const taken = waiting.filter(({ id }) => draft.exceptions[id] === undefined)
  // Whoever has dropped off the list meanwhile asks for no reason any more.
  const hasReasons = waiting.every(
    ({ id }) => (draft.exceptions[id]?.reason.trim().length ?? SHORTEST_REASON) >= SHORTEST_REASON,
  )
  const hasProof = draft.stampNumber.trim() !== '' || draft.file !== null
  return {
    stampedOn,
    dayProblem,
    late: stampedOn === null ? [] : taken.filter((notice) => isLate(notice, stampedOn, reading)),
    isComplete: dayProblem === null && hasReasons && (taken.length === 0 ? draft.file === null : hasProof),
  }
}

function dayIn(text: string, today: CalendarDate): CalendarDate | null {
  const typed = readDay(text, today, 'past')
  return typed.state === 'read' ? typed.value : null
}

function problemOf(stampedOn: CalendarDate | null, today: CalendarDate, madeOn: CalendarDate): ReadStamp['dayProblem'] {
  if (stampedOn === null) return 'not_a_date'
  if (stampedOn > today) return 'in_future'
  return stampedOn < madeOn ? 'stamp_before_list' : null
}

/** A departure has no day of law. */
function isLate({ kind, strictDue, latestDue }: Notice, stampedOn: CalendarDate, reading: AlarmReading): boolean {
  const alarm = reading === 'strict' ? strictDue : latestDue
  return kind !== 'departure' && alarm !== null && stampedOn > alarm
}
