import { useCallback, useState } from 'react'
import { dayMonth } from '#shared/i18n/dates.ts'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useMayNot } from '../../client/use-may.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { IsoChip } from '../../components/iso-chip.tsx'
import { join } from '../../components/join.ts'
import { Kbd } from '../../components/kbd.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { Tag } from '../../components/tag.tsx'
import { UnreadPanel } from '../../components/unread-panel.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ActionFailure } from '../../notices/action-failure.tsx'
import { useNoticeActions } from '../../notices/use-notice-actions.ts'
import { ActBar } from './acts/act-bar.tsx'
import { ActPanel } from './acts/act-panel.tsx'
import { isCancelled, type StayAct } from './acts/stay-acts.ts'
import { UndoBand } from './acts/undo-band.tsx'
import { useMayUndo } from './acts/use-act-permit.ts'
import { useActsOfGuest } from './acts/use-acts-of-guest.ts'
import { CardPanel } from './card/card-panel.tsx'
import { ChainPanel } from './chain/chain-panel.tsx'
import { DuplicatePanel } from './chain/duplicate-panel.tsx'
import { ClocksPanel } from './clocks/clocks-panel.tsx'
import { Companions, EarlierStays } from './companions.tsx'
import { DeadlinePanel } from './deadline-panel.tsx'
import { Decide } from './decide.tsx'
import { EvidencePanel } from './evidence/evidence-panel.tsx'
import { DocumentsPanel, StayPanel } from './facts-panels.tsx'
import { FormPanel } from './form-panel.tsx'
import { canBeReopened, closings, needsFields, takesProof } from './guest-acts.ts'
import { type FormField, type GuestDetail, isChanged } from './guest-form.ts'
import styles from './guest-view.module.css'
import { CasePanel } from './lost-passport/case-panel.tsx'
import { ClosedCases } from './lost-passport/closed-cases.tsx'
import { OpenForm } from './lost-passport/open-form.tsx'
import { useLossOfGuest } from './lost-passport/use-loss-of-guest.ts'
import { NoticePanel } from './notice-panel.tsx'
import { PhotoPanel } from './photo-panel.tsx'
import { ProofPanel } from './proof-panel.tsx'
import { useGuestDraft } from './use-guest-draft.ts'
import { useGuestKeys } from './use-guest-keys.ts'
import { useReceipt } from './use-receipt.ts'

interface GuestViewProps {
  readonly detail: GuestDetail
}

