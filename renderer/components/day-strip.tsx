import { atTime, dayMonth, dayMonthShort, fullDay, weekdayShort } from '#shared/i18n/dates.ts'
import { dayReasonInWords } from '#shared/i18n/explain/day-reason.ts'
import type { Deadline, ExplainedDay } from '#shared/regulation/deadline-types.ts'
import { useWords, type Words } from '../i18n/use-words.ts'
import { basisKind } from './clock-mark.tsx'
import styles from './day-strip.module.css'
import { join } from './join.ts'

interface DayStripProps {
  readonly deadline: Pick<Deadline, 'explanation' | 'strictDue' | 'latestDue' | 'calendar'>
  /** `HH:mm` of the arrival, when it is worth saying. */
  readonly arrivalTime?: string | undefined
  /** Stands under the due day instead of "due 23:59": `срок, принято 09:12`. */
  readonly dueNote?: string | undefined
}

/**
 * The deadline explained day by day: numbered dots are counted days, a small dot on hatch is a day that does not count and says why,
 * the filled column is the due day, the dotted tail with the hollow dot the last arguable day. Days of a year whose calendar is a forecast or missing stand over a dotted line that says so.
 */
export function DayStrip({ deadline, arrivalTime, dueNote }: DayStripProps) {
  const words = useWords()
  const bases = deadline.explanation.map((day) => basisOf(day, deadline.calendar.noCalendarYears))
  return (
    <ol className={styles.strip} aria-label={words.say('calendar.strip')}>
      {deadline.explanation.map((day, index) => (
        <Day
          key={day.date}
          day={day}
          basis={bases[index] ?? null}
          isFirstOfBasis={bases[index] !== bases[index - 1]}
          isAfterDue={day.date > deadline.strictDue}
          isLongStrip={deadline.explanation.length > 8}
          note={noteOf(day, words, arrivalTime, dueNote)}
        />
      ))}
    </ol>
  )
}

interface DayProps {
  readonly day: ExplainedDay
  /** What the day stands on when its year has no official calendar. */
  readonly basis: Basis
  readonly isFirstOfBasis: boolean
  readonly isAfterDue: boolean
  readonly isLongStrip: boolean
  readonly note: string
}

function Day({ day, basis, isFirstOfBasis, isAfterDue, isLongStrip, note }: DayProps) {
  const { say, language } = useWords()
  const isLast = day.isLatestDue && !day.isStrictDue
  const figure = day.strictDay ?? (isLast ? day.latestDay : null)
  return (
    <li
      className={join(
        styles.day,
        !day.isWorking && styles.off,
        day.isStrictDue && styles.due,
        isAfterDue && styles.tail,
        isLast && styles.last,
      )}
    >
      <span className="sr">
        {fullDay(day.date, language)}
        {day.isWorking ? '' : `, ${say('calendar.doesNotCount')}`}
        {basis === null ? '' : `, ${say(`time.basis.${basis}.word`)}`}
      </span>
      <span aria-hidden="true">{weekdayShort(day.date, language)}</span>
      <b aria-hidden="true">{isLongStrip ? dayMonthShort(day.date, language) : dayMonth(day.date, language)}</b>
      <span className={styles.dot} aria-hidden="true">
        {day.isWorking ? figure : null}
      </span>
      <p>{note}</p>
      {basis !== null && (
        <span className={styles.basis} aria-hidden="true">
          {isFirstOfBasis && say(`time.basis.${basis}.word`)}
        </span>
      )}
    </li>
  )
}

type Basis = ReturnType<typeof basisKind>

function basisOf(day: ExplainedDay, noCalendarYears: readonly number[]): Basis {
  const hasNoCalendar = noCalendarYears.includes(Number(day.date.slice(0, 4)))
  return basisKind({ isForecast: day.isForecast, hasNoCalendar })
}

function noteOf(day: ExplainedDay, words: Words, arrivalTime: string | undefined, dueNote: string | undefined): string {
  const { say, language } = words
  if (day.isStrictDue) return dueNote ?? say('calendar.due')
  if (day.isLatestDue) return say('calendar.lastArguable')
  if (day.isArrival)
    return arrivalTime === undefined
      ? say('calendar.arrival')
      : say('calendar.arrivalAt', { at: atTime(arrivalTime, language) })
  if (!day.isWorking || day.reason.kind !== 'working') return dayReasonInWords(day.reason, words)
  return day.strictDay === null ? '' : say('calendar.dayNumber', { count: day.strictDay })
}
