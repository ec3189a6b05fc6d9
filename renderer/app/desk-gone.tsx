import { BrandMark } from '../components/brand-mark.tsx'
import { Icon } from '../components/icon.tsx'
import { useWords } from '../i18n/use-words.ts'
import styles from './desk-gone.module.css'

interface DeskGoneProps {
  /** `lost` = the desk process does not answer; `refused` = this window has no valid key. */
  readonly reason: 'lost' | 'refused'
}

/** Covers everything: what is behind it may be out of date, and nothing typed there would be saved. */
export function DeskGone({ reason }: DeskGoneProps) {
  const { say } = useWords()
  const key = reason === 'lost' ? 'DESK_GONE' : 'UNAUTHORIZED'
  return (
    <div className={styles.cover} role="alert">
      <div className={styles.message}>
        <span className={styles.mark}>
          <BrandMark size={44} />
        </span>
        <h1>{reason === 'lost' ? say('shell.gone.title') : say('shell.notAllowed.title')}</h1>
        <p>{say(`errors.${key}.what`)}</p>
        <p>{say(`errors.${key}.deadline`)}</p>
        <p className="strong">{say(`errors.${key}.todo`)}</p>
        {reason === 'lost' && (
          <p className={styles.waiting}>
            <Icon name="turn" isTurning />
            {say('shell.gone.waiting')}
          </p>
        )}
      </div>
    </div>
  )
}
