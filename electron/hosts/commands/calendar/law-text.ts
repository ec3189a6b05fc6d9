import type { CalendarChange, DeadlineMove, LawPreview } from '#shared/contract/law-schemas.ts'
import type { CalendarDate, Weekday } from '#shared/domain/calendar-date.ts'
import { weekdayShort } from '#shared/i18n/dates.ts'
import { dayReasonInWords } from '#shared/i18n/explain/day-reason.ts'
import { wordsIn } from '#shared/i18n/words.ts'
import type { DayChange, DayStanding } from '#shared/regulation/calendar/calendar-diff.ts'

// A terminal speaks English, like the usage; the words of the law still come from the catalogues.
const WORDS = wordsIn('en')

/** `2026-05-08 Fri  working → off, moved from 9 May`, one line each. */
export function dayChangesText(days: readonly DayChange[]): readonly string[] {
  return [
    days.length === 0 ? 'no day changes' : `${counted(days.length, 'day')} ${days.length === 1 ? 'changes' : 'change'}:`,
    ...days.map(({ date, before, after }) => `  ${dayText(date)}  ${standingText(before)} → ${standingText(after)}`),
  ]
}

/** `2026-05-08 Fri`. */
export function dayText(date: CalendarDate): string {
  return `${date} ${weekdayShort(date, 'en')}`
}

export function standingText({ isWorking, reason }: DayStanding): string {
  const why = dayReasonInWords(reason, WORDS)
  return why === '' ? (isWorking ? 'working' : 'off') : `${isWorking ? 'working' : 'off'} (${why})`
}

/**
 * How many open deadlines a change moves, then each of them. Guests are named by room and notice: a terminal keeps what it showed, and
 * names belong on the screen of the desk.
 */
export function movesText({ moves, openDeadlines }: Pick<LawPreview, 'moves' | 'openDeadlines'>): readonly string[] {
  const overdue = moves.filter((move) => move.becomesOverdue).length
  const late = overdue === 0 ? '' : `, ${overdue} of them overdue at once`
  return [
    `${moves.length} of ${counted(openDeadlines, 'open deadline')} ${moves.length === 1 ? 'moves' : 'move'}${late}`,
    ...moves.map((move) => `  ${moveText(move)}`),
  ]
}

function moveText({ noticeId, arrival, room, before, after, becomesOverdue }: DeadlineMove): string {
  const strict = `due ${before.strictDue} → ${after.strictDue}`
  const latest = before.latestDue === after.latestDue ? '' : `, last arguable day ${before.latestDue} → ${after.latestDue}`
  const toAct = before.actBy === after.actBy ? '' : `, act by ${before.actBy} → ${after.actBy}`
  return `arrival ${arrival}  room ${room ?? '-'}  ${strict}${latest}${toAct}${becomesOverdue ? '  OVERDUE' : ''}  ${noticeId}`
}

/** `2026.1 → 2026.2`. */
export function versionsText(years: readonly Pick<CalendarChange['years'][number], 'from' | 'to'>[]): string {
  return years.map(({ from, to }) => `${from} → ${to}`).join(', ')
}

export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}

/** Only the days off that are no ordinary weekend, and the weekends that are worked. */
export function isOutOfTheOrdinary({
  weekday,
  isWorking,
}: {
  readonly weekday: Weekday
  readonly isWorking: boolean
}): boolean {
  return weekday <= 5 ? !isWorking : isWorking
}
