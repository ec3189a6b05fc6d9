import { useCallback, useEffect, useMemo, useState } from 'react'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { numericDay } from '#shared/i18n/dates.ts'
import { localDateTimeOf } from '#shared/regulation/local-time.ts'
import type { ReadList } from '#shared/rooming/read-list.ts'
import { useDeskNow } from '../../client/use-desk-now.ts'
import { useStatus, useZone } from '../../client/use-status.ts'
import type { BroughtList } from '../../lists/brought-list.ts'
import type { DraftKeeper } from './draft-keeper.ts'
import {
  activeGuest,
  addChild,
  addGuest,
  type CheckInForm,
  changeGuest,
  changeStay,
  emptyForm,
  type GuestForm,
  isPristine,
  removeGuest,
  type StayForm,
  showGuest,
} from './form-state.ts'
import { type FormHistory, stepped, takenBack, typed } from './history.ts'
import { type OwnStayWords, takeList } from './rooming/take-list.ts'
import { type ScanOutcome, type TakenScan, takeScan } from './take-scan.ts'

/** What a camera saw is not read until a person has compared it. */
type ScanSource = 'scan' | 'picture'

export interface ScanResult {
  readonly outcome: ScanOutcome
  /** Of the guest who is on screen then. */
  readonly guestKey: string
}

export interface CheckInActs {
  /** Something typed into the guest on screen. */
  setGuest(patch: Partial<GuestForm>): void
  setStay(patch: Partial<StayForm>): void
  /** Fills several fields of the guest at once; can be taken back. */
  fillGuest(patch: Partial<GuestForm>): void
  /** Fills the form from what a scanner typed or a clerk pasted; a text that is no machine-readable zone stays in the scan box. */
  scan(text: string, source?: ScanSource): ScanResult
  show(index: number): void
  addGuest(): void
  addChild(): void
  remove(index: number): void
  discard(): void
  takeBack(): void
  /** After a check-in is on disk: an empty form for the next one. */
  startAfresh(): void
  setAttempted(wasAttempted: boolean): CheckInForm
  /** These are on disk; the others are not yet. */
  markSaved(indices: readonly number[]): void
  /** No call is open any more: what is typed now goes under new request ids. */
  settle(): void
  /** A rooming list is brought in, looked at anew, or put away (`null`). */
  setList(list: BroughtList | null): void
  /** The people of the list become guests. */
  takeList(list: ReadList, words: OwnStayWords): void
  /** One purpose for all who have none. */
  setPurposeOfAll(purpose: GuestForm['purpose']): void
}

export interface CheckInFormState {
  readonly form: CheckInForm
  readonly canTakeBack: boolean
  /** What the last scan did, until the next step. */
  readonly outcome: ScanOutcome | null
  /** The last step threw the input away. */
  readonly wasDiscarded: boolean
  readonly acts: CheckInActs
}

/** The form, what can be done with it, and its draft. */
export function useCheckInForm(keeper: DraftKeeper): CheckInFormState {
  const today = useStatus().businessDate
  const arrival = useArrivalNow()
  const [history, setHistory] = useState<FormHistory>(() => ({ form: keeper.form ?? emptyForm(newId), steps: [] }))
  const [outcome, setOutcome] = useState<ScanOutcome | null>(null)
  const [wasDiscarded, setWasDiscarded] = useState(false)
  const form = useMemo(() => withArrival(history.form, arrival), [history.form, arrival])

  useEffect(() => keeper.keep(form), [keeper, form])

  const type = useCallback(
    (change: (form: CheckInForm) => CheckInForm) => {
      setHistory((now) => typed(now, settled(change(withArrival(now.form, arrival)))))
    },
    [arrival],
  )
  const step = useCallback(
    (change: (form: CheckInForm) => CheckInForm, result: ScanOutcome | null = null) => {
      setHistory((now) => stepped(now, settled(change(withArrival(now.form, arrival)))))
      setOutcome(result)
      setWasDiscarded(false)
    },
    [arrival],
  )

  const acts: CheckInActs = {
    setGuest: (patch) => type((now) => changeGuest(now, patch)),
    setStay: (patch) => type((now) => changeStay(now, patch)),
    fillGuest: (patch) => step((now) => changeGuest(now, patch)),
    scan(text, source = 'scan') {
      const scanned = takeScan(form, text, today, newId)
      const taken = source === 'picture' ? asSeenByCamera(scanned) : scanned
      if (taken.outcome.kind === 'refused') {
        type((now) => changeGuest(now, { scan: text }))
        setOutcome(taken.outcome)
      } else step(() => taken.form, taken.outcome)
      return { outcome: taken.outcome, guestKey: activeGuest(taken.form).key }
    },
    show: (index) => type((now) => showGuest(now, index)),
    addGuest: () => step((now) => addGuest(now, newId())),
    addChild: () => step((now) => addChild(now, newId())),
    remove: (index) => step((now) => removeGuest(now, index)),
    discard() {
      step(() => emptyForm(newId))
      setWasDiscarded(true)
    },
    takeBack() {
      setHistory(takenBack)
      setOutcome(null)
      setWasDiscarded(false)
    },
    startAfresh() {
      setHistory({ form: emptyForm(newId), steps: [] })
      setOutcome(null)
      setWasDiscarded(false)
    },
    setAttempted(wasAttempted) {
      const marked = { ...form, wasAttempted }
      setHistory((now) => typed(now, marked))
      return marked
    },
    markSaved(indices) {
      // What is on disk is not taken back: the steps before it are gone.
      setHistory(({ form: now }) => ({
        form: {
          ...now,
          guests: now.guests.map((guest, index) => (indices.includes(index) ? { ...guest, isSaved: true } : guest)),
        },
        steps: [],
      }))
    },
    settle: () =>
      type((now) => ({
        ...now,
        wasAttempted: false,
        requestId: now.guests.some(({ isSaved }) => isSaved) ? newId() : now.requestId,
      })),
    setList: (list) => step((now) => ({ ...now, list })),
    takeList: (list, words) => step((now) => takeList(now, list, words, newId)),
    setPurposeOfAll: (purpose) =>
      step((now) => ({
        ...now,
        guests: now.guests.map((guest) => (guest.isSaved || guest.purpose !== '' ? guest : { ...guest, purpose })),
      })),
  }
  return { form, canTakeBack: history.steps.length > 0 && !form.wasAttempted, outcome, wasDiscarded, acts }
}

/** A visa gives only what its check digits prove. */
function asSeenByCamera(taken: TakenScan): TakenScan {
  const { kind } = taken.outcome
  if (kind === 'refused' || kind === 'visa') return taken
  return { ...taken, form: changeGuest(taken.form, { isToCompare: true }) }
}

function newId(): string {
  return crypto.randomUUID()
}

type Arrival = Pick<StayForm, 'arrivalDate' | 'arrivalTime'>

/** The property's clock, as a clerk would type it. */
function useArrivalNow(): Arrival {
  const now = localDateTimeOf(Date.parse(useDeskNow()), useZone())
  return useMemo(() => ({ arrivalDate: numericDay(now.slice(0, 10) as CalendarDate), arrivalTime: now.slice(11, 16) }), [now])
}

/** An arrival nobody set is now. */
function withArrival(form: CheckInForm, arrival: Arrival): CheckInForm {
  return form.isArrivalNow ? { ...form, stay: { ...form.stay, ...arrival } } : form
}

/** With the first word about a guest the arrival stands still: the guest is at the counter. */
function settled(form: CheckInForm): CheckInForm {
  return form.isArrivalNow && !isPristine(form) ? { ...form, isArrivalNow: false } : form
}
