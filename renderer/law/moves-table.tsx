import { useMemo, useState } from 'react'
import type { DeadlineMove } from '#shared/contract/law-schemas.ts'
import { dayMonthShort, weekdayDayShort } from '#shared/i18n/dates.ts'
import { useStatus } from '../client/use-status.ts'
import { Button } from '../components/button.tsx'
import type { IconName } from '../components/icon.tsx'
import { IsoChip } from '../components/iso-chip.tsx'
import { join } from '../components/join.ts'
import { Tag } from '../components/tag.tsx'
import { useWords } from '../i18n/use-words.ts'
import { guestPath } from '../notices/primary-action.ts'
import list from '../styles/list-table.module.css'
import { moveRows } from './move-rows.ts'
import styles from './moves-table.module.css'

/** As many as a person reads in one go; the rest on request. */
const PAGE = 100

interface MovesTableProps {
  readonly label: string
  readonly moves: readonly DeadlineMove[]
}

/** Whose deadlines move, from when to when. What becomes overdue stands first and is loud. */
export function MovesTable({ label, moves }: MovesTableProps) {
  const words = useWords()
  const { say, language } = words
  const { property } = useStatus()
  const reading = property?.alarmReading ?? 'strict'
  const [pages, setPages] = useState(1)
  const rows = useMemo(() => moveRows(moves, reading, words), [moves, reading, words])
  const left = rows.length - pages * PAGE
  return (
    <section className={list.panel} aria-label={label} tabIndex={-1}>
      <table className={list.table}>
        <thead>
          <tr>
            {(['guest', 'room', 'arrival', 'was', 'becomes', 'shift'] as const).map((column) => (
              <th key={column} scope="col">
                {say(`calendarScreen.preview.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, pages * PAGE).map((row) => (
            <tr key={row.id} className={join(row.becomesOverdue && styles.overdue)}>
              <td>
                <span className={join(list.guest, styles.guest)}>
                  <IsoChip code={row.citizenship} />
                  <a href={`#${guestPath(row.id)}`}>{row.name}</a>
                </span>
              </td>
              <td className="sub">{row.room}</td>
              <td className="sub nowrap">{dayMonthShort(row.arrival, language)}</td>
              <td className={styles.was}>{weekdayDayShort(row.was, language)}</td>
              <td className={styles.becomes}>{weekdayDayShort(row.becomes, language)}</td>
              <td>
                <div className={styles.shift}>
                  {row.becomesOverdue ? (
                    <Tag icon="alert" tone="overdue">
                      {say('calendarScreen.preview.becomesOverdue')}
                    </Tag>
                  ) : (
                    <Tag icon={iconOf(row.shift)} tone={row.shift < 0 ? 'today' : 'quiet'}>
                      {row.shiftInWords}
                    </Tag>
                  )}
                  {row.becomesOverdue && <span className="note">{row.shiftInWords}</span>}
                </div>
                {row.notes.map((note) => (
                  <p key={note} className={styles.note}>
                    {note}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <div className={styles.more}>
          <Button isSmall look="bare" onClick={() => setPages((shown) => shown + 1)}>
            {say('calendarScreen.preview.more', { count: left })}
          </Button>
        </div>
      )}
    </section>
  )
}

function iconOf(shift: number): IconName {
  if (shift === 0) return 'check'
  return shift < 0 ? 'left' : 'right'
}
