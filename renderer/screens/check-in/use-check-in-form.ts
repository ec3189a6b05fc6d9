import { useCallback, useEffect, useMemo, useState } from 'react'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { numericDay } from '#shared/i18n/dates.ts'
import { localDateTimeOf } from '#shared/regulation/local-time.ts'
import { useDeskNow } from '../../client/use-desk-now.ts'
import { useStatus, useZone } from '../../client/use-status.ts'
import type { DraftKeeper } from './draft-keeper.ts'
import {
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
import { type ScanOutcome, takeScan } from './take-scan.ts'

export interface CheckInActs {
  /** Something typed into the guest on screen. */
  setGuest(patch: Partial<GuestForm>): void
  setStay(patch: Partial<StayForm>): void
  /** Fills several fields of the guest at once; can be taken back. */
  fillGuest(patch: Partial<GuestForm>): void
  /** Fills the form from what a scanner typed or a clerk pasted; a text that is no machine-readable zone stays in the scan box. */
  scan(text: string): ScanOutcome
  show(index: number): void
  addGuest(): void
  addChild(): void
  remove(index: number): void
  discard(): void
  takeBack(): void
  /** After a check-in is on disk: an empty form for the next one. */
  startAfresh(): void
  setAttempted(wasAttempted: boolean): CheckInForm
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
    scan(text) {
      const taken = takeScan(form, text, today, newId)
      if (taken.outcome.kind === 'refused') {
        type((now) => changeGuest(now, { scan: text }))
        setOutcome(taken.outcome)
      } else step(() => taken.form, taken.outcome)
      return taken.outcome
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
  }
  return { form, canTakeBack: history.steps.length > 0 && !form.wasAttempted, outcome, wasDiscarded, acts }
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
