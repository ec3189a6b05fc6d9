import type { DutyView, StayRegimeView } from '#shared/contract/law-schemas.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import { type CalendarDate, yearOf } from '#shared/domain/calendar-date.ts'
import { dayIn } from '#shared/i18n/explain/days.ts'
import { regimeInWords } from '#shared/i18n/explain/regime.ts'
import type { DutyKind } from '#shared/regulation/duties/duty.ts'
import type { Words } from '../../i18n/use-words.ts'
import type { Preview } from './use-preview.ts'

type DatedClock = Extract<DutyView, { readonly state: 'dated' }>

/** Clocks that end a guest's right to be here. */
const STAY_CLOCKS: readonly DutyKind[] = ['stay_limit', 'window_limit', 'visa_expiry']

/**
 * How long the guest may stay, in one line: the clock that ends first, or what is missing to know it. `null` when nothing is known or
 * nothing limits the stay.
 */
export function stayLine(
  { duties, regime }: Pick<Preview, 'duties' | 'regime'>,
  today: CalendarDate,
  words: Words,
): string | null {
  const clocks = duties.filter(({ kind, isFollowed }) => isFollowed && STAY_CLOCKS.includes(kind))
  const [first] = clocks.filter((clock) => clock.state === 'dated').sort((a, b) => a.daysLeft - b.daysLeft)
  if (first !== undefined) return clockInWords(first, today, words)
  const [waiting] = clocks.filter((clock) => clock.state === 'waiting')
  const need = waiting?.needs[0]
  if (need === undefined || need === 'citizenship' || regime === null) return null
  return words.say('checkIn.stayLine.waiting', {
    regime: regimeText(regime, words),
    need: words.say(`duties.needs.${need}.name`),
  })
}

function clockInWords({ kind, strictDue, explanation }: DatedClock, today: CalendarDate, words: Words): string {
  const { say } = words
  const year = yearOf(today)
  const clock = say(`duties.kinds.${kind}.name`)
  const day = dayIn(year, strictDue, words)
  switch (explanation.kind) {
    case 'calendar_days':
      return say('checkIn.stayLine.fromEntry', { clock, day, start: dayIn(year, explanation.start, words) })
    case 'window':
      return say('checkIn.stayLine.window', {
        clock,
        day,
        used: String(explanation.usedDays),
        allowed: String(explanation.maxDays),
      })
    case 'printed':
    case 'working_days':
      return say('checkIn.stayLine.until', { clock, day })
    default:
      return assertNever(explanation)
  }
}

function regimeText({ current }: StayRegimeView, words: Words): string {
  const text = regimeInWords(current, words)
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
