import type { OutageJournal } from '#shared/contract/line-schemas.ts'
import type { Tone } from '../../components/tone.ts'
import { duration, happenedAt } from '../../i18n/moments.ts'
import type { Words } from '../../i18n/use-words.ts'
import { minutesBetween, type Standing } from './standing.ts'

/** One outage as the journal tells it. */
export interface OutageRow {
  readonly id: string
  readonly start: string
  readonly end: string
  readonly length: string
  readonly cause: string
  readonly due: string
  /** What became of these deadlines; `null` when there were none. */
  readonly outcome: { readonly text: string; readonly tone: Tone } | null
  readonly isOpen: boolean
}

export function outageRows(journal: OutageJournal, { today, zone }: Standing, words: Words): readonly OutageRow[] {
  const { say } = words
  const at = (instant: string) => happenedAt(instant, today, zone, words)
  return journal.outages.map(({ id, startedAt, endedAt, cause, dueThen, missed }) => ({
    id,
    start: at(startedAt),
    end: endedAt === null ? say('line.journal.lasts') : at(endedAt),
    length: duration(minutesBetween(startedAt, endedAt ?? journal.until), words),
    cause: say(`causes.${cause}.short`),
    due: dueThen === 0 ? say('line.journal.dueNone') : say('line.journal.due', { count: dueThen }),
    outcome: outcomeOf(dueThen, missed, endedAt === null, words),
    isOpen: endedAt === null,
  }))
}

function outcomeOf(dueThen: number, missed: number, isOpen: boolean, { say }: Words): OutageRow['outcome'] {
  if (dueThen === 0) return null
  if (missed > 0) return { text: say('line.journal.missed', { count: missed }), tone: 'overdue' }
  return isOpen ? { text: say('line.journal.stillTime'), tone: 'today' } : { text: say('line.journal.met'), tone: 'accepted' }
}

/** `3 обрыва за 30 дней, без ответа 2 ч 40 мин.` */
export function journalInWords(journal: OutageJournal, dayCount: number, words: Words): string {
  const { say } = words
  const days = say('line.journal.days', { count: dayCount })
  const count = journal.outages.length
  if (count === 0) return say('line.journal.summaryNone', { days })
  const minutes = journal.outages.reduce(
    (sum, { startedAt, endedAt }) =>
      sum + minutesBetween(startedAt < journal.from ? journal.from : startedAt, endedAt ?? journal.until),
    0,
  )
  return say('line.journal.summary', { count, days, duration: duration(minutes, words) })
}
