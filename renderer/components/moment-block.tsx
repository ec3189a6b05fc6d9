import type { ReactNode } from 'react'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { untilDay, weekdayDay } from '#shared/i18n/dates.ts'
import { useWords } from '../i18n/use-words.ts'
import { type ClockBasis, ClockMark } from './clock-mark.tsx'
import styles from './moment-block.module.css'
import { Tag } from './tag.tsx'

interface MomentBlockProps {
  /** Number of the step, on check-in. */
  readonly step?: number
  /** The day people act by: the law's, or the portal's when it closes earlier. */
  readonly actBy: CalendarDate
  /** The law's day, by the reading in force at the property. */
  readonly alarmDate: CalendarDate
  readonly today: CalendarDate
  /** Working days left after today; negative = late, `null` = nothing to say. */
  readonly workingDaysLeft: number | null
  /** Shown in amber when the channel closes before the law does. */
  readonly channelCutoff: CalendarDate | null
  /** What the dates stand on. */
  readonly basis: ClockBasis
  /** Replaces the "left" line: `принято за 14 ч до срока`. */
  readonly outcome?: ReactNode
  readonly children?: ReactNode
}

/** "Send by": the last moment, the largest words on the screen, with what is left and until when the portal takes it. */
export function MomentBlock(props: MomentBlockProps) {
  const { say, language } = useWords()
  const { actBy, alarmDate, channelCutoff, today, workingDaysLeft } = props
  // A portal that has closed no longer sets the day; the law does, and another way has to be found.
  const isPortalClosed = channelCutoff !== null && channelCutoff < today
  return (
    <div>
      <h2 className={styles.title}>
        {props.step !== undefined && <span className={styles.step}>{props.step}</span>}
        {say('time.left.title')}
      </h2>
      <p className={styles.moment}>{weekdayDay(isPortalClosed ? alarmDate : actBy, language)} 23:59</p>
      <div className={styles.tags}>
        {props.outcome ??
          (workingDaysLeft !== null && (!isPortalClosed || workingDaysLeft < 0) && <TimeLeft workingDays={workingDaysLeft} />)}
        {channelCutoff !== null && channelCutoff < alarmDate && (
          <Tag icon="alert" tone="today" wraps>
            {isPortalClosed
              ? say('time.portalClosed')
              : say('time.portalAccepts', { until: untilDay(channelCutoff, language) })}
          </Tag>
        )}
        <ClockMark basis={props.basis} isLong />
      </div>
      {props.children}
    </div>
  )
}

function TimeLeft({ workingDays }: { readonly workingDays: number }) {
  const { say } = useWords()
  if (workingDays < 0)
    return (
      <Tag icon="alert" tone="overdue" wraps>
        {say('time.left.late', { count: -workingDays })}
      </Tag>
    )
  return (
    <Tag icon="clock" {...(workingDays === 0 ? { tone: 'today' as const } : {})} wraps>
      {workingDays === 0 ? say('time.left.today') : say('time.left.workingDays', { count: workingDays })}
    </Tag>
  )
}
