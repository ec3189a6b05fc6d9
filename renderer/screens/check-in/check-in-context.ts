import { createContext, useContext } from 'react'
import type { MrzDocument } from '#shared/documents/mrz-reading.ts'
import type { CheckInForm, FormField, GuestForm } from './form-state.ts'
import type { ReadGuest, ReadStay } from './guest-facts.ts'
import type { Picture } from './picture/use-picture.ts'
import type { Returning } from './returning.ts'
import type { Rooming } from './rooming/use-rooming.ts'
import type { CheckInFormState } from './use-check-in-form.ts'
import type { PreviewState } from './use-preview.ts'
import type { RefusedField } from './use-saving.ts'

/** Where the cursor can be sent: a field, the scan box, the main act, or the first field that is still open. */
export type CursorTarget = FormField | 'act' | 'firstOpen'

/** All that the three panels show and do. */
export interface CheckInView extends CheckInFormState {
  readonly form: CheckInForm
  /** The guest on screen. */
  readonly guest: GuestForm
  readonly read: ReadGuest
  readonly stay: ReadStay
  /** The machine-readable lines that filled the guest; `null` = typed by hand. */
  readonly document: MrzDocument | null
  /** Required and empty, or not readable. */
  readonly open: ReadonlySet<FormField>
  /** The arrival lies ahead and no booking is named: it is not saved so. */
  readonly needsReservation: boolean
  readonly isBlank: boolean
  readonly refused: readonly RefusedField[]
  readonly preview: PreviewState
  /** Has been here before; `null` = not, or not known yet. */
  readonly returning: Returning | null
  takeReturning(): void
  readonly isLocked: boolean
  readonly rooming: Rooming
  /** Documents read from pictures. */
  readonly picture: Picture
  sendCursorTo(target: CursorTarget): void
  /** Takes a scan and puts the cursor where the clerk goes on: the first open field, or the box with what could not be read. */
  takeScan(text: string): void
}

export const CheckInContext = createContext<CheckInView | null>(null)

export function useCheckIn(): CheckInView {
  const view = useContext(CheckInContext)
  if (view === null) throw new Error('useCheckIn outside the check-in screen')
  return view
}
