import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useStatus } from '../../client/use-status.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useView } from '../../state/view-store.ts'
import { useRowFocus } from '../queue/use-row-focus.ts'
import { useGuestChoice } from './guest-choice.ts'
import { GuestRow, WaitingRow } from './guest-row.tsx'
import styles from './guests-table.module.css'
import type { GuestPages } from './use-guest-pages.ts'
import { useTableKeys } from './use-table-keys.ts'

const ROW_HEIGHT_PX = 44
const COLUMNS = ['guest', 'room', 'stay', 'moment', 'state', 'reference'] as const

interface GuestsTableProps {
  readonly pages: GuestPages
  /** Ticks everybody who matches, as far as one act goes. */
  readonly onChooseAll: () => void
}

/** As many rows in the page as fit on the screen, however many guests there are; each is read when it comes into sight. */
export function GuestsTable({ pages, onChooseAll }: GuestsTableProps) {
  const { say } = useWords()
  const { businessDate, property } = useStatus()
  const remembered = useView((view) => view.selectedNoticeId)
  const select = useView((view) => view.select)
  const chosen = useGuestChoice((choice) => choice.chosen)
  const turn = useGuestChoice((choice) => choice.turn)
  const clear = useGuestChoice((choice) => choice.clear)
  const box = useRef<HTMLDivElement>(null)
  const { total, rowAt, look } = pages
  const [startIndex] = useState(() =>
    Math.max(
      0,
      pages.loaded.findIndex(({ notice }) => notice.id === remembered),
    ),
  )
  const [cursor, setCursor] = useState(startIndex)
  const at = Math.min(cursor, Math.max(0, total - 1))
  const selectedId = rowAt(at)?.notice.id ?? null
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 8,
  })
  const refOf = useRowFocus(selectedId)
  const items = rows.getVirtualItems()
  const [firstIndex, lastIndex] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]

  useEffect(() => look(firstIndex, lastIndex), [look, firstIndex, lastIndex])
  useEffect(() => {
    // Back from a guest, the list stands where it was left.
    if (startIndex > 0) rows.scrollToIndex(startIndex, { align: 'center' })
  }, [rows, startIndex])
  // Where the list begins by itself is nobody's choice, and not where the other screens should stand.
  const moveTo = useCallback(
    (index: number) => {
      setCursor(index)
      const id = rowAt(index)?.notice.id
      if (id !== undefined) select(id)
    },
    [rowAt, select],
  )
  useTableKeys({ pages, cursor: at, moveTo, scrollTo: (index) => rows.scrollToIndex(index), onChooseAll })

  const above = items[0]?.start ?? 0
  const below = rows.getTotalSize() - (items.at(-1)?.end ?? 0)
  const areAllChosen = total > 0 && chosen.size >= total
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard
    <section ref={box} className={styles.box} aria-label={say('guest.list.table')} tabIndex={0}>
      <table className={styles.table} aria-rowcount={total + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={styles.choice}>
              <label className={styles.tick}>
                <input
                  type="checkbox"
                  ref={(input) => {
                    if (input !== null) input.indeterminate = chosen.size > 0 && !areAllChosen
                  }}
                  checked={areAllChosen}
                  onChange={() => (chosen.size > 0 ? clear() : onChooseAll())}
                />
                <span className="sr">{say('guestList.chooseAll')}</span>
              </label>
            </th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={styles[column]}>
                {say(`guest.list.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap heightPx={above} />
          {items.map(({ index, key }) => {
            const row = rowAt(index)
            return row === undefined ? (
              <WaitingRow key={key} rowIndex={index + 2} columns={COLUMNS.length + 1} />
            ) : (
              <GuestRow
                key={row.notice.id}
                refOf={refOf}
                row={row}
                index={index}
                today={businessDate}
                reading={property?.alarmReading ?? 'strict'}
                isSelected={row.notice.id === selectedId}
                isChosen={chosen.has(row.notice.id)}
                onSelect={moveTo}
                onChoose={turn}
              />
            )
          })}
          <Gap heightPx={below} />
        </tbody>
      </table>
    </section>
  )
}

/** Stands for the rows that are not in the page. */
function Gap({ heightPx }: { readonly heightPx: number }) {
  if (heightPx <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a table row takes no focus of itself
    <tr aria-hidden="true">
      <td colSpan={COLUMNS.length + 1} className={styles.gap} style={{ height: heightPx }} />
    </tr>
  )
}
