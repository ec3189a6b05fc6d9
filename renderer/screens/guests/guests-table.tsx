import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Notice } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { dayMonthShort } from '#shared/i18n/dates.ts'
import type { AlarmReading } from '#shared/regulation/deadline-types.ts'
import { useStatus } from '../../client/use-status.ts'
import type { Command } from '../../commands/command.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { ClockMark } from '../../components/clock-mark.tsx'
import { IsoChip } from '../../components/iso-chip.tsx'
import { join } from '../../components/join.ts'
import { StateTag } from '../../components/state-tag.tsx'
import { arrivalDay, briefMoment, lastMoment } from '../../i18n/moments.ts'
import { useWords } from '../../i18n/use-words.ts'
import { guestPath } from '../../notices/primary-action.ts'
import { useView } from '../../state/view-store.ts'
import tones from '../../styles/tones.module.css'
import { rowTowards } from '../queue/queue-groups.ts'
import { useRowFocus } from '../queue/use-row-focus.ts'
import { useGuestWalk } from './guest-walk.ts'
import styles from './guests-table.module.css'

const ROW_HEIGHT_PX = 44
const COLUMNS = ['guest', 'room', 'stay', 'moment', 'state', 'reference'] as const

interface GuestsTableProps {
  readonly notices: readonly Notice[]
}

/** As many rows in the page as fit on the screen, however many guests there are. */
export function GuestsTable({ notices }: GuestsTableProps) {
  const { say } = useWords()
  const [, navigate] = useLocation()
  const { businessDate, property } = useStatus()
  const remembered = useView((view) => view.selectedNoticeId)
  const select = useView((view) => view.select)
  const startWalk = useGuestWalk((walk) => walk.start)
  const box = useRef<HTMLDivElement>(null)
  const selected = notices.find(({ id }) => id === remembered) ?? notices[0]
  const rows = useVirtualizer({
    count: notices.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 8,
  })
  const refOf = useRowFocus(selected?.id ?? null)
  const [startIndex] = useState(() => notices.findIndex(({ id }) => id === selected?.id))

  useEffect(() => {
    // Back from a guest, the list stands where it was left.
    if (startIndex > 0) rows.scrollToIndex(startIndex, { align: 'center' })
  }, [rows, startIndex])

  useEffect(
    () =>
      startWalk(
        '/guests',
        notices.map(({ id }) => id),
      ),
    [startWalk, notices],
  )
  useCommands(
    useMemo<readonly Command[]>(() => {
      const walk = (step: 1 | -1) => () => {
        const row = rowTowards(notices, selected?.id ?? null, step)
        if (row === undefined) return
        rows.scrollToIndex(notices.indexOf(row))
        select(row.id)
      }
      const open = () => selected !== undefined && navigate(guestPath(selected.id))
      return [
        {
          id: 'guests.up',
          name: say('guest.list.keys'),
          shortcut: { code: 'ArrowUp' },
          caps: '↑ ↓',
          inFooter: true,
          run: walk(-1),
        },
        { id: 'guests.down', name: say('guest.list.keys'), shortcut: { code: 'ArrowDown' }, run: walk(1) },
        { id: 'guests.open', name: say('guest.list.open'), shortcut: { code: 'Enter' }, inFooter: true, run: open },
      ]
    }, [notices, selected, rows, select, navigate, say]),
  )

  const items = rows.getVirtualItems()
  const above = items[0]?.start ?? 0
  const below = rows.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard
    <section ref={box} className={styles.box} aria-label={say('guest.list.table')} tabIndex={0}>
      <table className={styles.table} aria-rowcount={notices.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={styles[column]}>
                {say(`guest.list.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap heightPx={above} />
          {items.map(({ index }) => {
            const notice = notices[index]
            return (
              notice !== undefined && (
                <GuestRow
                  key={notice.id}
                  ref={refOf(notice.id)}
                  notice={notice}
                  rowIndex={index + 2}
                  today={businessDate}
                  reading={property?.alarmReading ?? 'strict'}
                  isSelected={notice.id === selected?.id}
                  onSelect={() => select(notice.id)}
                />
              )
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
      <td colSpan={COLUMNS.length} className={styles.gap} style={{ height: heightPx }} />
    </tr>
  )
}

interface GuestRowProps {
  readonly ref: (element: HTMLElement | null) => void
  readonly notice: Notice
  readonly rowIndex: number
  readonly today: CalendarDate
  readonly reading: AlarmReading
  readonly isSelected: boolean
  readonly onSelect: () => void
}

function GuestRow({ ref, notice, rowIndex, today, reading, isSelected, onSelect }: GuestRowProps) {
  const words = useWords()
  const { language } = words
  const moment = notice.lane === null ? null : lastMoment(notice, today, words, reading)
  return (
    <tr
      ref={ref}
      className={join(styles.row, isSelected && styles.selected)}
      data-notice={notice.id}
      aria-rowindex={rowIndex}
      aria-current={isSelected ? 'true' : undefined}
      tabIndex={isSelected ? 0 : -1}
      onFocus={onSelect}
    >
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
            {briefMoment(notice, today, words, reading)}
          </span>
        )}
        {moment !== null && <ClockMark basis={notice} className={styles.basis} />}
      </td>
      <td className={styles.tag}>
        <StateTag notice={notice} />
      </td>
      <td className={styles.number}>{notice.reference}</td>
    </tr>
  )
}
