import type { ReactNode } from 'react'
import { FooterKeys } from '../components/footer-keys.tsx'
import styles from './screen-frame.module.css'

interface ScreenFrameProps {
  readonly title: ReactNode
  /** One sentence beside the title: what matters here now. */
  readonly summary?: ReactNode
  /** Right end of the title row: the screen's acts, the one solid button last. */
  readonly acts?: ReactNode
  /** One fact at the right end of the footer. */
  readonly fact?: ReactNode
  readonly children: ReactNode
}

/** Title row, the screen itself, and the footer with the keys that work here. Every screen stands in one. */
export function ScreenFrame({ title, summary, acts, fact, children }: ScreenFrameProps) {
  return (
    <>
      <main className={styles.main}>
        <div className={styles.top}>
          <div className={styles.title}>
            <h1>{title}</h1>
            {summary !== undefined && <span className={styles.summary}>{summary}</span>}
          </div>
          {acts}
        </div>
        {children}
      </main>
      <FooterKeys>{fact}</FooterKeys>
    </>
  )
}
