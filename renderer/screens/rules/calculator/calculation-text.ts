import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { countryName } from '#shared/i18n/country-names.ts'
import { longDay, weekdayShort } from '#shared/i18n/dates.ts'
import { dutyInWords } from '#shared/i18n/explain/duty.ts'
import { regimeInWords } from '#shared/i18n/explain/regime.ts'
import { workingDaysInWords } from '#shared/i18n/explain/working-days.ts'
import type { Words } from '../../../i18n/use-words.ts'
import { olderInWords } from '../../../law/regime-words.ts'
import type { Answered } from './use-calculation.ts'

/** The whole calculation for a letter or a message: what was asked, every date with its reason, and that it only advises. */
export function calculationInText({ input, calculation }: Answered, words: Words): string {
  const { say } = words
  return [
    say('rules.calculator.text.heading'),
    ...givenInWords(input, words),
    '',
    ...noticeInWords(calculation, words),
    ...calculation.duties.filter(({ kind }) => kind !== 'arrival_notice').flatMap((duty) => ['', ...dutyLines(duty, words)]),
    ...regimeLines(calculation, words),
    '',
    say('rules.calculator.text.disclaimer'),
  ].join('\n')
}

function givenInWords(input: Answered['input'], words: Words): readonly string[] {
  const { say, language } = words
  const days = (['arrival', 'departure', 'borderEntry', 'visaValidUntil', 'documentExpiry'] as const).flatMap((field) => {
    const day = input[field]
    return day === null ? [] : [line(say(`rules.calculator.text.${field}`), longDay(day, language))]
  })
  return [
    ...days,
    ...(input.citizenship === null ? [] : [line(say('fields.citizenship'), countryName(input.citizenship, language))]),
    ...(input.documentType === null ? [] : [line(say('fields.documentType'), say(`documentTypes.${input.documentType}`))]),
    ...input.earlier.map(({ from, to }) =>
      line(say('rules.calculator.earlier.title'), `${longDay(from, language)} – ${longDay(to, language)}`),
    ),
  ]
}

function noticeInWords({ deadline }: Answered['calculation'], words: Words): readonly string[] {
  const { say, language } = words
  if (deadline === null) return [say('rules.calculator.notRequired')]
  const dayInFull = (day: CalendarDate) => `${weekdayShort(day, language)}, ${longDay(day, language)}`
  return [
    say('duties.kinds.arrival_notice.name'),
    line(say('rules.readings.strict'), say('duties.dueBy', { day: dayInFull(deadline.strictDue) })),
    line(say('rules.readings.latest'), say('duties.dueBy', { day: dayInFull(deadline.latestDue) })),
    workingDaysInWords({ days: deadline.explanation, calendar: deadline.calendar }, words),
  ]
}

function dutyLines(duty: Answered['calculation']['duties'][number], words: Words): readonly string[] {
  const { name, moment, binds, certainty, explanation, notes } = dutyInWords(duty, words)
  return [line(name, moment), `${binds}, ${certainty}`, ...(explanation === null ? [] : [explanation]), ...notes]
}

function regimeLines({ regime }: Answered['calculation'], words: Words): readonly string[] {
  const { say } = words
  if (regime === null) return []
  return [
    '',
    say('rules.calculator.regime.title'),
    line(say('duties.regime.current'), regimeInWords(regime.current, words)),
    line(say('duties.regime.older'), olderInWords(regime, words)),
  ]
}

function line(label: string, value: string): string {
  return `${label}: ${value}`
}
