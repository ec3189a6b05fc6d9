import type { ReactNode } from 'react'
import tones from '../styles/tones.module.css'
import { Icon, type IconName } from './icon.tsx'
import { join } from './join.ts'
import styles from './panel.module.css'
import type { Tone } from './tone.ts'

interface PanelProps {
  readonly title: string
  readonly icon?: IconName | undefined
  readonly tone?: Tone | undefined
  /** Ground in the head: for what must not be overlooked. */
  readonly isLoud?: boolean
  /** Tighter head, for lists at the side. */
  readonly isDense?: boolean
  /** Number of a step, before the title. */
  readonly step?: number | undefined
  /** Right end of the head: a count, a note, a button. */
  readonly aside?: ReactNode
  readonly className?: string | undefined
  readonly children: ReactNode
}

export function Panel({ title, icon, tone, isLoud, isDense, step, aside, className, children }: PanelProps) {
  return (
    <section className={join(styles.panel, tone && tones[tone], className)} aria-label={title}>
      <header className={join(styles.head, isDense && styles.dense, isLoud && styles.loud)}>
        {step !== undefined && <span className={styles.step}>{step}</span>}
        {icon !== undefined && (
          <span className={styles.icon}>
            <Icon name={icon} />
          </span>
        )}
        <h2 className="grow">{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  )
}
