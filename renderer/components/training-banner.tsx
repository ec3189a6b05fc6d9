import type { ReactNode } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { Icon } from './icon.tsx'
import styles from './training-banner.module.css'

interface TrainingBannerProps {
  /** The way out. */
  readonly children?: ReactNode
}

/** A stripe and a frame nobody can mistake: nothing here is real. */
export function TrainingBanner({ children }: TrainingBannerProps) {
  const { say } = useWords()
  return (
    <>
      <div className={styles.stripe} role="status">
        <span className={styles.words}>
          <Icon name="cap" />
          {say('shell.trainingBanner')}
        </span>
        {children}
      </div>
      <div className={styles.frame} aria-hidden="true" />
    </>
  )
}
