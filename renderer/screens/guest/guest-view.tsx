import { useState } from 'react'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { IsoChip } from '../../components/iso-chip.tsx'
import { join } from '../../components/join.ts'
import { Kbd } from '../../components/kbd.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ActionFailure } from '../../notices/action-failure.tsx'
import { useNoticeActions } from '../../notices/use-notice-actions.ts'
import { ClocksPanel } from './clocks/clocks-panel.tsx'
import { Companions, EarlierStays } from './companions.tsx'
import { DeadlinePanel } from './deadline-panel.tsx'
import { Decide } from './decide.tsx'
import { DocumentsPanel, StayPanel } from './facts-panels.tsx'
import { FormPanel } from './form-panel.tsx'
import { canBeCorrected, canBeReopened, closings, needsFields, takesProof } from './guest-acts.ts'
import type { FormField, GuestDetail } from './guest-form.ts'
import styles from './guest-view.module.css'
import { NoticePanel } from './notice-panel.tsx'
import { ProofPanel } from './proof-panel.tsx'
import { useGuestKeys } from './use-guest-keys.ts'
import { useReceipt } from './use-receipt.ts'

interface GuestViewProps {
  readonly detail: GuestDetail
}

export function GuestView({ detail }: GuestViewProps) {
  const { say } = useWords()
  const { notice } = detail
  const actions = useNoticeActions()
  const receipt = useReceipt()
  const [showsNumber, setShowsNumber] = useState(false)
  const [wasAskedToEdit, setEditing] = useState(false)
  const [wanted, setWanted] = useState<{ readonly field: FormField } | null>(null)
  const canEdit = canBeCorrected(notice)
  const isEditing = canEdit && (needsFields(notice) || wasAskedToEdit)
  const action = actions.actionOf(notice)
  const canActHere = 'do' in action.step || !action.step.go.startsWith('/guest/')
  const hasAside =
    detail.duties.length > 0 ||
    detail.regime !== null ||
    takesProof(notice) ||
    canBeReopened(notice) ||
    closings(notice).length + detail.companions.length + detail.earlierStays.length > 0
  const newest = detail.receipts[0]
  function fill(field: FormField): void {
    setEditing(true)
    setWanted({ field })
  }

  useGuestKeys({
    noticeId: notice.id,
    receiptId: newest?.id ?? null,
    canEdit,
    onReceipt: receipt.open,
    onShowNumber: () => setShowsNumber((shows) => !shows),
    onEdit: () => setEditing(true),
  })

  return (
    <ScreenFrame
      title={
        <span className={styles.name}>
          {notice.displayName} <IsoChip code={notice.citizenship} />
        </span>
      }
      summary={
        <span className={styles.title}>
          {notice.room !== null && <span>{say('common.roomNumber', { room: notice.room })}</span>}
          <StateTag notice={notice} isPill />
        </span>
      }
      acts={
        canActHere && (
          <Button look="main" disabled={actions.isBusy} onClick={() => actions.act(notice)}>
            {say(`today.actions.${action.word}`)}
          </Button>
        )
      }
      fact={
        detail.facts.documentNumber !== null && (
          <span className={styles.fact}>
            <Icon name="lock" />
            {showsNumber ? say('guest.documents.shown') : say('guest.documents.hidden')}
            <Kbd>V</Kbd>
          </span>
        )
      }
    >
      <ActionFailure error={actions.error} onClose={actions.forgetError} />
      <DeadlinePanel detail={detail} />
      <div className={join(styles.columns, !hasAside && styles.withoutAside)}>
        <div className={styles.column}>
          <StayPanel detail={detail} onEdit={canEdit && !isEditing ? () => setEditing(true) : null} />
          <DocumentsPanel detail={detail} showsNumber={showsNumber} />
        </div>
        <div className={styles.column}>
          {isEditing && (
            <FormPanel
              detail={detail}
              wanted={wanted}
              canClose={!needsFields(notice)}
              onDone={() => {
                setEditing(false)
                setWanted(null)
              }}
            />
          )}
          <NoticePanel detail={detail} receipt={receipt} />
        </div>
        {hasAside && (
          <div className={styles.column}>
            <ProofPanel notice={notice} />
            <ClocksPanel detail={detail} onFill={canEdit ? fill : null} />
            <Companions notices={detail.companions} />
            <EarlierStays stays={detail.earlierStays} />
            <Decide notice={notice} />
          </div>
        )}
      </div>
    </ScreenFrame>
  )
}
