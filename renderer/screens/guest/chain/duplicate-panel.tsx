import type { Notice } from '#shared/contract/schemas.ts'
import { useMayNot } from '../../../client/use-may.ts'
import { useStatus } from '../../../client/use-status.ts'
import { Panel } from '../../../components/panel.tsx'
import { lastMoment } from '../../../i18n/moments.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { DuplicateDecision } from '../../queue/deciding/duplicate-decision.tsx'
import styles from './duplicate-panel.module.css'

interface DuplicatePanelProps {
  readonly notice: Notice
  readonly onDecided: (said: string) => void
}

/** The service says it has this notice already: a person looks, and says whether it is ours. Decided as in the queue, with 1 or 2. */
export function DuplicatePanel({ notice, onDecided }: DuplicatePanelProps) {
  const words = useWords()
  const { say } = words
  const { businessDate, property } = useStatus()
  const mayNot = useMayNot('notice.file_by_hand')
  const { text: moment } = lastMoment(notice, businessDate, words, property?.alarmReading ?? 'strict')
  return (
    <Panel title={say('duplicateCase.title')} icon="copy" tone="unknown" isLoud>
      <div className={styles.body}>
        <p className="sub">{say('duplicateCase.stillOpen', { moment })}</p>
        {mayNot === null ? (
          <DuplicateDecision notice={notice} isOpened={false} onDecided={onDecided} />
        ) : (
          <p>{say(mayNot === 'role' ? 'guestActs.blocked.role' : 'guestActs.blocked.readOnly')}</p>
        )}
      </div>
    </Panel>
  )
}
