import { useQuery } from '@tanstack/react-query'
import type { Notice } from '#shared/contract/schemas.ts'
import { isFiledByHand } from '#shared/domain/channel.ts'
import { useDesk } from '../../client/desk-context.tsx'
import { Awaited } from '../../components/awaited.tsx'
import { ButtonLink } from '../../components/button.tsx'
import { IsoChip } from '../../components/iso-chip.tsx'
import { Panel } from '../../components/panel.tsx'
import { Tag } from '../../components/tag.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { filingPath, guestPath } from '../../notices/primary-action.ts'
import { callsOf } from './attempts.ts'
import { AttemptsList } from './attempts-list.tsx'
import { DuplicateDecision } from './deciding/duplicate-decision.tsx'
import { UnknownStory } from './deciding/unknown-story.tsx'
import { GuestChain } from './guest-chain.tsx'
import { KindMark } from './kind-mark.tsx'
import type { Standing, Turn } from './standing.ts'
import { stateInQueue } from './state-look.ts'
import { waitingInWords } from './waiting.ts'
import styles from './why-panel.module.css'

interface WhyPanelProps {
  readonly notice: Notice
  readonly standing: Standing
  readonly turn: Turn
  readonly moment: React.ReactNode
  /** The clerk came to decide about this one: the keyboard goes to the decision. */
  readonly isDeciding: boolean
  readonly isBusy: boolean
  readonly onAsk: () => void
  /** A person has decided; said in one sentence. */
  readonly onDecided: (said: string) => void
}

/** The selected guest in whole sentences: what holds the notice, what happens next, what it means for the deadline, what was tried. */
export function WhyPanel({ notice, standing, turn, moment, isDeciding, isBusy, onAsk, onDecided }: WhyPanelProps) {
  const words = useWords()
  const { say } = words
  const { api } = useDesk()
  const { data: detail, error, refetch } = useQuery(api.guest.get.queryOptions({ input: { noticeId: notice.id } }))
  const look = stateInQueue(notice, standing, words)
  const waiting = waitingInWords(notice, standing, words, turn)
  const calls = detail === undefined ? [] : callsOf(detail, notice.id)
  return (
    <Panel title={say('queue.why.title')} aside={moment} className={styles.panel}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard */}
      <div className={styles.body} aria-live="polite" tabIndex={0}>
        <p className={styles.guest}>
          <IsoChip code={notice.citizenship} />
          <b className="cut">{notice.displayName}</b>
          <span className="dim">{notice.room}</span>
        </p>
        <KindMark notice={notice} />
        <Tag icon={look.icon} tone={look.tone} wraps>
          {look.text}
        </Tag>
        <p>{waiting.meaning}</p>
        {notice.state === 'duplicate' && (
          <DuplicateDecision key={notice.id} notice={notice} isOpened={isDeciding} onDecided={onDecided} />
        )}
        {notice.state === 'unknown' && (
          <UnknownStory
            key={notice.id}
            notice={notice}
            calls={calls}
            standing={standing}
            isOpened={isDeciding}
            isBusy={isBusy}
            onAsk={onAsk}
            onDecided={onDecided}
          />
        )}
        <dl className={styles.facts}>
          {!hasOwnStory(notice) && (
            <div>
              <dt>{say('queue.why.next')}</dt>
              <dd>
                <b>{waiting.next}</b> <span className="dim">{waiting.nextNote}</span>
              </dd>
            </div>
          )}
          <div>
            <dt>{say('queue.deadline.lead')}</dt>
            <dd>{waiting.deadline}</dd>
          </div>
        </dl>
        {detail === undefined && error !== null && <Awaited error={error} onRetry={() => void refetch()} />}
        {detail !== undefined && <GuestChain detail={detail} currentId={notice.id} standing={standing} />}
        {detail !== undefined && (calls.length > 0 || !isFiledByHand(standing.channel)) && (
          <AttemptsList calls={calls} isUnderWay={notice.state === 'sending'} standing={standing} />
        )}
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

/** What happens next stands in a box of its own. */
function hasOwnStory({ state }: Pick<Notice, 'state'>): boolean {
  return state === 'duplicate' || state === 'unknown'
}

/** A clerk may file a complete notice himself at any time, whatever the channel: the lease keeps the machine's hands off it. */
export function canBeTaken({ state, lease, paper }: Pick<Notice, 'state' | 'lease' | 'paper'>): boolean {
  if (paper !== undefined) return false
  return state === 'ready' || state === 'handover' || (state === 'leased' && lease?.isMine === true)
}
