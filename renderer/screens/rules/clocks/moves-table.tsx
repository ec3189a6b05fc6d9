import type { LawPreview } from '#shared/contract/law-schemas.ts'
import { dayMonthShort, weekdayDayShort } from '#shared/i18n/dates.ts'
import { IsoChip } from '../../../components/iso-chip.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { movesInView } from './moves.ts'
import styles from './moves-table.module.css'

const COLUMNS = ['guest', 'room', 'arrival', 'before', 'after'] as const

/** Whose alarm date would move, from when to when; who would be overdue at once stands first and is loud. */
export function MovesTable({ preview }: { readonly preview: Pick<LawPreview, 'moves' | 'openDeadlines'> }) {
  const { say, language } = useWords()
  const { rows, hidden, overdue } = movesInView(preview.moves)
  const count = preview.moves.length
  return (
    <>
      <p className={styles.summary}>
        {say('rules.clocks.reading.checked', { count: preview.openDeadlines })}{' '}
        {count === 0 ? say('rules.clocks.reading.nothingMoves') : say('rules.clocks.reading.moves', { count })}
      </p>
      {overdue > 0 && (
        <Tag icon="alert" tone="overdue" wraps>
          {say('rules.clocks.reading.becomeOverdue', { count: overdue })}
        </Tag>
      )}
      {count > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard
        <section className={styles.box} aria-label={say('rules.clocks.reading.previewTitle')} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {say(`rules.clocks.reading.columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((move) => (
                <tr key={move.noticeId} data-notice={move.noticeId}>
                  <td>
                    <span className={styles.guest}>
                      <IsoChip code={move.citizenship} />
                      <b className="cut">{move.displayName}</b>
                    </span>
                  </td>
                  <td>{move.room}</td>
                  <td>{dayMonthShort(move.arrival, language)}</td>
                  <td>{weekdayDayShort(move.before.alarmDate, language)}</td>
                  <td className={styles.after}>
                    {weekdayDayShort(move.after.alarmDate, language)}
                    {move.becomesOverdue && (
                      <Tag icon="alert" tone="overdue">
                        {say('rules.clocks.reading.overdue')}
                      </Tag>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {hidden > 0 && <p className={styles.more}>{say('rules.clocks.reading.more', { count: hidden })}</p>}
        </section>
      )}
      {count > 0 && preview.moves.some(({ before, after }) => before.actBy === after.actBy) && (
        <p className={styles.note}>{say('rules.clocks.reading.portalDecides')}</p>
      )}
    </>
  )
}
