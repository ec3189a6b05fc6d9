import { useMemo, useRef, useState } from 'react'
import type { Notice } from '#shared/contract/schemas.ts'
import { atTime, localTime } from '#shared/i18n/dates.ts'
import { useDeskNow } from '../../../client/use-desk-now.ts'
import { useZone } from '../../../client/use-status.ts'
import type { Command } from '../../../commands/command.ts'
import { useCommands } from '../../../commands/use-commands.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { join } from '../../../components/join.ts'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ProofForm } from '../../../notices/proof-form.tsx'
import { minutesUntil } from '../standing.ts'
import { CopyList } from './copy-list.tsx'
import { DonePanel } from './done-panel.tsx'
import styles from './filing-panel.module.css'
import { type FillSheet, fillRows } from './fill-rows.ts'
import { HandOverButton } from './hand-over-button.tsx'
import { useCopying } from './use-copying.ts'
import { type Filing, type Hold, useFiling } from './use-filing.ts'
import { useFilingKeys } from './use-filing-keys.ts'

interface FilingPanelProps {
  readonly noticeId: string
  /** The last moment in words with its colour, as in the row. */
  readonly moment: React.ReactNode
  /** Whom to file after this one. */
  readonly next: Notice | undefined
  readonly onTakeNext: (notice: Notice) => void
  readonly onClose: () => void
}

/** Filing by hand, side by side with the portal: the guest is held, his fields are taken one by one, the proof comes back. */
export function FilingPanel({ noticeId, moment, next, onTakeNext, onClose }: FilingPanelProps) {
  const { say } = useWords()
  const filing = useFiling(noticeId)
  const [accepted, setAccepted] = useState<Notice | null>(null)
  if (accepted !== null) return <DonePanel notice={accepted} next={next} onTakeNext={onTakeNext} onClose={onClose} />
  const { hold, sheet } = filing
  return (
    <Panel title={say('queue.filing.title')} aside={moment} className={styles.panel}>
      {sheet === null ? (
        <NotOurs hold={hold} onTry={filing.takeAgain} onClose={onClose} />
      ) : (
        <Sheet
          sheet={sheet}
          filing={filing}
          onAccepted={(notice) => {
            filing.settle()
            setAccepted(notice)
          }}
          onHandedOver={() => {
            filing.settle()
            onClose()
          }}
          onClose={onClose}
        />
      )}
    </Panel>
  )
}

interface SheetProps {
  readonly sheet: FillSheet
  readonly filing: Filing
  readonly onAccepted: (notice: Notice) => void
  readonly onHandedOver: () => void
  readonly onClose: () => void
}

function Sheet({ sheet, filing, onAccepted, onHandedOver, onClose }: SheetProps) {
  const { say } = useWords()
  const [showsNumbers, setShowsNumbers] = useState(false)
  const reference = useRef<HTMLInputElement>(null)
  const rows = useMemo(() => fillRows(sheet.fields), [sheet])
  const copying = useCopying(rows)
  const isMine = filing.hold.kind === 'mine'
  useFilingKeys({
    rows,
    copying,
    showsNumbers,
    onShowNumbers: () => setShowsNumbers((shows) => !shows),
    onReference: () => reference.current?.focus(),
    onClose,
  })
  return (
    <>
      <div className={styles.intro}>
        <p>
          <b>{sheet.notice.displayName}.</b> {copying.current === null && say('queue.filing.allCopied')}
          {copying.copied.size === 0 && say('queue.filing.intro')}
        </p>
        <div className={styles.links}>
          <a href={sheet.portal.url} target="_blank" rel="noreferrer" className="strong">
            {say('queue.filing.openPortal', { portal: sheet.portal.name })}
          </a>
          <HoldTag hold={filing.hold} />
        </div>
      </div>
      {!isMine && <Lost hold={filing.hold} onTry={filing.takeAgain} />}
      <CopyList rows={rows} copying={copying} showsNumbers={showsNumbers} isFormSure={sheet.portal.order === 'confirmed'} />
      <div className={styles.proof}>
        <ProofForm noticeId={sheet.notice.id} isShut={!isMine} referenceInput={reference} onAccepted={onAccepted} />
        <div className={styles.leave}>
          <HandOverButton noticeId={sheet.notice.id} onDone={onHandedOver} />
          <Button isSmall look="bare" shortcut="Esc" onClick={onClose}>
            {say('queue.filing.putOff')}
          </Button>
        </div>
      </div>
    </>
  )
}

/** The guest cannot be had: a colleague is at it, or the desk said no. */
function NotOurs({ hold, onTry, onClose }: { readonly hold: Hold; readonly onTry: () => void; readonly onClose: () => void }) {
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
      <div className={styles.notOurs}>
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
    <div className={styles.notOurs} role="alert">
      <HoldTag hold={hold} />
      <p>{say('queue.filing.takenByText', { at: atTime(localTime(hold.until, zone), language) })}</p>
      <div className={styles.acts}>
        <Button isSmall onClick={onTry}>
          {say('queue.filing.tryAgain')}
        </Button>
        <Button isSmall look="bare" shortcut="Esc" onClick={onClose}>
          {say('queue.done.back')}
        </Button>
      </div>
    </div>
  )
}

/** The fields stay, but nothing can be recorded until the guest is ours again. */
function Lost({ hold, onTry }: { readonly hold: Hold; readonly onTry: () => void }) {
  const { say, language } = useWords()
  const zone = useZone()
  if (hold.kind === 'taking' || hold.kind === 'mine') return null
  return (
    <div className={join(styles.notOurs, styles.lost)} role="alert">
      {hold.kind === 'failed' ? (
        <ErrorPanel error={hold.error} />
      ) : (
        <p>
          <b>{say('queue.filing.lost')}.</b>{' '}
          {hold.kind === 'taken'
            ? say('queue.filing.takenByText', { at: atTime(localTime(hold.until, zone), language) })
            : say('queue.filing.lostText')}
        </p>
      )}
      <Button isSmall onClick={onTry}>
        {say('queue.filing.takeAgain')}
      </Button>
    </div>
  )
}

/** Who has the guest, and for how long yet. */
function HoldTag({ hold }: { readonly hold: Hold }) {
  const { say } = useWords()
  const now = useDeskNow()
  if (hold.kind !== 'mine' && hold.kind !== 'taken') return null
  const minutes = minutesUntil(hold.until, now)
  return (
    <Tag icon="user" tone="handover" wraps>
      {hold.kind === 'mine' ? say('queue.filing.mine', { minutes }) : say('queue.filing.takenBy', { name: hold.by, minutes })}
    </Tag>
  )
}
