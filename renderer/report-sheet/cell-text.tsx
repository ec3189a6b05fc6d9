import type { Cell } from '#shared/reports/document.ts'
import styles from './cell-text.module.css'
import { ToneSign } from './tone-sign.tsx'

/** What a cell says, with the sign of its tone before it. */
export function CellText({ cell }: { readonly cell: Cell }) {
  if (cell.tone === undefined || cell.tone === 'plain' || cell.tone === 'quiet') return cell.text
  return (
    <span className={styles.signed} data-tone={cell.tone}>
      <ToneSign tone={cell.tone} />
      <span>{cell.text}</span>
    </span>
  )
}
