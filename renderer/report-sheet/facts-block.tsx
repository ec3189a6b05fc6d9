import type { Facts } from '#shared/reports/document.ts'
import { CellText } from './cell-text.tsx'
import styles from './facts-block.module.css'

/** Name and value, line by line. */
export function FactsBlock({ facts }: { readonly facts: Facts }) {
  return (
    <dl className={styles.facts}>
      {facts.items.map(({ id, label, value }) => (
        <div key={id} data-fact={id}>
          <dt>{label}</dt>
          <dd>
            <CellText cell={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
