import type { DeadlineMove } from '#shared/contract/law-schemas.ts'
import { type CalendarDate, daysBetween } from '#shared/domain/calendar-date.ts'
import { untilDay, weekdayDayShort } from '#shared/i18n/dates.ts'
import type { AlarmReading } from '#shared/regulation/deadline-types.ts'
import type { Words } from '../i18n/use-words.ts'

/** One guest whose deadline moves, as a row of the table. */
export interface MoveRow {
  readonly id: string
  readonly name: string
  readonly citizenship: string | null
  readonly room: string | null
  readonly arrival: CalendarDate
  /** The date that raises the alarm at this property. */
  readonly was: CalendarDate
  readonly becomes: CalendarDate
  /** Calendar days; negative = earlier, which is what a person has to hear. */
  readonly shift: number
  readonly shiftInWords: string
  readonly becomesOverdue: boolean
  /** What else is worth knowing: the other reading, a portal that closes as before, a forecast that is one no more. */
  readonly notes: readonly string[]
}

export interface MoveCounts {
  readonly moved: number
  readonly earlier: number
  readonly later: number
  /** The date that raises the alarm stays; the other reading moves. */
  readonly same: number
  readonly overdue: number
}

/** The rows in the order a person should read them: overdue at once, then earlier, then later, then those whose alarm date stays; the earliest date first in each. */
export function moveRows(moves: readonly DeadlineMove[], reading: AlarmReading, words: Words): readonly MoveRow[] {
  return moves
    .map((move) => rowOf(move, reading, words))
    .toSorted((a, b) => urgencyOf(a) - urgencyOf(b) || a.becomes.localeCompare(b.becomes) || a.name.localeCompare(b.name))
}

export function countMoves(moves: readonly DeadlineMove[]): MoveCounts {
  return {
    moved: moves.length,
    earlier: moves.filter(({ before, after }) => after.alarmDate < before.alarmDate).length,
    later: moves.filter(({ before, after }) => after.alarmDate > before.alarmDate).length,
    same: moves.filter(({ before, after }) => after.alarmDate === before.alarmDate).length,
    overdue: moves.filter(({ becomesOverdue }) => becomesOverdue).length,
  }
}

function rowOf(move: DeadlineMove, reading: AlarmReading, words: Words): MoveRow {
  const { before, after } = move
  const shift = daysBetween(before.alarmDate, after.alarmDate)
  return {
    id: move.noticeId,
    name: move.displayName,
    citizenship: move.citizenship,
    room: move.room,
    arrival: move.arrival,
    was: before.alarmDate,
    becomes: after.alarmDate,
    shift,
    shiftInWords: shiftInWords(shift, words),
    becomesOverdue: move.becomesOverdue,
    notes: notesOf(move, reading, words),
  }
}

function shiftInWords(shift: number, { say }: Words): string {
  if (shift === 0) return say('calendarScreen.preview.sameAlarm')
  return shift < 0
    ? say('calendarScreen.preview.daysEarlier', { count: -shift })
    : say('calendarScreen.preview.daysLater', { count: shift })
}

function notesOf({ before, after }: DeadlineMove, reading: AlarmReading, { say, language }: Words): readonly string[] {
  const notes: string[] = []
  const other = reading === 'strict' ? 'latestDue' : 'strictDue'
  if (before[other] !== after[other]) {
    const key = reading === 'strict' ? 'calendarScreen.preview.otherDate' : 'calendarScreen.preview.otherDateStrict'
    notes.push(say(key, { was: weekdayDayShort(before[other], language), becomes: weekdayDayShort(after[other], language) }))
  }
  const isPortalFirst = after.actBy < after.alarmDate
  if (isPortalFirst && before.actBy === after.actBy) {
    notes.push(say('calendarScreen.preview.portalStays', { until: untilDay(after.actBy, language) }))
  }
  if (before.isForecast !== after.isForecast) {
    notes.push(say(after.isForecast ? 'calendarScreen.preview.forecastNow' : 'calendarScreen.preview.officialNow'))
  }
  return notes
}

function urgencyOf({ becomesOverdue, shift }: MoveRow): number {
  if (becomesOverdue) return 0
  if (shift === 0) return 3
  return shift < 0 ? 1 : 2
}