export function GuestView({ detail }: GuestViewProps) {
  const { say, language } = useWords()
  const { notice, followUps, departedOn } = detail
  const actions = useNoticeActions()
  const receipt = useReceipt()
  const acts = useActsOfGuest(detail)
  const draft = useGuestDraft(detail)
  const loss = useLossOfGuest(detail)
  const mayUndo = useMayUndo(acts.undo.undo)
  const mayFile = useMayNot('notice.file_by_hand') === null
  const mayProve = useMayNot('report.read') === null
  const mayPrint = useMayNot('register.write') === null
  const [showsNumber, setShowsNumber] = useState(false)
  const [wasAskedToEdit, setEditing] = useState(false)
  const [wanted, setWanted] = useState<{ readonly field: FormField } | null>(null)
  const canEdit = acts.permit.acts.includes('correct')
  const isEditing = canEdit && acts.open === null && (needsFields(notice) || wasAskedToEdit || isChanged(draft.changes))
  const action = actions.actionOf(notice)
  // What the service says it has already is decided on this screen.
  const canActHere = notice.state !== 'duplicate' && ('do' in action.step || !action.step.go.startsWith('/guest/'))
  const duplicates = [notice, ...followUps.map((followUp) => followUp.notice)].filter(({ state }) => state === 'duplicate')
  const hasAside =
    mayProve ||
    mayPrint ||
    loss.closed.length > 0 ||
    detail.duties.length > 0 ||
    detail.regime !== null ||
    takesProof(notice) ||
    canBeReopened(notice) ||
    closings(notice).length + detail.companions.length + detail.earlierStays.length > 0
  const newest = followUps.findLast(({ receipts }) => receipts.length > 0)?.receipts[0] ?? detail.receipts[0]
  function fill(field: FormField): void {
    setEditing(true)
    setWanted({ field })
  }

  const { start, close } = acts
  const edit = useCallback(() => {
    close()
    setEditing(true)
  }, [close])
  const onAct = (act: StayAct) => (act === 'correct' ? edit() : acts.open === act ? close() : start(act))

  useGuestKeys({
    noticeId: notice.id,
    receiptId: newest?.id ?? null,
    canEdit,
    acts: acts.formActs,
    canUndo: mayUndo && acts.undo.undo !== null,
    onReceipt: receipt.open,
    onShowNumber: () => setShowsNumber((shows) => !shows),
    onEdit: edit,
    onAct: start,
    onUndo: acts.undo.run,
    onEscape: close,
  })

  function stopEditing(): void {
    setEditing(false)
    setWanted(null)
  }

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
          {notice.state !== 'cancelled' && isCancelled(detail) && (
            <Tag icon="close" tone="quiet">
              {say('guestActs.withdrawn')}
            </Tag>
          )}
          {departedOn !== null && (
            <Tag icon="depart" tone="quiet">
              {say('guestActs.departed', { day: dayMonth(departedOn, language) })}
            </Tag>
          )}
        </span>
      }
      acts={
        <>
          <ActBar notice={notice} acts={acts.permit.acts} open={isEditing ? 'correct' : acts.open} onAct={onAct} />
          {canActHere && (
            <Button look="main" disabled={actions.isBusy} onClick={() => actions.act(notice)}>
              {say(`today.actions.${action.word}`)}
            </Button>
          )}
        </>
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
      {acts.permit.reasons.map((reason) => (
        <p key={reason} className={styles.blocked}>
          <Icon name="lock" />
          {reason}
        </p>
      ))}
      <UndoBand done={acts.done} act={acts.undo} mayUndo={mayUndo} />
      {acts.open !== null && (
        <ActPanel
          key={acts.open}
          detail={detail}
          act={acts.open}
          onClose={close}
          onDone={(read, tells) => acts.open !== null && acts.finish(acts.open, read, tells)}
        />
      )}
      <DeadlinePanel detail={detail} />
      <div className={join(styles.columns, !hasAside && styles.withoutAside)}>
        <div className={styles.column}>
          <StayPanel detail={detail} />
          <DocumentsPanel detail={detail} showsNumber={showsNumber} onLost={loss.report} />
          <PhotoPanel noticeId={notice.id} />
        </div>
        <div className={styles.column}>
          {isEditing && (
            <FormPanel
              detail={detail}
              draft={draft}
              showsNumber={showsNumber}
              takesFocus={wasAskedToEdit || !draft.kept.wasKept}
              wanted={wanted}
              canClose={!needsFields(notice)}
              onClose={stopEditing}
              onSaved={(tells) => {
                stopEditing()
                acts.finish('correct', null, tells)
              }}
            />
          )}
          {loss.unread !== null && <UnreadPanel title={say('lostPassport.title')} icon="alert" {...loss.unread} />}
          {loss.isReporting && <OpenForm detail={detail} takesFocus={loss.wasAsked} onClose={loss.leave} />}
          {loss.open !== undefined && (
            <CasePanel
              loss={loss.open}
              detail={detail}
              showsNumber={showsNumber}
              onEnterDocument={canEdit ? () => fill('documentNumber') : null}
            />
          )}
          {duplicates.map((duplicate) => (
            <DuplicatePanel key={duplicate.id} notice={duplicate} onDecided={acts.say} />
          ))}
          <ChainPanel detail={detail} actions={actions} receipt={receipt} mayAct={mayFile} />
          <NoticePanel detail={detail} receipt={receipt} newestReceiptId={newest?.id ?? null} />
        </div>
        {hasAside && (
          <div className={styles.column}>
            <ProofPanel notice={notice} />
            <ClocksPanel detail={detail} onFill={canEdit ? fill : null} />
            <CardPanel noticeId={notice.id} />
            <ClosedCases noticeId={notice.id} cases={loss.closed} canReopen={loss.open === undefined} />
            <Companions notices={detail.companions} />
            <EarlierStays stays={detail.earlierStays} />
            <Decide detail={detail} />
            <EvidencePanel noticeId={notice.id} />
          </div>
        )}
      </div>
    </ScreenFrame>
  )
}
