import type { StayRegimeView } from '#shared/contract/law-schemas.ts'
import { type CalendarDate, yearOf } from '#shared/domain/calendar-date.ts'
import { dayIn } from '#shared/i18n/explain/days.ts'
import { daysLeftInWords, dutyInWords } from '#shared/i18n/explain/duty.ts'
import { ClockBar } from '../../../components/clock-bar.tsx'
import { ClockCertainty } from '../../../components/clock-certainty.tsx'
import { ClockMark } from '../../../components/clock-mark.tsx'
import { Icon } from '../../../components/icon.tsx'
import { join } from '../../../components/join.ts'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import tones from '../../../styles/tones.module.css'
import styles from './clock-entry.module.css'
import { type DatedClock, isFarOff, isReminding, ownNotes, type Progress, progressOf, toneOf } from './stay-clocks.ts'

interface ClockEntryProps {
  readonly clock: DatedClock
  readonly regime: StayRegimeView | null
  readonly today: CalendarDate
}

/** One clock: name and count, a bar, the last day with what is left; why it is that day at a press. */
export function ClockEntry({ clock, regime, today }: ClockEntryProps) {
  const words = useWords()
  const { say } = words
  const tone = toneOf(clock, today)
  const progress = progressOf(clock, today)
  const until = say('guest.clocks.until', { day: dayIn(yearOf(today), clock.strictDue, words) })
  return (
    <li className={join(styles.clock, tone !== null && tones[tone])}>
      <details>
        <summary>
          <span className={styles.line}>
            <b className="grow">{say(`duties.kinds.${clock.kind}.name`)}</b>
            <span className={styles.count}>{progress === null ? isFarOff(clock) && until : countInWords(progress, words)}</span>
          </span>
          {progress !== null && (
            <ClockBar used={progress.used} allowed={progress.allowed} notch={progress.notch} tone={tone ?? undefined} />
          )}
          {!isFarOff(clock) && (
            <span className={styles.end}>
              <span className={styles.until}>
                {tone !== null && <Icon name="alert" />}
                {tone === null && isReminding(clock, today) && <Icon name="clock" />}
                <b>{until}</b>
              </span>
              <span>{daysLeftInWords(clock.daysLeft, words)}</span>
            </span>
          )}
          {clock.notes.includes('only_recorded_stays') && <span className={styles.end}>{say('guest.clocks.onlyHere')}</span>}
          <span className={styles.end}>
            <span>{say(`guest.clocks.binds.${clock.binds}`)}</span>
            <ClockMark
              basis={{ isForecast: clock.notes.includes('forecast'), hasNoCalendar: clock.notes.includes('no_calendar') }}
            />
            <span className={styles.sure}>
              <ClockCertainty certainty={clock.certainty} />
              <span className={styles.turn}>
                <Icon name="down" />
              </span>
            </span>
          </span>
        </summary>
        <Why clock={clock} regime={regime} today={today} />
      </details>
    </li>
  )
}

/** What the clock is, whom it binds, how the day was counted, and every reservation. */
function Why({ clock, regime, today }: ClockEntryProps) {
  const words = useWords()
  const { say } = words
  const told = dutyInWords(clock, words)
  return (
    <div className={styles.why}>
      <p>{told.what}</p>
      {told.explanation !== null && <p className={styles.explained}>{told.explanation}</p>}
      {clock.latestDue !== clock.strictDue && (
        <p>{say('duties.latestBy', { day: dayIn(yearOf(today), clock.latestDue, words) })}</p>
      )}
      <p>
        {told.binds}
        {clock.severity === 'reminder' ? '' : `, ${told.severity}`}
      </p>
      {clock.remindFrom !== null && <p>{say('guest.clocks.remind', { day: dayIn(yearOf(today), clock.remindFrom, words) })}</p>}
      <p>{say(`duties.certainties.${clock.certainty}.what`)}</p>
      {ownNotes(clock, regime).map((note) => (
        <p key={note}>{say(`duties.notes.${note}`)}</p>
      ))}
      {told.acts.length > 0 && <p className="dim">{told.acts.join('; ')}</p>}
    </div>
  )
}

/** `6-й день из 30`, `11 из 90`. */
function countInWords({ kind, used, allowed }: Progress, { say }: Words): string {
  return say(kind === 'day' ? 'guest.clocks.dayOf' : 'guest.clocks.usedOf', {
    used: String(Math.max(used, 0)),
    allowed: String(allowed),
  })
}
