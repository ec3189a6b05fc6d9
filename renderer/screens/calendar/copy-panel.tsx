import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { Panel } from '../../components/panel.tsx'
import { useWords } from '../../i18n/use-words.ts'
import styles from './copy-panel.module.css'
import type { DraftYears } from './draft-years.ts'
import { stepInWords, troubleInWords } from './step-words.ts'
import type { WorkingCopyAccess } from './working-copy.ts'

interface CopyPanelProps {
  readonly copy: WorkingCopyAccess
  readonly draft: DraftYears
}

/** What has been changed and is not in force; each step can be taken out, all can be discarded and brought back. */
export function CopyPanel({ copy, draft }: CopyPanelProps) {
  const words = useWords()
  const { say } = words
  if (copy.steps.length === 0) {
    return (
      <div className={styles.discarded} role="status">
        <span className="grow">{say('calendarScreen.copy.discarded')}</span>
        <Button isSmall look="bare" icon="history" onClick={copy.bringBack}>
          {say('calendarScreen.copy.bringBack')}
        </Button>
      </div>
    )
  }
  return (
    <Panel
      title={say('calendarScreen.copy.title')}
      icon="pen"
      tone="incomplete"
      isDense
      isLoud
      aside={
        <Button isSmall look="bare" onClick={copy.discard}>
          {say('calendarScreen.acts.discard')}
        </Button>
      }
    >
      <ol className={styles.steps}>
        {copy.steps.map((step) => {
          const text = stepInWords(step, words)
          const trouble = draft.troubles.get(step.id)
          return (
            <li key={step.id}>
              <div className="grow">
                <p>{text}</p>
                {trouble !== undefined && (
                  <p className={styles.trouble}>{say('calendarScreen.copy.unfit', { why: troubleInWords(trouble, words) })}</p>
                )}
              </div>
              <button
                type="button"
                className={styles.remove}
                aria-label={say('calendarScreen.copy.remove', { step: text })}
                title={say('calendarScreen.copy.remove', { step: text })}
                onClick={() => copy.remove(step.id)}
              >
                <Icon name="close" />
              </button>
            </li>
          )
        })}
      </ol>
      <p className={styles.note}>{say('calendarScreen.copy.note')}</p>
    </Panel>
  )
}
