import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import type { Notice } from '#shared/contract/schemas.ts'
import { join } from '../../components/join.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { PrimaryAction } from '../../notices/primary-action.ts'
import list from '../../styles/list-table.module.css'
import { GroupHead } from './group-head.tsx'
import { type GroupName, type QueueGroup, type TableItem, tableItems } from './queue-groups.ts'
import { QueueRow } from './queue-row.tsx'
import styles from './queue-table.module.css'
import type { Standing, Turn } from './standing.ts'

interface QueueTableProps {
  readonly groups: readonly QueueGroup[]
  readonly standing: Standing
  readonly selectedId: string | null
  /** Enter is the selected row's; beside an open sheet or decision it is not. */
  readonly hasEnter: boolean
  readonly turnOf: (noticeId: string) => Turn
  readonly actionOf: (notice: Notice) => PrimaryAction
  readonly refOf: (noticeId: string) => (element: HTMLElement | null) => void
  readonly onSelect: (notice: Notice) => void
  readonly onAct: (notice: Notice) => void
  readonly onOpenGroup: (name: GroupName) => void
  readonly onCloseGroup: (name: GroupName) => void
  /** Prints whom to sign for. */
  readonly onPrintList: () => void
}

const ROW_PX = 47
const HEAD_PX = 35

/** Who waits, in three groups by what they wait for. Only the rows on screen are in the page, however many wait. */
export function QueueTable(props: QueueTableProps) {
  const { say } = useWords()
  const { groups, selectedId, refOf } = props
  const box = useRef<HTMLElement>(null)
  const items = useMemo(() => tableItems(groups), [groups])
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (items[index]?.kind === 'head' ? HEAD_PX : ROW_PX),
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 10,
    // The head of the table stays, and the row in hand is to be seen whole.
    scrollPaddingStart: HEAD_PX,
    scrollPaddingEnd: HEAD_PX,
  })
  const { measureElement: measure } = rows
  // One and the same for a notice: a new one would measure its row anew with every key.
  const rowRef = useMemo(() => {
    const known = new Map<string, (element: HTMLElement | null) => void>()
    return (noticeId: string) => {
      const before = known.get(noticeId)
      if (before !== undefined) return before
      const focus = refOf(noticeId)
      const made = (element: HTMLElement | null) => {
        measure(element)
        focus(element)
      }
      known.set(noticeId, made)
      return made
    }
  }, [measure, refOf])
  const selectedIndex = items.findIndex(({ id }) => id === selectedId)
  useEffect(() => {
    if (selectedIndex > 1) rows.scrollToIndex(selectedIndex, { align: 'auto' })
  }, [rows, selectedIndex])

  const shown = rows.getVirtualItems()
  const above = shown[0]?.start ?? 0
  const below = rows.getTotalSize() - (shown.at(-1)?.end ?? 0)
  const bodies = Map.groupBy(shown, ({ index }) => items[index]?.group.name)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard
    <section ref={box} className={list.panel} aria-label={say('queue.table')} tabIndex={0}>
      <table className={join(list.table, styles.table)} aria-rowcount={items.length + 1}>
        <colgroup>
          <col className={styles.guestColumn} />
          <col className={styles.momentColumn} />
          <col />
          <col className={styles.nextColumn} />
          <col className={styles.actColumn} />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{say('queue.columns.guest')}</th>
            <th scope="col">{say('queue.columns.moment')}</th>
            <th scope="col">{say('queue.columns.why')}</th>
            <th scope="col">{say('queue.columns.next')}</th>
            <th scope="col">
              <span className="sr">{say('queue.columns.act')}</span>
            </th>
          </tr>
        </thead>
        <Gap heightPx={above} />
        {[...bodies].map(([name, inBody]) => (
          <tbody key={name}>
            {inBody.map(({ index }) => {
              const item = items[index]
              return item === undefined ? null : (
                <Item key={item.id} {...props} item={item} index={index} measure={measure} rowRef={rowRef} />
              )
            })}
          </tbody>
        ))}
        <Gap heightPx={below} />
      </table>
    </section>
  )
}

interface ItemProps extends QueueTableProps {
  readonly item: TableItem
  readonly index: number
  readonly measure: (element: HTMLElement | null) => void
  readonly rowRef: (noticeId: string) => (element: HTMLElement | null) => void
}

function Item({ item, index, measure, rowRef, ...table }: ItemProps) {
  if (item.kind === 'head')
    return (
      <GroupHead
        ref={measure}
        group={item.group}
        rowIndex={index}
        standing={table.standing}
        isAlone={table.groups.length === 1}
        onOpen={() => table.onOpenGroup(item.group.name)}
        onClose={() => table.onCloseGroup(item.group.name)}
        onPrintList={table.onPrintList}
      />
    )
  const { notice } = item
  const isSelected = notice.id === table.selectedId
  return (
    <QueueRow
      ref={rowRef(notice.id)}
      notice={notice}
      rowIndex={index}
      standing={table.standing}
      turn={table.turnOf(notice.id)}
      actionWord={table.actionOf(notice).word}
      hasEnter={table.hasEnter}
      isSelected={isSelected}
      onSelect={table.onSelect}
      onAct={table.onAct}
    />
  )
}

/** Stands for the rows that are not in the page. */
function Gap({ heightPx }: { readonly heightPx: number }) {
  if (heightPx <= 0) return null
  return (
    <tbody aria-hidden="true">
      <tr>
        <td colSpan={5} className={styles.gap} style={{ height: heightPx }} />
      </tr>
    </tbody>
  )
}
