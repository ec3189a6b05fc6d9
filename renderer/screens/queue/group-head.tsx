import type { Ref } from 'react'
import { atTime, localTime } from '#shared/i18n/dates.ts'
import { Button } from '../../components/button.tsx'
import { useWords, type Words } from '../../i18n/use-words.ts'
import { FEW, type GroupName, type QueueGroup } from './queue-groups.ts'
import styles from './queue-table.module.css'
import type { Standing } from './standing.ts'

interface GroupHeadProps {
  readonly ref: Ref<HTMLTableRowElement>
  readonly group: QueueGroup
  readonly rowIndex: number
  readonly standing: Standing
  /** It has the whole table to itself. */
  readonly isAlone: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
  readonly onPrintList: () => void
}

/** Name of a group, how many are in it, and what they all wait for. */
export function GroupHead({ ref, group, rowIndex, standing, isAlone, onOpen, onClose, onPrintList }: GroupHeadProps) {
  const words = useWords()
  const { say } = words
  const { name, notices, shown } = group
  const isWhole = shown.length === notices.length
  return (
    <tr ref={ref} className={styles.group} aria-rowindex={rowIndex + 2} data-index={rowIndex}>
      <th colSpan={5} scope="rowgroup">
        <div className={styles.groupHead}>
          <b>{say(`queue.groups.${name}`)}</b>
          <span className={styles.count}>{notices.length}</span>
          <span className={styles.groupNote}>{groupNote(name, standing, words)}</span>
          {!isWhole && (
            <Button isSmall look="bare" onClick={onOpen}>
              {say('queue.all', { count: notices.length })}
            </Button>
          )}
          {isWhole && !isAlone && shown.length > FEW && (
            <Button isSmall look="bare" onClick={onClose}>
              {say('queue.fewer')}
            </Button>
          )}
          {notices.some(({ state }) => state === 'handover') && (name === 'sign' || name === 'byHand') && (
            <Button isSmall look="bare" icon="print" onClick={onPrintList}>
              {say('queue.list')}
            </Button>
          )}
        </div>
      </th>
    </tr>
  )
}

/** What the whole group waits for. */
function groupNote(name: GroupName, { connection, zone, channel }: Standing, { say, language }: Words): string {
  if (name === 'byHand' && channel === 'paper') return say('paper.queue.groupNote')
  if (name !== 'automatic') return say(`queue.groupNotes.${name}`)
  const at = connection.nextProbeAt === null ? null : atTime(localTime(connection.nextProbeAt, zone), language)
  switch (connection.state) {
    case 'unreachable':
      return at === null ? say('queue.groupNotes.probing') : say('queue.groupNotes.probeAt', { at })
    case 'held':
      return at === null ? say('queue.groupNotes.probing') : say('queue.groupNotes.held', { at })
    case 'paused':
      return say('queue.groupNotes.paused')
    case 'sign_in_refused':
      return say('queue.groupNotes.signIn')
    case 'unknown':
      return say('queue.groupNotes.unknown')
    case 'online':
    case 'by_hand':
      return say('queue.groupNotes.inOrder')
  }
}
