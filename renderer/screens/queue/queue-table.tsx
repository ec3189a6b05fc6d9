import type { Notice } from '#shared/contract/schemas.ts'
import { atTime, localTime } from '#shared/i18n/dates.ts'
import { Button } from '../../components/button.tsx'
import { useWords, type Words } from '../../i18n/use-words.ts'
import type { PrimaryAction } from '../../notices/primary-action.ts'
import { type GroupName, placeOf, type QueueGroup, type QueueLists } from './queue-groups.ts'
import { QueueRow } from './queue-row.tsx'
import styles from './queue-table.module.css'
import type { Standing } from './standing.ts'

interface QueueTableProps {
  readonly queue: QueueLists
  readonly groups: readonly QueueGroup[]
  readonly standing: Standing
  readonly selectedId: string | null
  /** A fill-in sheet stands open beside the table and has the keys. */
  readonly isFiling: boolean
  readonly actionOf: (notice: Notice) => PrimaryAction
  readonly refOf: (noticeId: string) => (element: HTMLElement | null) => void
  readonly onSelect: (notice: Notice) => void
  readonly onAct: (notice: Notice) => void
  readonly onOpenGroup: (name: GroupName) => void
  readonly onCloseGroup: (name: GroupName) => void
  /** Prints whom to sign for. */
  readonly onPrintList: () => void
}

/** Who waits, in three groups by what they wait for. */
export function QueueTable(props: QueueTableProps) {
  const { say } = useWords()
  const { groups } = props
  return (
    <section className={styles.panel} aria-label={say('queue.table')}>
      <table className={styles.table}>
        <colgroup>
          <col className={styles.guestColumn} />
          <col className={styles.momentColumn} />
          <col />
          <col className={styles.nextColumn} />
          <col className={styles.actColumn} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{say('queue.columns.guest')}</th>
            <th scope="col">{say('queue.columns.moment')}</th>
            <th scope="col">{say('queue.columns.why')}</th>
            <th scope="col">{say('queue.columns.next')}</th>
            <th scope="col">
              <span className="sr">{say('queue.columns.act')}</span>
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <Group key={group.name} {...props} group={group} />
        ))}
      </table>
    </section>
  )
}

function Group({ group, ...table }: QueueTableProps & { readonly group: QueueGroup }) {
  const words = useWords()
  const { say } = words
  const { name, notices, shown } = group
  const isWhole = shown.length === notices.length
  return (
    <tbody>
      <tr className={styles.group}>
        <th colSpan={5} scope="rowgroup">
          <div className={styles.groupHead}>
            <b>{say(`queue.groups.${name}`)}</b>
            <span className={styles.count}>{notices.length}</span>
            <span className={styles.groupNote}>{groupNote(name, table.standing, words)}</span>
            {!isWhole && (
              <Button isSmall look="bare" onClick={() => table.onOpenGroup(name)}>
                {say('queue.all', { count: notices.length })}
              </Button>
            )}
            {isWhole && table.groups.length > 1 && shown.length > 4 && (
              <Button isSmall look="bare" onClick={() => table.onCloseGroup(name)}>
                {say('queue.fewer')}
              </Button>
            )}
            {notices.some(({ state }) => state === 'handover') && (name === 'sign' || name === 'byHand') && (
              <Button isSmall look="bare" icon="print" onClick={table.onPrintList}>
                {say('queue.list')}
              </Button>
            )}
          </div>
        </th>
      </tr>
      {shown.map((notice) => (
        <QueueRow
          key={notice.id}
          ref={table.refOf(notice.id)}
          notice={notice}
          standing={table.standing}
          place={placeOf(table.queue, notice)}
          action={table.actionOf(notice)}
          hasEnter={!table.isFiling}
          isSelected={notice.id === table.selectedId}
          onSelect={() => table.onSelect(notice)}
          onAct={() => table.onAct(notice)}
        />
      ))}
    </tbody>
  )
}

/** What the whole group waits for. */
function groupNote(name: GroupName, { connection, zone }: Standing, { say, language }: Words): string {
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
