import { memo, useMemo } from 'react'
import type { GuestRow as GuestRowFacts } from '#shared/contract/guest-list-schemas.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { dayMonthShort } from '#shared/i18n/dates.ts'
import type { AlarmReading } from '#shared/regulation/deadline-types.ts'
import { useZone } from '../../client/use-status.ts'
import { ClockMark } from '../../components/clock-mark.tsx'
import { IsoChip } from '../../components/iso-chip.tsx'
import { join } from '../../components/join.ts'
import { StateTag, stateInWords } from '../../components/state-tag.tsx'
import { Tag } from '../../components/tag.tsx'
import { lookOf } from '../../components/tone.ts'
import { arrivalDay, briefMoment, lastMoment } from '../../i18n/moments.ts'
import { useWords } from '../../i18n/use-words.ts'
import { guestPath } from '../../notices/primary-action.ts'
import tones from '../../styles/tones.module.css'
import styles from './guests-table.module.css'

interface GuestRowProps {
  /** Gives the row of a notice to whoever moves the focus. */
  readonly refOf: (noticeId: string) => (element: HTMLElement | null) => void
  readonly row: GuestRowFacts
  /** Place in the list, from 0. */
  readonly index: number
  readonly today: CalendarDate
  readonly reading: AlarmReading
  readonly isSelected: boolean
  readonly isChosen: boolean
  readonly onSelect: (index: number) => void
  readonly onChoose: (noticeId: string) => void
}

/**
 * One guest: who, where, since when, by when, where the notice stands – and what is still to follow it. Drawn anew only when something of it
 * changes: a list that scrolls draws the rows that come, not those that stay.
 */
export const GuestRow = memo(function GuestRow({
  refOf,
  row: { notice, openFollowUps },
  index,
  today,
  reading,
  isSelected,
  isChosen,
  onSelect,
  onChoose,
}: GuestRowProps) {
  const words = useWords()
  const { say, language } = words
  const ref = useMemo(() => refOf(notice.id), [refOf, notice.id])
  // What is still to go is what the row is about, once the arrival is settled.
  const dated = notice.lane === null ? (openFollowUps.find(({ lane }) => lane !== null) ?? notice) : notice
  const moment = dated.lane === null ? null : lastMoment(dated, today, words, reading)
  return (
    <tr
      ref={ref}
      className={join(styles.row, isSelected && styles.selected, isChosen && styles.chosen)}
      data-notice={notice.id}
      aria-rowindex={index + 2}
      aria-current={isSelected ? 'true' : undefined}
      tabIndex={isSelected ? 0 : -1}
      onFocus={isSelected ? undefined : () => onSelect(index)}
    >
      <td>
        <label className={styles.tick}>
          <input type="checkbox" checked={isChosen} tabIndex={-1} onChange={() => onChoose(notice.id)} />
          <span className="sr">{say('guestList.choose', { name: notice.displayName })}</span>
        </label>
      </td>
      <td>
        <a className={styles.name} href={`#${guestPath(notice.id)}`} tabIndex={-1}>
          <IsoChip code={notice.citizenship} />
          <b className="cut">{notice.displayName}</b>
        </a>
      </td>
      <td>{notice.room}</td>
      <td className={styles.days}>
        {dayMonthShort(arrivalDay(notice), language)}
        {notice.departureDate !== null && ` – ${dayMonthShort(notice.departureDate, language)}`}
      </td>
      <td>
        {moment !== null && (
          <span className={join(styles.when, moment.tone !== null && tones[moment.tone])}>
            {briefMoment(dated, today, words, reading)}
          </span>
        )}
        {moment !== null && <ClockMark basis={dated} className={styles.basis} />}
      </td>
      <td className={styles.tag}>
        <StateTag notice={notice} />
        {openFollowUps.map((followUp) => (
          <FollowUp key={followUp.id} notice={followUp} />
        ))}
      </td>
      <td className={styles.number}>{notice.reference}</td>
    </tr>
  )
})

function FollowUp({ notice }: { readonly notice: Notice }) {
  const words = useWords()
  const zone = useZone()
  const kind = words.say(`noticeChain.kinds.${notice.kind}`)
  return (
    <span className={styles.followUp} data-guests="follow-up">
      <Tag icon="chain" tone={lookOf(notice.state).tone}>
        {words.say('guestList.followUp', { kind, state: stateInWords(notice, words, zone) })}
      </Tag>
    </span>
  )
}

interface WaitingRowProps {
  readonly rowIndex: number
  readonly columns: number
}

/** Stands where a guest will be as soon as the desk has answered. */
export const WaitingRow = memo(({ rowIndex, columns }: WaitingRowProps) => {
  const { say } = useWords()
  return (
    <tr className={styles.row} aria-rowindex={rowIndex}>
      <td />
      <td colSpan={columns - 1} className={styles.waiting}>
        <span aria-hidden="true" />
        <span className="sr">{say('guestList.loading')}</span>
      </td>
    </tr>
  )
})
