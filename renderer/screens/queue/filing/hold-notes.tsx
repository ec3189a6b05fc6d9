import { useMemo } from 'react'
import { atTime, localTime } from '#shared/i18n/dates.ts'
import { useDeskNow } from '../../../client/use-desk-now.ts'
import { useZone } from '../../../client/use-status.ts'
import type { Command } from '../../../commands/command.ts'
import { useCommands } from '../../../commands/use-commands.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { join } from '../../../components/join.ts'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { minutesUntil } from '../standing.ts'
import { BreakLease } from './break-lease.tsx'
import styles from './hold-notes.module.css'
import { lossInWords } from './hold-words.ts'
import { ASK_BELOW_MINUTES } from './lease-renewal.ts'
import type { Hold } from './use-filing.ts'

interface NotOursProps {
  readonly noticeId: string
  readonly hold: Hold
  readonly onTry: () => void
  readonly onClose: () => void
}

/** The guest cannot be had: a colleague is at it, or the desk said no. */
export function NotOurs({ noticeId, hold, onTry, onClose }: NotOursProps) {
  const { say, language } = useWords()
  useCommands(
    useMemo<readonly Command[]>(
      () => [{ id: 'filing.close', name: say('queue.keys.back'), shortcut: { code: 'Escape' }, inFooter: true, run: onClose }],
      [say, onClose],
    ),
  )
  const zone = useZone()
  if (hold.kind === 'failed')
    return (
      <div className={styles.note}>
        <ErrorPanel error={hold.error}>
          <Button isSmall onClick={onTry}>
            {say('common.retry')}
          </Button>
          <Button isSmall look="bare" onClick={onClose}>
            {say('queue.done.back')}
          </Button>
        </ErrorPanel>
      </div>
    )
  if (hold.kind !== 'taken') return null
  return (
    <div className={styles.note}>
      <div role="alert" className={styles.text}>
        <HoldTag hold={hold} />
        <p>{say('queue.filing.takenByText', { at: atTime(localTime(hold.until, zone), language) })}</p>
      </div>
      <div className={styles.acts}>
        <Button isSmall onClick={onTry}>
          {say('queue.filing.tryAgain')}
        </Button>
        <Button isSmall look="bare" shortcut="Esc" onClick={onClose}>
          {say('queue.done.back')}
        </Button>
      </div>
      <BreakLease noticeId={noticeId} heldBy={hold.by} onBroken={onTry} />
    </div>
  )
}

interface LostProps {
  readonly hold: Hold
  readonly onTry: () => void
}

/** What happened to the guest that was ours. What was entered stays, but nothing can be recorded until he is ours again. */
export function Lost({ hold, onTry }: LostProps) {
  const words = useWords()
  const { say, language } = words
  const zone = useZone()
  if (hold.kind === 'taking' || hold.kind === 'mine') return null
  const sentences =
    hold.kind === 'taken'
      ? [say('queue.filing.takenByText', { at: atTime(localTime(hold.until, zone), language) })]
      : hold.kind === 'lost' && hold.holder !== undefined
        ? lossInWords(hold.holder, zone, words)
        : [say('queue.filing.lostText')]
  return (
    <div className={join(styles.note, styles.lost)} role="alert">
      {hold.kind === 'failed' ? (
        <ErrorPanel error={hold.error} />
      ) : (
        <p>
          <b>{say('queue.filing.lost')}.</b> {sentences.join(' ')}
        </p>
      )}
      <Button isSmall onClick={onTry}>
        {say('queue.filing.takeAgain')}
      </Button>
    </div>
  )
}

/** Who has the guest, and for how long yet. */
export function HoldTag({ hold }: { readonly hold: Hold }) {
  const { say } = useWords()
  const now = useDeskNow()
  if (hold.kind !== 'mine' && hold.kind !== 'taken') return null
  const minutes = minutesUntil(hold.until, now)
  if (hold.kind === 'mine' && minutes < ASK_BELOW_MINUTES)
    return (
      <Tag icon="clock" tone="today" wraps>
        {say('filing.lease.idle', { minutes })}
      </Tag>
    )
  return (
    <Tag icon="user" tone="handover" wraps>
      {hold.kind === 'mine' ? say('queue.filing.mine', { minutes }) : say('queue.filing.takenBy', { name: hold.by, minutes })}
    </Tag>
  )
}
