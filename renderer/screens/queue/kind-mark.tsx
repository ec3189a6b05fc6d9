import type { Notice } from '#shared/contract/schemas.ts'
import type { NoticeKind } from '#shared/domain/notification.ts'
import { Icon, type IconName } from '../../components/icon.tsx'
import { useWords } from '../../i18n/use-words.ts'
import styles from './kind-mark.module.css'

/** How each kind of notice is drawn. */
export const KIND_ICONS: Readonly<Record<NoticeKind, IconName>> = {
  arrival: 'arrive',
  correction: 'pen',
  extension: 'bed',
  departure: 'depart',
  cancellation: 'close',
}

/** What a follow-up is and after what it goes; nothing for an arrival, which most are. */
export function KindMark({ notice: { kind } }: { readonly notice: Pick<Notice, 'kind'> }) {
  const { say } = useWords()
  if (kind === 'arrival') return null
  return (
    <span className={styles.mark}>
      <Icon name={KIND_ICONS[kind]} />
      <b>{say(`queue.kindMarks.${kind}`)}</b>
      <span className={styles.after}>{say('queue.follows')}</span>
    </span>
  )
}
