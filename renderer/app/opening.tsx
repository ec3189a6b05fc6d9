import { BrandMark } from '../components/brand-mark.tsx'
import { Waiting } from '../components/waiting.tsx'
import styles from './opening.module.css'

/** The window before the desk has said anything: no white page, and no screen that may be wrong. */
export function Opening() {
  return (
    <main className={styles.opening}>
      <h1 className="sr">Qabyl</h1>
      <BrandMark size={44} />
      <Waiting />
    </main>
  )
}
