import type { Notice } from '#shared/contract/schemas.ts'
import { ButtonLink } from '../../components/button.tsx'
import { IsoChip } from '../../components/iso-chip.tsx'
import { Panel } from '../../components/panel.tsx'
import { Tag } from '../../components/tag.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { filingPath, guestPath } from '../../notices/primary-action.ts'
import type { Place, Standing } from './standing.ts'
import { stateInQueue } from './state-look.ts'
import { waitingInWords } from './waiting.ts'
import styles from './why-panel.module.css'

interface WhyPanelProps {
  readonly notice: Notice
  readonly standing: Standing
  readonly place: Place | null
  readonly moment: React.ReactNode
}

/** The selected guest in whole sentences: what holds the notice, what happens next, what it means for the deadline. */
export function WhyPanel({ notice, standing, place, moment }: WhyPanelProps) {
  const words = useWords()
  const { say } = words
  const look = stateInQueue(notice, standing, words)
  const waiting = waitingInWords(notice, standing, words, place)
  return (
    <Panel title={say('queue.why.title')} aside={moment} className={styles.panel}>
      <div className={styles.body} aria-live="polite">
        <p className={styles.guest}>
          <IsoChip code={notice.citizenship} />
          <b className="cut">{notice.displayName}</b>
          <span className="dim">{notice.room}</span>
        </p>
        <Tag icon={look.icon} tone={look.tone} wraps>
          {look.text}
        </Tag>
        <p>{waiting.meaning}</p>
        <dl className={styles.facts}>
          <div>
            <dt>{say('queue.why.next')}</dt>
            <dd>
              <b>{waiting.next}</b> <span className="dim">{waiting.nextNote}</span>
            </dd>
          </div>
          <div>
            <dt>{say('queue.deadline.lead')}</dt>
            <dd>{waiting.deadline}</dd>
          </div>
        </dl>
        {notice.attemptCount > 0 && <p className="note dim">{say('queue.why.attempts', { count: notice.attemptCount })}</p>}
      </div>
      <div className={styles.acts}>
        {canBeTaken(notice) && (
          <>
            <p className="note dim">{say('queue.why.takeNote')}</p>
            <ButtonLink href={`#${filingPath(notice.id)}`} icon="hand" shortcut="F">
              {say('queue.why.take')}
            </ButtonLink>
          </>
        )}
        <ButtonLink href={`#${guestPath(notice.id)}`} icon="user" shortcut="O">
          {say('queue.why.openGuest')}
        </ButtonLink>
      </div>
    </Panel>
  )
}

/** A clerk may file a complete notice himself at any time, whatever the channel: the lease keeps the machine's hands off it. */
export function canBeTaken({ state, lease }: Pick<Notice, 'state' | 'lease'>): boolean {
  return state === 'ready' || state === 'handover' || (state === 'leased' && lease?.isMine === true)
}
