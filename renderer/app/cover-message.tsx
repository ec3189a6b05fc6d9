import type { ReactNode } from 'react'
import { BrandMark } from '../components/brand-mark.tsx'
import { Icon } from '../components/icon.tsx'
import styles from './cover-message.module.css'

interface CoverMessageProps {
  readonly title: string
  /** Something is tried again by itself: what. */
  readonly waiting?: string | undefined
  readonly children: ReactNode
}

/** Covers everything: what is behind it may be out of date, and nothing typed there would be saved. */
export function CoverMessage({ title, waiting, children }: CoverMessageProps) {
  return (
    <div className={styles.cover} role="alert">
      <div className={styles.message}>
        <span className={styles.mark}>
          <BrandMark size={44} />
        </span>
        <h1>{title}</h1>
        {children}
        {waiting !== undefined && (
          <p className={styles.waiting}>
            <Icon name="turn" isTurning />
            {waiting}
          </p>
        )}
      </div>
    </div>
  )
}
