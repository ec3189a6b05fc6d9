import { wholeNumber } from '#shared/i18n/numbers.ts'
import type { Figures } from '#shared/reports/document.ts'
import styles from './figures-block.module.css'
import { ToneSign } from './tone-sign.tsx'

/** The totals, side by side across the top. */
export function FiguresBlock({ figures }: { readonly figures: Figures }) {
  return (
    <ul className={styles.row}>
      {figures.items.map(({ id, label, value, tone }) => (
        <li key={id} data-figure={id}>
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
