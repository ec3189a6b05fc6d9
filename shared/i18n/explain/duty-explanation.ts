import { assertNever } from '../../domain/assert-never.ts'
import { addDays, type CalendarDate, yearOf } from '../../domain/calendar-date.ts'
import type { DatedDuty, DutyExplanation, ExplainedSpan } from '../../regulation/duties/duty.ts'
import { onDay } from '../dates.ts'
import type { Words } from '../words.ts'
import { dayIn, daysIn } from './days.ts'
import { workingDaysInWords } from './working-days.ts'

const SEPARATOR = ' · '

/** Why a duty is due when it is, in one line. */
export function dutyExplanationInWords(duty: Pick<DatedDuty, 'strictDue' | 'explanation'>, words: Words): string {
  const { explanation, strictDue } = duty
  switch (explanation.kind) {
    case 'working_days':
      return workingDaysInWords(explanation, words)
    case 'calendar_days':
      return calendarDaysInWords(explanation, words)
    case 'window':
      return windowInWords(explanation, strictDue, words)
    case 'printed':
      return words.say(explanation.in === 'visa' ? 'duties.explain.inVisa' : 'duties.explain.inDocument')
    default:
      return assertNever(explanation)
  }
}

/** `въезд 10 июля = день 1 … день 90 – 7 октября`: said from the rule itself, the spans are for a drawing. */
function calendarDaysInWords(explanation: Extract<DutyExplanation, { kind: 'calendar_days' }>, words: Words): string {
  const { start, allowedDays } = explanation
  const { say } = words
  const year = yearOf(start)
  return allowedDays === 1
    ? say('duties.explain.onEntryDay', { start: dayIn(year, start, words) })
    : say('duties.explain.fromEntry', {
        start: dayIn(year, start, words),
        number: String(allowedDays),
        due: dayIn(year, addDays(start, allowedDays - 1), words),
      })
}

/** `12 июля: использовано 34 из 90 дней за последние 180 · … · если гость останется, последний день – 6 сентября`. */
function windowInWords(explanation: Extract<DutyExplanation, { kind: 'window' }>, due: CalendarDate, words: Words): string {
  const { say, language } = words
  const { asOf, maxDays, periodDays, usedDays, spans } = explanation
  const year = yearOf(asOf)
  const used = say('duties.explain.window', {
    day: dayIn(year, asOf, words),
    used: String(usedDays),
    count: maxDays,
    period: String(periodDays),
  })
  const end =
    due < asOf
      ? say('duties.explain.windowOver', { due: onDay(due, language) })
      : say('duties.explain.windowEnds', { due: dayIn(year, due, words) })
  const present = spans.filter((span) => span.kind === 'present').map((span) => spanInWords(span, year, words))
  return [used, ...present, end].join(SEPARATOR)
}

/** One run of days of a clock: `10 июля – 3 августа здесь, дни 1–25`. `year` = the one that goes without saying. */
export function spanInWords(span: ExplainedSpan, year: number, words: Words): string {
  const { say } = words
  const days = daysIn(year, span.from, span.to, words)
  switch (span.kind) {
    case 'away':
      return say('duties.explain.away', { days })
    case 'present':
      return say('duties.explain.present', { days, numbers: numbersOf(span, words) })
    case 'ahead':
      return say('duties.explain.ahead', { days, numbers: numbersOf(span, words) })
    default:
      return assertNever(span.kind)
  }
}

function numbersOf({ firstDay, lastDay }: ExplainedSpan, { say }: Words): string {
  const first = String(firstDay ?? '')
  return firstDay === lastDay
    ? say('duties.explain.dayNumber', { first })
    : say('duties.explain.dayNumbers', { first, last: String(lastDay ?? '') })
}
