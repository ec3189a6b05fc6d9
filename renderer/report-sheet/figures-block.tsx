import { wholeNumber } from '#shared/i18n/numbers.ts'
import type { Figures } from '#shared/reports/document.ts'
import styles from './figures-block.module.css'
import { ToneSign } from './tone-sign.tsx'

const MOST_IN_A_ROW = 7

/** The totals across the top, in one row or in two of the same width. */
export function FiguresBlock({ figures }: { readonly figures: Figures }) {
  const count = figures.items.length
  const perRow = count > MOST_IN_A_ROW ? Math.ceil(count / 2) : count
  return (
    <ul className={styles.rows} style={{ gridTemplateColumns: `repeat(${String(perRow)}, minmax(0, 1fr))` }}>
      {figures.items.map(({ id, label, value, tone }, place) => (
        <li key={id} data-figure={id} className={place % perRow === 0 ? undefined : styles.next}>
          <b>{wholeNumber(value)}</b>
          <span>
            <ToneSign tone={value === 0 ? 'plain' : tone} />
            {label}
          </span>
        </li>
      ))}
    </ul>
  )
}
