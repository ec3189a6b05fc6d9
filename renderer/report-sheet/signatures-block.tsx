import type { Signatures } from '#shared/reports/document.ts'
import styles from './signatures-block.module.css'

/** Lines to sign on, each with who signs below it. */
export function SignaturesBlock({ signatures }: { readonly signatures: Signatures }) {
  return (
    <ul className={styles.lines}>
      {signatures.items.map(({ label, name }) => (
        <li key={label}>
          {label}
          {name !== null && <b>{name}</b>}
        </li>
      ))}
    </ul>
  )
}
