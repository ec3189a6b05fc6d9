import { Button } from '../components/button.tsx'
import { ErrorPanel } from '../components/error-panel.tsx'
import { useWords } from '../i18n/use-words.ts'
import styles from './action-failure.module.css'

interface ActionFailureProps {
  /** What the last act threw; nothing is shown for `null`. */
  readonly error: unknown
  readonly onClose: () => void
}

/** Above a screen: the act that failed, until the clerk has read it. */
export function ActionFailure({ error, onClose }: ActionFailureProps) {
  const { say } = useWords()
  if (error === null || error === undefined) return null
  return (
    <div className={styles.failure}>
      <ErrorPanel error={error}>
        <Button isSmall onClick={onClose}>
          {say('common.close')}
        </Button>
      </ErrorPanel>
    </div>
  )
}
