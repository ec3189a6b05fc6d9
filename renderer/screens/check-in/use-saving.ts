import { useCallback, useState } from 'react'
import type { Notice } from '#shared/contract/schemas.ts'
import { useDesk } from '../../client/desk-context.tsx'
import { issuesOf } from '../../client/desk-failure.ts'
import type { DraftKeeper } from './draft-keeper.ts'
import { type CheckInForm, type FormField, isBlankGuest } from './form-state.ts'
import type { ReadForm } from './guest-facts.ts'
import { savedDespite } from './saving.ts'
import type { CheckInActs } from './use-check-in-form.ts'

/** What the desk did not take, and of whom; `guestKey` `null` = of the stay. */
export interface RefusedField {
  readonly guestKey: string | null
  readonly field: FormField
  readonly code: string
}

export type SavingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | {
      readonly kind: 'failed'
      readonly error: unknown
      readonly saved: 'no' | 'unknown'
      readonly refused: readonly RefusedField[]
    }

export interface Saving {
  readonly state: SavingState
  /** Nothing may be typed: it is being saved, or it is not known whether it was. */
  readonly isLocked: boolean
  save(form: CheckInForm, read: ReadForm): Promise<void>
  forget(): void
}

interface SavingOptions {
  readonly keeper: DraftKeeper
  readonly acts: CheckInActs
  readonly form: CheckInForm
  readonly onSaved: (notices: readonly Notice[]) => void
  readonly onRefused: (fields: readonly RefusedField[]) => void
}

/**
 * One check-in call for all guests, under the form's request id. Before it leaves, the draft says that it was tried: a page that dies
 * in between asks again under the same id instead of letting the clerk type somebody else over it.
 */
export function useSaving({ keeper, acts, form, onSaved, onRefused }: SavingOptions): Saving {
  const { client } = useDesk()
  const [state, setState] = useState<SavingState>({ kind: 'idle' })

  async function save(now: CheckInForm, read: ReadForm): Promise<void> {
    const { input } = read.stay
    const indices = now.guests.flatMap((guest, index) => (isBlankGuest(guest) ? [] : [index]))
    const guests = indices.flatMap((index) => read.guests[index]?.facts ?? [])
    if (input === null || guests.length === 0) return
    setState({ kind: 'saving' })
    await keeper.keepNow(acts.setAttempted(true))
    try {
      const { notices } = await client.checkIn.create({ requestId: now.requestId, stay: input, guests })
      acts.startAfresh()
      setState({ kind: 'idle' })
      onSaved(notices)
    } catch (error) {
      const saved = savedDespite(error)
      if (saved === 'no') acts.setAttempted(false)
      const keys = indices.map((index) => now.guests[index]?.key ?? '')
      const refused = refusedFields(error, keys)
      setState({ kind: 'failed', error, saved, refused })
      onRefused(refused)
    }
  }

  const forget = useCallback(() => setState({ kind: 'idle' }), [])
  return { state, isLocked: state.kind === 'saving' || form.wasAttempted, save, forget }
}

/** An arrival ahead of now that names no booking. */
const NEEDS_RESERVATION = 'future_needs_reservation'

const FIELD_OF_STAY: Readonly<Record<string, FormField>> = {
  arrivalAt: 'arrivalDate',
  departureDate: 'departure',
  room: 'room',
  reservation: 'reservation',
}

/** `guests.1.birthDate` is the second guest sent; `guestKeys` says which one of the form that was. */
export function refusedFields(error: unknown, guestKeys: readonly string[]): readonly RefusedField[] {
  return issuesOf(error).flatMap(({ path, code }): RefusedField[] => {
    const [area, first = '', second = ''] = path.split('.')
    if (area === 'stay') {
      // The day may be right: what is missing is the booking.
      const field = code === NEEDS_RESERVATION ? 'reservation' : FIELD_OF_STAY[first]
      return field === undefined ? [] : [{ guestKey: null, field, code }]
    }
    const guestKey = guestKeys[Number(first)]
    return area === 'guests' && guestKey !== undefined ? [{ guestKey, field: second as FormField, code }] : []
  })
}
