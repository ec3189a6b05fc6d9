import { useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Notice } from '#shared/contract/schemas.ts'
import { readMrz } from '#shared/documents/read-mrz.ts'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useStatus } from '../../client/use-status.ts'
import { join } from '../../components/join.ts'
import { useWords } from '../../i18n/use-words.ts'
import { filingPath } from '../../notices/primary-action.ts'
import { useSavedCardKey } from '../../notices/use-registration-card.ts'
import { ActCell } from './act-cell.tsx'
import { CheckInContext, type CheckInView } from './check-in-context.ts'
import styles from './check-in-form.module.css'
import { CalendarFact, Summary, TitleActs } from './check-in-title.tsx'
import { ConfirmBand } from './confirm-band.tsx'
import { DocumentPanel } from './document-panel.tsx'
import type { DraftKeeper } from './draft-keeper.ts'
import { activeGuest, isBlankGuest, isPristine } from './form-state.ts'
import { isReservationOwed, openFields, type ReadStay, readForm, unreadFields } from './guest-facts.ts'
import { isNumberPutRight } from './picture/to-compare.ts'
import { UnkeptPhotos } from './picture/unkept-photos.tsx'
import { usePicture } from './picture/use-picture.ts'
import { usePictureSources } from './picture/use-picture-sources.ts'
import { takenFrom, useReturning } from './returning.ts'
import { PartyTable } from './rooming/party-table.tsx'
import { personState } from './rooming/person-state.ts'
import { roomOf } from './rooming/room-groups.ts'
import { RoomingPanel } from './rooming/rooming-panel.tsx'
import { looksLikeList, useRooming } from './rooming/use-rooming.ts'
import { useRoomingKeys } from './rooming/use-rooming-keys.ts'
import { SaveFailure } from './save-failure.tsx'
import { StayPanel } from './stay-panel.tsx'
import { useCheckInForm } from './use-check-in-form.ts'
import { useCheckInKeys } from './use-check-in-keys.ts'
import { useCursor } from './use-cursor.ts'
import { usePreview } from './use-preview.ts'
import { type RefusedField, standingRefusals, useSaving } from './use-saving.ts'

