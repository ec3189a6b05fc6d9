import { useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Notice } from '#shared/contract/schemas.ts'
import { readMrz } from '#shared/documents/read-mrz.ts'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useStatus } from '../../client/use-status.ts'
import { useWords } from '../../i18n/use-words.ts'
import { filingPath } from '../../notices/primary-action.ts'
import { ActCell } from './act-cell.tsx'
import { CheckInContext, type CheckInView } from './check-in-context.ts'
import styles from './check-in-form.module.css'
import { CalendarFact, Summary, TitleActs } from './check-in-title.tsx'
import { ConfirmBand } from './confirm-band.tsx'
import { DocumentPanel } from './document-panel.tsx'
import type { DraftKeeper } from './draft-keeper.ts'
import { activeGuest, isBlankGuest, isPristine } from './form-state.ts'
import { isReservationOwed, openFields, readForm, unreadFields } from './guest-facts.ts'
import { takenFrom, useReturning } from './returning.ts'
import { SaveFailure } from './save-failure.tsx'
import { StayPanel } from './stay-panel.tsx'
import { useCheckInForm } from './use-check-in-form.ts'
import { useCheckInKeys } from './use-check-in-keys.ts'
import { useCursor } from './use-cursor.ts'
import { usePreview } from './use-preview.ts'
import { type RefusedField, useSaving } from './use-saving.ts'

interface CheckInFormProps {
  readonly keeper: DraftKeeper
}

export function CheckInForm({ keeper }: CheckInFormProps) {
  const { say } = useWords()
  const status = useStatus()
  const today = status.businessDate
  const [, navigate] = useLocation()
  const [savedNotices, setSavedNotices] = useState<readonly Notice[]>([])
  const state = useCheckInForm(keeper)
  const { form, acts } = state
  const page = useRef<HTMLDivElement>(null)

  const guest = activeGuest(form)
  const all = useMemo(() => readForm(form, today), [form, today])
  const read = all.guests[form.active] ?? all.guests[0]
  if (read === undefined) throw new Error('A check-in has at least one guest')
  const reading = useMemo(() => (guest.mrz === null ? null : readMrz(guest.mrz, today)), [guest.mrz, today])
  const isBlank = isBlankGuest(guest)
  const preview = usePreview(isBlank ? null : all.stay.input, read.facts)
  const needsReservation = isReservationOwed(preview.preview, all.stay)
  const open = useMemo(() => openFields(guest, read, all.stay, needsReservation), [guest, read, all.stay, needsReservation])
  const returning = useReturning(preview, read.facts)
  const cursor = useCursor(page, open)
  const saving = useSaving({ keeper, acts, form, onSaved, onRefused: showRefused })
  const unread = unreadFields(form, all)
  const isSaving = saving.state.kind === 'saving'
  const hasNothing = form.guests.every(isBlankGuest)

  function onSaved(notices: readonly Notice[]): void {
    setSavedNotices(notices)
    const next = status.property?.channel === 'assisted-portal' ? notices.find(({ state: now }) => now === 'ready') : undefined
    if (next === undefined) cursor.sendTo('scan')
    else navigate(filingPath(next.id))
  }

  function showRefused([first]: readonly RefusedField[]): void {
    if (first === undefined) return
    const whose = form.guests.findIndex(({ key }) => key === first.guestKey)
    if (whose !== -1) acts.show(whose)
    cursor.sendTo(first.field)
  }

  function save(): void {
    if (isSaving) return
    const [first] = unread
    if (first !== undefined && !form.wasAttempted) {
      acts.show(first.guest)
      cursor.sendTo(first.fields[0] ?? 'firstOpen')
    } else if (hasNothing) cursor.sendTo('scan')
    else if (needsReservation && preview.isCurrent && !form.wasAttempted) cursor.sendTo('reservation')
    else void saving.save(form, all)
  }

  function discard(): void {
    saving.forget()
    acts.discard()
    cursor.sendTo('scan')
  }

  function takeScan(text: string): void {
    const outcome = acts.scan(text)
    cursor.sendTo(outcome.kind === 'refused' ? 'scan' : 'firstOpen')
  }

  function takeReturning(): void {
    if (returning === null) return
    acts.fillGuest(takenFrom(returning, guest))
    cursor.sendTo('firstOpen')
  }

  const view: CheckInView = {
    ...state,
    acts: {
      ...acts,
      addGuest() {
        acts.addGuest()
        cursor.sendTo('scan')
      },
      addChild() {
        acts.addChild()
        cursor.sendTo('surname')
      },
    },
    guest,
    read,
    stay: all.stay,
    document: reading?.ok === true ? reading.value : null,
    open,
    needsReservation,
    isBlank,
    refused: saving.state.kind === 'failed' ? saving.state.refused : [],
    preview,
    returning,
    takeReturning,
    isLocked: saving.isLocked,
    sendCursorTo: cursor.sendTo,
    takeScan,
  }
  useCheckInKeys(view, save)

  const failure =
    saving.state.kind === 'failed'
      ? saving.state
      : form.wasAttempted && saving.state.kind === 'idle'
        ? ({ error: null, saved: 'unknown' } as const)
        : null
  return (
    <CheckInContext value={view}>
      <ScreenFrame
        title={say('checkIn.title')}
        summary={<Summary savedNotices={isPristine(form) ? savedNotices : []} />}
        acts={<TitleActs onDiscard={discard} />}
        fact={<CalendarFact />}
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in any field goes on to the next one that is still open */}
        <div ref={page} className={styles.page} onKeyDown={cursor.onKeyDown}>
          <fieldset className={styles.panels} disabled={saving.isLocked}>
            <legend className="sr">{say('checkIn.title')}</legend>
            <DocumentPanel />
            <StayPanel />
          </fieldset>
          <ConfirmBand
            failure={
              failure !== null && <SaveFailure {...failure} isSaving={isSaving} onRetry={() => void saving.save(form, all)} />
            }
          >
            <ActCell
              isSaving={isSaving}
              unread={unread.flatMap(({ fields }) => fields)}
              hasNothing={hasNothing}
              onSave={save}
            />
          </ConfirmBand>
        </div>
      </ScreenFrame>
    </CheckInContext>
  )
}
