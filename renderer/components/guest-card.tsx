import { type Ref, useId } from 'react'
import type { Notice } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { useStatus } from '../client/use-status.ts'
import { lastMoment } from '../i18n/moments.ts'
import { useWords } from '../i18n/use-words.ts'
import tones from '../styles/tones.module.css'
import { Button, type ButtonLook } from './button.tsx'
import { ClockMark } from './clock-mark.tsx'
import styles from './guest-card.module.css'
import { IsoChip } from './iso-chip.tsx'
import { join } from './join.ts'
import { StateTag } from './state-tag.tsx'
import { Tag } from './tag.tsx'

interface GuestCardProps {
  readonly notice: Notice
  readonly today: CalendarDate
  readonly actionWord: string
  /** Soft in urgent lanes, bare where it can wait; the selected card is always solid. */
  readonly actionLook: Extract<ButtonLook, 'soft' | 'bare'>
  readonly isSelected: boolean
  /** What an overdue guest may cost, already worded. */
  readonly risk?: string | undefined
  readonly onSelect: () => void
  readonly onAct: () => void
  readonly ref?: Ref<HTMLElement>
}

/** One guest on the board: name, last moment, state, one next step. A screen reader hears deadline and state together. */
export function GuestCard(props: GuestCardProps) {
  const { notice, today, isSelected, onSelect, onAct } = props
  const words = useWords()
  const id = useId()
  const reading = useStatus().property?.alarmReading
  const moment = lastMoment(notice, today, words, reading)
  // A closed deadline moves no more.
  const hasLane = notice.lane !== null
  return (
    <article
      ref={props.ref}
      className={join(styles.card, isSelected && styles.selected)}
      aria-labelledby={`${id}-name ${id}-moment ${id}-state`}
      aria-current={isSelected ? 'true' : undefined}
      data-notice={notice.id}
      tabIndex={isSelected ? 0 : -1}
      onFocus={isSelected ? undefined : onSelect}
      onDoubleClick={onAct}
    >
      <div className={styles.who}>
        <IsoChip code={notice.citizenship} />
        <b className="grow cut" id={`${id}-name`}>
          {notice.displayName}
        </b>
        {notice.room !== null && <span className={styles.room}>{notice.room}</span>}
      </div>
      <div className={styles.when}>
        <span id={`${id}-moment`} className={join(styles.moment, moment.tone !== null && tones[moment.tone])}>
          {moment.text}
        </span>
        {moment.note !== null && <span className={styles.note}>{moment.note}</span>}
      </div>
      {moment.portal !== null && (
        <Tag icon="alert" tone="today">
          {moment.portal}
        </Tag>
      )}
      {hasLane && <ClockMark basis={notice} />}
      {props.risk !== undefined && <p className={styles.risk}>{props.risk}</p>}
      <div className={styles.state}>
        <span id={`${id}-state`} className={styles.tag}>
          <StateTag notice={notice} />
        </span>
        <Button
          isSmall
          look={isSelected ? 'main' : props.actionLook}
          shortcut={isSelected ? 'Enter' : undefined}
          tabIndex={isSelected ? 0 : -1}
          aria-describedby={`${id}-name`}
          onClick={onAct}
        >
          {props.actionWord}
        </Button>
      </div>
    </article>
  )
}
