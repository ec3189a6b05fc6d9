import type { ReactNode } from 'react'
import { failureKey } from '../client/desk-failure.ts'
import { useWords } from '../i18n/use-words.ts'
import styles from './error-panel.module.css'
import { Icon } from './icon.tsx'

interface ErrorPanelProps {
  /** Whatever was thrown. */
  readonly error: unknown
  /** What the clerk can press: try again, go back. */
  readonly children?: ReactNode
}

/** What happened, what it means for the guest's deadline, what to do: three sentences, never a code alone. */
export function ErrorPanel({ error, children }: ErrorPanelProps) {
  const { say } = useWords()
  const key = failureKey(error)
  return (
    <div className={styles.panel} role="alert">
      <span className={styles.icon}>
        <Icon name="alert" />
      </span>
      <div className="grow">
        <p className={styles.what}>{say(`errors.${key}.what`)}</p>
        <p>{say(`errors.${key}.deadline`)}</p>
        <p>{say(`errors.${key}.todo`)}</p>
        {children !== undefined && <div className={styles.acts}>{children}</div>}
      </div>
    </div>
  )
}
