import { memo, type Ref, useId } from 'react'
import type { Notice } from '#shared/contract/schemas.ts'
import { Button } from '../../components/button.tsx'
import { ClockMark } from '../../components/clock-mark.tsx'
import { IsoChip } from '../../components/iso-chip.tsx'
import { join } from '../../components/join.ts'
import { Tag } from '../../components/tag.tsx'
import { briefMoment, lastMoment } from '../../i18n/moments.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { PrimaryAction } from '../../notices/primary-action.ts'
import list from '../../styles/list-table.module.css'
import tones from '../../styles/tones.module.css'
import { deadlineInBrief } from './deadline-words.ts'
import { KindMark } from './kind-mark.tsx'
import styles from './queue-table.module.css'
import type { Standing, Turn } from './standing.ts'
import { stateInQueue } from './state-look.ts'
import { waitingInWords } from './waiting.ts'

interface QueueRowProps {
  readonly ref: Ref<HTMLTableRowElement>
  readonly notice: Notice
  readonly standing: Standing
  readonly turn: Turn
  /** Among all rows of the table, heads included; they are not all in the page. */
  readonly rowIndex: number
  readonly actionWord: PrimaryAction['word']
  readonly isSelected: boolean
  /** Enter acts on the selected row; beside an open sheet it copies a field instead. */
  readonly hasEnter: boolean
  readonly onSelect: (notice: Notice) => void
  readonly onAct: (notice: Notice) => void
}

/** One guest who waits: who, until when, why, what next, and one act. Drawn anew only when something of it changes. */
export const QueueRow = memo(function QueueRow({
  ref,
  notice,
  standing,
  turn,
  rowIndex,
  actionWord,
  isSelected,
  hasEnter,
  onSelect,
  onAct,
}: QueueRowProps) {
  const words = useWords()
  const { say } = words
  const id = useId()
  const moment = lastMoment(notice, standing.today, words, standing.reading)
  const look = stateInQueue(notice, standing, words)
  const waiting = waitingInWords(notice, standing, words, turn)
  const verdict = deadlineInBrief(notice, words)
  const isUrgent = notice.lane === 'overdue' || notice.lane === 'today'
  return (
    <tr
      ref={ref}
      className={join(styles.row, isSelected && styles.selected, turn.behind !== null && styles.behind)}
      aria-rowindex={rowIndex + 2}
      data-index={rowIndex}
      data-notice={notice.id}
      aria-current={isSelected ? 'true' : undefined}
      tabIndex={isSelected ? 0 : -1}
      onFocus={isSelected ? undefined : () => onSelect(notice)}
      onClick={() => onSelect(notice)}
      onDoubleClick={() => onAct(notice)}
    >
      <td>
        <div className={join(list.guest, styles.guest)}>
          <IsoChip code={notice.citizenship} />
          <b className="cut" id={`${id}-name`}>
            {notice.displayName}
          </b>
          <span className={styles.room}>{notice.room}</span>
        </div>
        <KindMark notice={notice} />
      </td>
      <td>
        <span className={join(styles.moment, moment.tone !== null && tones[moment.tone])}>
          {briefMoment(notice, standing.today, words, standing.reading)}
        </span>
        {verdict !== null && (
          <p className={join(styles.verdict, isUrgent && styles.pressing, moment.tone !== null && tones[moment.tone])}>
            {verdict}
          </p>
        )}
        {moment.portal !== null && <p className={styles.portal}>{moment.portal}</p>}
        {notice.lane !== null && <ClockMark basis={notice} className={styles.basis} />}
      </td>
      <td>
        <Tag icon={look.icon} tone={look.tone} isTurning={notice.state === 'sending'} wraps>
          {look.text}
        </Tag>
        <p className={styles.reason}>{waiting.reason}</p>
      </td>
      <td>
        <b>{waiting.next}</b>
        <p className={styles.nextNote}>{waiting.nextNote}</p>
      </td>
      <td className={styles.act}>
        <Button
          isSmall
          look={isSelected && hasEnter ? 'main' : isUrgent ? 'soft' : 'bare'}
          shortcut={isSelected && hasEnter ? 'Enter' : undefined}
          tabIndex={isSelected ? 0 : -1}
          aria-describedby={`${id}-name`}
          onClick={() => onAct(notice)}
        >
          {say(`today.actions.${actionWord}`)}
        </Button>
      </td>
    </tr>
  )
})
