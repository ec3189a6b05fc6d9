import { useMemo, useRef, useState } from 'react'
import type { Notice } from '#shared/contract/schemas.ts'
import { Button } from '../../../components/button.tsx'
import { Panel } from '../../../components/panel.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { CardButton } from '../../../notices/card-button.tsx'
import { ProofForm } from '../../../notices/proof-form.tsx'
import { useSavedCardKey } from '../../../notices/use-registration-card.ts'
import { CopyList } from './copy-list.tsx'
import { DonePanel } from './done-panel.tsx'
import styles from './filing-panel.module.css'
import { type FillSheet, fillRows } from './fill-rows.ts'
import { FoundReceipt } from './found-receipt.tsx'
import { HandOverButton } from './hand-over-button.tsx'
import { HoldTag, Lost, NotOurs } from './hold-notes.tsx'
import { PortalRow } from './portal-row.tsx'
import { useCopying } from './use-copying.ts'
import { type Filing, useFiling } from './use-filing.ts'
import { useFilingKeys } from './use-filing-keys.ts'
import { isWatched, useFoundReceipt } from './use-found-receipt.ts'

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
        <NotOurs noticeId={noticeId} hold={hold} onTry={filing.takeAgain} onClose={onClose} />
      ) : (
        <Sheet
          // Another portal is another form: nothing of it has been copied yet.
          key={sheet.portal.id}
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
  const { id: noticeId, displayName } = sheet.notice
  const finding = useFoundReceipt({ noticeId, portal: sheet.portal.id, isMine, onAccepted })
  const isAsked = (finding.found?.offer ?? null) !== null
  const cards = useSavedCardKey([noticeId], false)
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
        <div className={styles.links}>
          <b>{displayName}</b>
          <HoldTag hold={filing.hold} />
        </div>
        {!isAsked && (copying.current === null || copying.copied.size === 0) && (
          <p>{copying.current === null ? say('queue.filing.allCopied') : say('queue.filing.intro')}</p>
        )}
        <PortalRow sheet={sheet} onChoose={filing.choosePortal} />
      </div>
      {!isMine && <Lost hold={filing.hold} onTry={filing.takeAgain} />}
      <CopyList rows={rows} copying={copying} showsNumbers={showsNumbers} portal={sheet.portal} />
      <div className={styles.proof}>
        <FoundReceipt finding={finding} guestName={displayName} />
        <ProofForm
          noticeId={noticeId}
          portal={sheet.portal.id}
          isShut={!isMine}
          isBrief={isAsked}
          hint={isWatched(finding.found) ? say('filing.found.watching') : undefined}
          referenceInput={reference}
          onAccepted={onAccepted}
        />
        <div className={styles.leave}>
          <CardButton cards={cards} count={1} />
          <HandOverButton noticeId={noticeId} onDone={onHandedOver} />
          <Button isSmall look="bare" shortcut="Esc" onClick={onClose}>
            {say('queue.filing.putOff')}
          </Button>
        </div>
      </div>
    </>
  )
}
