import { dutyInWords } from '#shared/i18n/explain/duty.ts'
import { olderRegimeInWords, regimeInWords } from '#shared/i18n/explain/regime.ts'
import { workingDaysInWords } from '#shared/i18n/explain/working-days.ts'
import type { Language } from '#shared/i18n/language.ts'
import { type Words, wordsIn } from '#shared/i18n/words.ts'
import type { AlarmReading, Deadline } from '#shared/regulation/deadline-types.ts'
import type { Answer } from './asked-law.ts'

/** An answer for a terminal: the notice with its count, then every other clock with what it is, why it ends and what stands behind it. */
export function deadlineText({ deadline, clocks }: Answer, reading: AlarmReading, language: Language): string {
  const words = wordsIn(language)
  const others = (clocks?.duties ?? []).filter(({ kind }) => kind !== 'arrival_notice')
  const notice = clocks?.duties.find(({ kind }) => kind === 'arrival_notice')
  return [
    ...noticeLines(deadline, reading, words),
    ...(notice === undefined ? [] : indented(remarks(notice, words))),
    ...others.flatMap((duty) => dutyLines(duty, words)),
    ...regimeLines(clocks?.regime ?? null, words),
    ...(clocks === null || deadline === null ? [] : [words.say('duties.othersAdvise')]),
  ].join('\n')
}

type Clocks = NonNullable<Answer['clocks']>

function noticeLines(deadline: Deadline | null, reading: AlarmReading, words: Words): readonly string[] {
  const { say } = words
  if (deadline === null) return [`${say('guest.noDeadline')}: ${say('guest.notice.citizenReason')}`]
  const { arrival, strictDue, latestDue, explanation, calendar } = deadline
  const dates = { arrival, due: strictDue, last: latestDue }
  return [
    reading === 'strict' ? say('duties.explain.strictLine', dates) : say('duties.explain.latestLine', dates),
    ...indented([workingDaysInWords({ days: explanation, calendar }, words)]),
  ]
}

function dutyLines(duty: Clocks['duties'][number], words: Words): readonly string[] {
  const { name, moment, explanation } = dutyInWords(duty, words)
  return [`${name}: ${moment}`, ...indented([...(explanation === null ? [] : [explanation]), ...remarks(duty, words)])]
}

/** Whom it binds and how sure it is, what else is to be said, the acts. */
function remarks(duty: Clocks['duties'][number], words: Words): readonly string[] {
  const { binds, certainty, severity, notes, acts } = dutyInWords(duty, words)
  return [[binds, certainty, severity].join(', '), ...notes, ...(acts.length === 0 ? [] : [acts.join('; ')])]
}

function regimeLines(regime: Clocks['regime'], words: Words): readonly string[] {
  if (regime === null) return []
  const also =
    regime.alsoPossible === null ? [] : [`${regime.alsoPossible.code}: ${regimeInWords(regime.alsoPossible.current, words)}`]
  return [`${regime.code}: ${regimeInWords(regime.current, words)}; ${olderRegimeInWords(regime, words)}`, ...indented(also)]
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`)
}
