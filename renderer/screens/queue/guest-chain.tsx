import type { Notice } from '#shared/contract/schemas.ts'
import { Icon } from '../../components/icon.tsx'
import { join } from '../../components/join.ts'
import { lookOf } from '../../components/tone.ts'
import { useWords } from '../../i18n/use-words.ts'
import tones from '../../styles/tones.module.css'
import type { GuestDetail } from './attempts.ts'
import styles from './guest-chain.module.css'
import { KIND_ICONS } from './kind-mark.tsx'
import type { Standing } from './standing.ts'
import { stateInQueue } from './state-look.ts'

interface GuestChainProps {
  readonly detail: GuestDetail
  readonly currentId: string
  readonly standing: Standing
}

/** All notices about one guest in the order the service hears them, and what has been entered and is not told yet. */
export function GuestChain({ detail, currentId, standing }: GuestChainProps) {
  const words = useWords()
  const { say } = words
  const chain: readonly Notice[] = [detail.notice, ...detail.followUps.map(({ notice }) => notice)]
  const { waitingNews } = detail.notice
  if (chain.length === 1 && waitingNews.length === 0) return null
  const news = waitingNews
    .map(({ kind, by }) => say('line.chain.newsBy', { news: say(`line.news.${kind}`), name: by }))
    .join(', ')
  return (
    <section className={styles.chain} aria-label={say('line.chain.title')}>
      <h3>{say('line.chain.title')}</h3>
      <ol>
        {chain.map((notice) => (
          <li key={notice.id} aria-current={notice.id === currentId ? 'true' : undefined}>
            <Icon name={KIND_ICONS[notice.kind]} />
            <span className="grow">{say(`queue.kindMarks.${notice.kind}`)}</span>
            <span className={join(styles.state, tones[lookOf(notice.state).tone])}>
              {stateInQueue(notice, standing, words).text}
            </span>
          </li>
        ))}
      </ol>
      {news !== '' && <p className="note">{say('line.chain.waits', { news })}</p>}
    </section>
  )
}
