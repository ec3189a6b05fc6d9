import { alarmDate } from '#shared/regulation/act-by.ts'
import { useStatus, useZone } from '../../client/use-status.ts'
import { DayStrip } from '../../components/day-strip.tsx'
import { MomentBlock } from '../../components/moment-block.tsx'
import { Tag } from '../../components/tag.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { acceptedInWords, dueNote } from './accepted-words.ts'
import type { GuestDetail } from './guest-form.ts'
import styles from './guest-view.module.css'
import { reasonInWords } from './timeline-words.ts'

interface DeadlinePanelProps {
  readonly detail: GuestDetail
}

/** By when, and why then: the moment beside the day strip. */
export function DeadlinePanel({ detail }: DeadlinePanelProps) {
  const words = useWords()
  const { say } = words
  const zone = useZone()
  const { businessDate, property } = useStatus()
  const reading = property?.alarmReading ?? 'strict'
  const { notice, deadline } = detail
  if (deadline === null)
    return (
      <section className={styles.deadline} aria-label={say('guest.noDeadline')}>
        <div className={styles.moment}>
          <p className={styles.free}>{say('guest.noDeadline')}</p>
          {notice.reason !== null && <p className="sub">{reasonInWords(notice.reason, words)}</p>}
        </div>
      </section>
    )
  const due = alarmDate(deadline, reading)
  const accepted = acceptedInWords(notice, reading, zone, words)
  const isClosedByPerson = notice.lane === null && accepted === null
  const late = notice.lane === 'overdue' ? -notice.workingDaysLate : notice.workingDaysLeft
  return (
    <section className={styles.deadline} aria-label={say('time.left.title')}>
      <div className={styles.moment}>
        <MomentBlock
          actBy={accepted === null ? deadline.actBy : due}
          alarmDate={due}
          today={businessDate}
          channelCutoff={notice.lane === null ? null : deadline.channelCutoff}
          workingDaysLeft={notice.lane === null ? null : late}
          basis={notice}
          outcome={
            accepted !== null ? (
              <Tag icon={accepted.isLate ? 'alert' : 'ok'} tone={accepted.isLate ? 'overdue' : 'accepted'} wraps>
                {accepted.text}
              </Tag>
            ) : isClosedByPerson ? (
              <Tag icon="ok" tone="quiet" wraps>
                {say('guest.accepted.byPerson')}
              </Tag>
            ) : undefined
          }
        >
          <p className={styles.note}>
            {say('guest.moveNote')}
            <span className={styles.links}>
              <a href="#/calendar">{say('guest.links.calendar', { version: deadline.calendar.version })}</a>
              <a href="#/rules">{say('guest.links.rules')}</a>
            </span>
          </p>
        </MomentBlock>
      </div>
      <DayStrip deadline={deadline} arrivalTime={notice.arrivalAt.slice(11, 16)} dueNote={dueNote(notice, zone, words)} />
    </section>
  )
}
