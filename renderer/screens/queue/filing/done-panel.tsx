import { useEffect, useMemo, useRef } from 'react'
import type { Notice } from '#shared/contract/schemas.ts'
import { useStatus } from '../../../client/use-status.ts'
import type { Command } from '../../../commands/command.ts'
import { useCommands } from '../../../commands/use-commands.ts'
import { Button, ButtonLink } from '../../../components/button.tsx'
import { ClockMark } from '../../../components/clock-mark.tsx'
import { IsoChip } from '../../../components/iso-chip.tsx'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { lastMoment } from '../../../i18n/moments.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { guestPath } from '../../../notices/primary-action.ts'
import styles from './done-panel.module.css'

interface DonePanelProps {
  readonly notice: Notice
  readonly next: Notice | undefined
  readonly onTakeNext: (notice: Notice) => void
  readonly onClose: () => void
}

/** Filed: what was kept as proof, and the next guest by deadline at one key. */
export function DonePanel({ notice, next, onTakeNext, onClose }: DonePanelProps) {
  const words = useWords()
  const { say } = words
  const status = useStatus()
  const nextButton = useRef<HTMLButtonElement>(null)
  useEffect(() => nextButton.current?.focus(), [])
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'filing.next',
          name: say('queue.done.takeNext'),
          shortcut: { code: 'Enter' },
          inFooter: true,
          isEnabled: () => next !== undefined,
          run: () => next !== undefined && onTakeNext(next),
        },
        { id: 'filing.close', name: say('queue.keys.back'), shortcut: { code: 'Escape' }, inFooter: true, run: onClose },
      ],
      [say, next, onTakeNext, onClose],
    ),
  )
  return (
    <Panel title={say('queue.done.title')} icon="ok" tone="accepted" isLoud className={styles.panel}>
      <div className={styles.text} role="status">
        <p className="strong">{notice.displayName}</p>
        {notice.reference !== null && <p>{say('queue.done.withNumber', { reference: notice.reference })}</p>}
        {notice.hasReceipt && <p>{say('queue.done.withReceipt')}</p>}
        <ButtonLink isSmall look="bare" href={`#${guestPath(notice.id)}`} className={styles.open}>
          {say('queue.done.open')}
        </ButtonLink>
      </div>
      <div className={styles.next}>
        <h3>{say('queue.done.next')}</h3>
        {next === undefined ? (
          <p className="sub">{say('queue.done.noNext')}</p>
        ) : (
          <>
            <p className={styles.guest}>
              <IsoChip code={next.citizenship} />
              <b className="cut">{next.displayName}</b>
              <span className="dim">{next.room}</span>
            </p>
            <Tag icon="clock" tone={lastMoment(next, status.businessDate, words).tone ?? 'quiet'}>
              {lastMoment(next, status.businessDate, words, status.property?.alarmReading).text}
            </Tag>
            <ClockMark basis={next} />
            <Button ref={nextButton} look="main" shortcut="Enter" onClick={() => onTakeNext(next)}>
              {say('queue.done.takeNext')}
            </Button>
          </>
        )}
        <Button look="bare" shortcut="Esc" onClick={onClose}>
          {say('queue.done.back')}
        </Button>
      </div>
    </Panel>
  )
}
