import type { DutyView } from '#shared/contract/law-schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { fromDayMonth } from '#shared/i18n/dates.ts'
import { daysLeftInWords, dutyInWords } from '#shared/i18n/explain/duty.ts'
import { useStatus } from '../../../client/use-status.ts'
import { ClockCertainty } from '../../../components/clock-certainty.tsx'
import { join } from '../../../components/join.ts'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { weekdayDayIn } from '../weekday-day-in.ts'
import styles from './duty-row.module.css'

/** One clock: what it is, until when and why, whom it binds and how sure that is. */
export function DutyRow({ duty }: { readonly duty: DutyView }) {
  const words = useWords()
  const { say, language } = words
  const { businessDate } = useStatus()
  const { name, binds, explanation, notes } = dutyInWords(duty, words)
  const dayOf = (day: CalendarDate) => weekdayDayIn(day, businessDate, language)
  return (
    <li className={join(styles.duty, !duty.isFollowed && styles.off)} data-duty={duty.kind}>
      <div className={styles.what}>
        <h3 className={styles.name}>{name}</h3>
        <p className={styles.tags}>
          <Tag icon="user" tone="quiet" wraps>
            {binds}
          </Tag>
          <ClockCertainty certainty={duty.certainty} />
        </p>
      </div>
      <div className={styles.when}>
        {duty.state === 'dated' ? (
          <>
            <p className={styles.day}>{say('duties.dueBy', { day: dayOf(duty.strictDue) })}</p>
            {duty.latestDue !== duty.strictDue && (
              <p className="sub note">{say('rules.calculator.latestDay', { day: dayOf(duty.latestDue) })}</p>
            )}
            <p className="sub note">{daysLeftInWords(duty.daysLeft, words)}</p>
            {duty.remindFrom !== null && (
              <p className="sub note">
                {say('rules.calculator.remindFrom', { from: fromDayMonth(duty.remindFrom, language) })}
              </p>
            )}
          </>
        ) : (
          <p className={styles.needs}>
            {duty.needs.map((need) => (
              <Tag key={need} icon="gap" tone="incomplete" wraps>
                {say(`duties.needs.${need}.todo`)}
              </Tag>
            ))}
          </p>
        )}
      </div>
      {(explanation !== null || notes.length > 0) && (
        <div className={styles.why}>
          {explanation !== null && <p>{explanation}</p>}
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
    </li>
  )
}
