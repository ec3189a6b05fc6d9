import { useStatus } from '../client/use-status.ts'
import { Icon } from '../components/icon.tsx'
import { useWords } from '../i18n/use-words.ts'
import { troubleInWords } from './trouble-words.ts'
import styles from './warnings.module.css'

/** What is wrong with the desk itself: saving does not work, or the PC's clock cannot be trusted. Stays until it is put right. */
export function Warnings() {
  const status = useStatus()
  const { say } = useWords()
  if (status.trouble === null && status.clockWarnings.length === 0) return null
  return (
    <div className={styles.warnings} role="alert">
      {status.trouble !== null && (
        <p className={styles.trouble}>
          <Icon name="alert" />
          <span>
            <b>{say('storeTrouble.title')}.</b> {troubleInWords(status.trouble, say)}
          </span>
        </p>
      )}
      {status.clockWarnings.map((warning) => (
        <p key={warning} className={styles.clock}>
          <Icon name="clock" />
          <span>{say(`shell.clock.${warning}`)}</span>
        </p>
      ))}
    </div>
  )
}
