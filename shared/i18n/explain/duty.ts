import type { Duty, DutyNote } from '../../regulation/duties/duty.ts'
import { longDay, weekdayDay, weekdayShort } from '../dates.ts'
import { CATALOGUES } from '../index.ts'
import type { Words } from '../words.ts'
import { dutyExplanationInWords } from './duty-explanation.ts'

/** A clock of a stay, every part of it in words. */
export interface DutyInWords {
  readonly name: string
  /** What the duty is, in a sentence or two. */
  readonly what: string
  /** The date (`вт, 14 июля 2026, до 23:59`), or what is missing to have one. */
  readonly moment: string
  readonly binds: string
  readonly severity: string
  readonly certainty: string
  /** The count; `null` while there is no date. */
  readonly explanation: string | null
  readonly notes: readonly string[]
  readonly acts: readonly string[]
}

export function dutyInWords(duty: Duty, words: Words): DutyInWords {
  const { say } = words
  return {
    name: say(`duties.kinds.${duty.kind}.name`),
    what: say(`duties.kinds.${duty.kind}.what`),
    moment: momentInWords(duty, words),
    binds: say(`duties.binds.${duty.binds}`),
    severity: say(`duties.severities.${duty.severity}`),
    certainty: say(`duties.certainties.${duty.certainty}.name`),
    explanation: duty.state === 'dated' ? dutyExplanationInWords(duty, words) : null,
    notes: notesOf(duty).map((note) => say(`duties.notes.${note}`)),
    acts: duty.acts.map((id) => actInWords(id, words)),
  }
}

function momentInWords(duty: Duty, { say, language }: Words): string {
  if (duty.state === 'waiting')
    return say('duties.waitingFor', { needs: duty.needs.map((need) => say(`duties.needs.${need}.name`)).join(', ') })
  const { strictDue, latestDue } = duty
  const day = `${weekdayShort(strictDue, language)}, ${longDay(strictDue, language)}`
  const due = say('duties.dueBy', { day })
  return latestDue === strictDue ? due : `${due}; ${say('duties.latestBy', { day: weekdayDay(latestDue, language) })}`
}

/** A count of working days names its forecast years and those without a calendar itself. */
function notesOf(duty: Duty): readonly DutyNote[] {
  const isSaidByCount = duty.state === 'dated' && duty.explanation.kind === 'working_days'
  return isSaidByCount ? duty.notes.filter((note) => note !== 'forecast' && note !== 'no_calendar') : duty.notes
}

/** The act as it is cited; an act of a newer rule pack that has no words here yet is shown by its id. */
export function actInWords(id: string, { language }: Words): string {
  const acts: Readonly<Record<string, string>> = CATALOGUES[language].duties.acts
  return Object.hasOwn(acts, id) ? (acts[id] ?? id) : id
}

/** `осталось 25 дней`, `сегодня последний день`, `вышел 2 дня назад`: for the calendar days left until a clock ends. */
export function daysLeftInWords(daysLeft: number, { say }: Words): string {
  if (daysLeft === 0) return say('duties.lastDay')
  return daysLeft > 0 ? say('duties.daysLeft', { count: daysLeft }) : say('duties.daysPassed', { count: -daysLeft })
}
