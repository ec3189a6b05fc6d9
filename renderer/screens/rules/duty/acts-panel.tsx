import type { Rules } from '#shared/contract/law-schemas.ts'
import { actInWords } from '#shared/i18n/explain/duty.ts'
import { Panel } from '../../../components/panel.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './acts-panel.module.css'

interface ActsPanelProps {
  readonly acts: Rules['duties'][number]['acts']
}

/** What the duty rests on, by the names the acts have in the reader's language. */
export function ActsPanel({ acts }: ActsPanelProps) {
  const words = useWords()
  return (
    <Panel title={words.say('rules.duty.acts')} icon="book" isDense>
      <ul className={styles.acts}>
        {acts.map((act) => (
          <li key={act.id}>{actInWords(act.id, words)}</li>
        ))}
      </ul>
    </Panel>
  )
}