const NOBODY: readonly Notice[] = []
const NOTHING_REFUSED: readonly RefusedField[] = []
/** Guests in these states need nothing more of the clerk. */
const CLOSED: readonly string[] = ['saved', 'ready', 'not_required']

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
  const stayOfGuest = useMemo(() => inRoom(all.stay, roomOf(form, guest)), [all.stay, form, guest])
  const preview = usePreview(isBlank ? null : stayOfGuest.input, read.facts)
  const needsReservation = isReservationOwed(preview.preview, all.stay)
  const open = useMemo(() => openFields(guest, read, all.stay, needsReservation), [guest, read, all.stay, needsReservation])
  const returning = useReturning(preview, read.facts)
  const cursor = useCursor(page, open)
  const saving = useSaving({ keeper, acts, form, onSaved: (...saved) => void onSaved(...saved), onRefused: showRefused })
  const picture = usePicture(takeLines)
  const rooming = useRooming(state)
  const isDropping = usePictureSources(saving.isLocked || rooming.isOpen, picture.read)
  const unread = unreadFields(form, all)
  const isSaving = saving.state.kind === 'saving'
  const refused = saving.state.kind === 'failed' ? standingRefusals(saving.state.refused, form) : NOTHING_REFUSED
  const hasNothing = form.guests.every((one) => isBlankGuest(one) || one.isSaved)

  async function onSaved(notices: readonly Notice[], guestKeys: readonly string[]): Promise<void> {
    setSavedNotices(notices)
    const saved = notices.flatMap((notice, index) => ({ notice, key: guestKeys[index] ?? '' }))
    // A picture that was not kept is said here, before anything else is on screen.
    if (!(await picture.keep(saved))) return
    const next = status.property?.channel === 'assisted-portal' ? notices.find(({ state: now }) => now === 'ready') : undefined
    if (next === undefined) cursor.sendTo('scan')
    else navigate(filingPath(next.id))
  }

  function showRefused([first]: readonly RefusedField[]): void {
    if (first === undefined) return
    const whose = form.guests.findIndex(({ key }) => key === first.guestKey)
    if (whose !== -1) rooming.showGuest(whose)
    cursor.sendTo(first.field)
  }

  function save(): void {
    if (isSaving) return
    const [first] = unread
    if (rooming.isOpen) rooming.take()
    else if (first !== undefined && !form.wasAttempted) {
      rooming.showGuest(first.guest)
      cursor.sendTo(first.fields[0] ?? 'firstOpen')
    } else if (hasNothing) cursor.sendTo('scan')
    else if (needsReservation && preview.isCurrent && !form.wasAttempted) cursor.sendTo('reservation')
    else void saving.save(form, all)
  }

  function discard(): void {
    saving.forget()
    picture.forget()
    acts.discard()
    cursor.sendTo('scan')
  }

  function takeLines(text: string): string | null {
    if (saving.isLocked) return null
    const { outcome, guestKey } = acts.scan(text, 'picture')
    if (outcome.kind === 'refused') cursor.sendTo('scan')
    else cursor.sendTo(outcome.kind === 'visa' ? 'firstOpen' : 'isToCompare')
    return guestKey
  }

  function takeScan(text: string): void {
    if (looksLikeList(text)) {
      if (!saving.isLocked) rooming.readText(text)
      return
    }
    const { outcome } = acts.scan(text)
    rooming.showOne()
    const scanned = readMrz(text, today)
    // One look and an Enter, where an exchange may have satisfied the digit by chance.
    const isDoubtful = scanned.ok && isNumberPutRight(scanned.value) && outcome.kind !== 'visa'
    cursor.sendTo(outcome.kind === 'refused' ? 'scan' : isDoubtful ? 'documentNumber' : 'firstOpen')
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
        rooming.showOne()
        cursor.sendTo('scan')
      },
      addChild() {
        acts.addChild()
        rooming.showOne()
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
    refused,
    preview,
    returning,
    takeReturning,
    isLocked: saving.isLocked,
    picture,
    rooming,
    sendCursorTo: cursor.sendTo,
    takeScan,
  }
  const shownNotices = isPristine(form) ? savedNotices : NOBODY
  const cards = useSavedCardKey(
    shownNotices.map(({ id }) => id),
    true,
  )
  useCheckInKeys(view, save, discard)
  useRoomingKeys({ rooming, count: form.guests.length, isLocked: saving.isLocked, nextOpen: nextOpenGuest })

  function nextOpenGuest(): number | null {
    const isOpen = (index: number): boolean => {
      const [one, oneRead] = [form.guests[index], all.guests[index]]
      if (one === undefined || oneRead === undefined) return false
      const isRefused = refused.some(({ guestKey }) => guestKey === one.key)
      return !CLOSED.includes(personState(one, oneRead, all.stay, isRefused).kind)
    }
    const after = form.guests.map((_, step) => (form.active + 1 + step) % form.guests.length)
    return after.find(isOpen) ?? null
  }

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
        summary={<Summary savedNotices={shownNotices} cards={cards} />}
        acts={<TitleActs onDiscard={discard} />}
        fact={<CalendarFact />}
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in any field goes on to the next one that is still open */}
        <div ref={page} className={styles.page} onKeyDown={cursor.onKeyDown}>
          <UnkeptPhotos />
          {rooming.isOpen ? (
            <RoomingPanel rooming={rooming} />
          ) : rooming.showsTable ? (
            <PartyTable rooming={rooming} reads={all.guests} />
          ) : (
            <fieldset
              className={join(styles.panels, isDropping && styles.dropping)}
              disabled={saving.isLocked || guest.isSaved}
            >
              <legend className="sr">{say('checkIn.title')}</legend>
              <DocumentPanel />
              <StayPanel />
            </fieldset>
          )}
          {!rooming.isOpen && (
            <ConfirmBand
              failure={
                failure !== null && <SaveFailure {...failure} isSaving={isSaving} onRetry={() => void saving.save(form, all)} />
              }
            >
              <ActCell
                progress={saving.state.kind === 'saving' ? saving.state : null}
                unread={[...new Set(unread.flatMap(({ fields }) => fields))]}
                hasNothing={hasNothing}
                onSave={save}
              />
            </ConfirmBand>
          )}
        </div>
      </ScreenFrame>
    </CheckInContext>
  )
}

/** The stay as it is for a guest with a room of his own. */
function inRoom(stay: ReadStay, room: string): ReadStay {
  return stay.input === null ? stay : { ...stay, input: { ...stay.input, room: room === '' ? null : room } }
}
