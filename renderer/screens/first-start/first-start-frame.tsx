import type { ReactNode } from 'react'
import { LanguageSwitch } from '../../app/language-switch.tsx'
import { ThemeSwitch } from '../../app/theme-switch.tsx'
import { BrandMark } from '../../components/brand-mark.tsx'
import styles from './first-start-frame.module.css'

/** Before there is a property there is no shell: the mark, the languages, and one thing to decide. */
export function FirstStartFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <header className={styles.head}>
        <span className={styles.mark}>
          <BrandMark />
        </span>
        <b className="grow">Qabyl</b>
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  )
}
