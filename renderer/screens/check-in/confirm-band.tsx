import type { ReactNode } from 'react'
import { alarmDate } from '#shared/regulation/act-by.ts'
import { useStatus } from '../../client/use-status.ts'
import { DayStrip } from '../../components/day-strip.tsx'
import { Icon, type IconName } from '../../components/icon.tsx'
import { join } from '../../components/join.ts'
import { MomentBlock } from '../../components/moment-block.tsx'
import { Tag } from '../../components/tag.tsx'
import type { Tone } from '../../components/tone.ts'
import { useWords } from '../../i18n/use-words.ts'
import tones from '../../styles/tones.module.css'
import { useCheckIn } from './check-in-context.ts'
import styles from './confirm-band.module.css'
import type { Preview } from './use-preview.ts'

interface ConfirmBandProps {
  /** Goes before everything else: what failed. */
  readonly failure: ReactNode
  /** The act. */
  readonly children: ReactNode
}

/** Step 3: the last moment, why it is that day, and the act. */
export function ConfirmBand({ failure, children }: ConfirmBandProps) {
  const { say } = useWords()
  const { preview, isBlank } = useCheckIn()
  const warnings = isBlank ? [] : (preview.preview?.warnings ?? [])
  return (
    <section className={styles.band} aria-label={say('checkIn.deadlineAndSaving')}>
      {failure}
      {warnings.length > 0 && (
        <div className={styles.warnings} role="status">
          {warnings.map((warning) => (
            <Tag key={warning} icon="alert" tone="today" wraps>
              {say(`checkIn.warnings.${warning}`)}
            </Tag>
          ))}
        </div>
      )}
      <div className={styles.cells}>
        <DeadlineCells />
        <div className={styles.act}>{children}</div>
      </div>
    </section>
  )
}

/** One of: nothing to say yet, no notice owed, or the deadline – loud while nobody knows the citizenship. */
function DeadlineCells() {
  const { say } = useWords()
  const { preview, isBlank, stay } = useCheckIn()
  const known = preview.preview
  if (stay.input === null)
    return <Message icon="clock" title={say('checkIn.band.title')} text={say('checkIn.band.noArrival')} />
  if (isBlank) return <Message icon="clock" title={say('checkIn.band.title')} text={say('checkIn.band.waiting')} />
  if (known === null) {
    const text = preview.hasFailed ? say('checkIn.band.noPreview') : ''
    return <Message icon="clock" title={say('checkIn.band.title')} text={text} />
  }
  if (known.assessment === 'not_required' || known.deadline === null)
    return known.notRequiredReason === 'registered_instead' ? (
      <Message icon="book" title={say('checkIn.band.notRequired')} text={say('checkIn.band.notRequiredRegistered')} />
    ) : (
      <Message icon="ok" tone="accepted" title={say('checkIn.band.notRequired')} text={say('checkIn.band.notRequiredWhy')} />
    )
  return <Deadline preview={known} deadline={known.deadline} />
}

interface DeadlineProps {
  readonly preview: Preview
  readonly deadline: NonNullable<Preview['deadline']>
}

function Deadline({ preview, deadline }: DeadlineProps) {
  const { say } = useWords()
  const { stay } = useCheckIn()
  const { businessDate } = useStatus()
  const isUnknown = preview.assessment === 'citizenship_unknown'
  return (
    <>
      <div className={join(styles.moment, isUnknown && tones.unknown, isUnknown && styles.loud)}>
        {isUnknown && (
          <p className={styles.alarm} role="alert">
            <Icon name="globe" />
            <span>
              <b>{say('checkIn.band.unknown')}.</b> {say('checkIn.band.unknownWhy')}
            </span>
          </p>
        )}
        <MomentBlock
          step={3}
          actBy={deadline.actBy}
          workingDaysLeft={preview.workingDaysLeft}
          channelCutoff={deadline.channelCutoff}
          alarmDate={alarmDate(deadline, deadline.alarmReading)}
          today={businessDate}
          basis={{
            isForecast: deadline.calendar.forecast,
            hasNoCalendar: deadline.calendar.noCalendarYears.length > 0,
          }}
        />
      </div>
      <div className={styles.strip}>
        <DayStrip deadline={deadline} arrivalTime={stay.input?.arrivalAt.slice(11, 16)} />
      </div>
    </>
  )
}

interface MessageProps {
  readonly icon: IconName
  readonly title: string
  readonly text: string
  readonly tone?: Tone
}

function Message({ icon, title, text, tone }: MessageProps) {
  return (
    <div className={join(styles.message, tone && tones[tone])}>
      <h2>
        <span className={styles.step}>3</span>
        <Icon name={icon} />
        {title}
      </h2>
      <p className="sub">{text}</p>
    </div>
  )
}
