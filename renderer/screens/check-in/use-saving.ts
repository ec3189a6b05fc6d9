import { useCallback, useState } from 'react'
import type { Notice } from '#shared/contract/schemas.ts'
import { useDesk } from '../../client/desk-context.tsx'
import { issuesOf } from '../../client/desk-failure.ts'
import type { DraftKeeper } from './draft-keeper.ts'
import type { CheckInForm, FormField } from './form-state.ts'
import type { ReadForm } from './guest-facts.ts'
import { roomGroups } from './rooming/room-groups.ts'
import { savedDespite } from './saving.ts'
import type { CheckInActs } from './use-check-in-form.ts'

/** What the desk did not take, and of whom; `guestKey` `null` = of the stay. */
export interface RefusedField {
  readonly guestKey: string | null
  readonly field: FormField
  readonly code: string
  /** What stood in the field then: once something else stands there, the refusal says nothing any more. */
  readonly was: unknown
}

export type SavingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'failed'
      /** Of the last call that failed. */
      readonly error: unknown
      readonly saved: 'no' | 'unknown'
      readonly refused: readonly RefusedField[]
      /** Guests on disk by now, and the rooms whose guests are not; empty where the party has one room. */
      readonly savedCount: number
      readonly openRooms: readonly string[]
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
  /** `guestKeys`: whose notices they are, in the same order. */
  readonly onSaved: (notices: readonly Notice[], guestKeys: readonly string[]) => void
  readonly onRefused: (fields: readonly RefusedField[]) => void
}

/**
 * One check-in call for each room, one after the other, each under its own request id. Before the first leaves, the draft says that it was
 * tried: a page that dies in between asks again under the same ids instead of letting the clerk type somebody else over it. A room that is
 * refused holds no other back; where an answer is lost it stops, because what follows would be typed over a call nobody knows of.
 */
export function useSaving({ keeper, acts, form, onSaved, onRefused }: SavingOptions): Saving {
  const { client } = useDesk()
  const [state, setState] = useState<SavingState>({ kind: 'idle' })

  async function save(now: CheckInForm, read: ReadForm): Promise<void> {
    const { input } = read.stay
    const groups = roomGroups(now)
    if (input === null || groups.length === 0) return
    const total = groups.reduce((sum, { guests }) => sum + guests.length, 0)
    const notices: Notice[] = []
    const guestKeys: string[] = []
    const failures: { readonly room: string; readonly error: unknown; readonly refused: readonly RefusedField[] }[] = []
    let done = 0
    setState({ kind: 'saving', done, total })
    await keeper.keepNow(acts.setAttempted(true))
    for (const { room, requestId, guests: indices } of groups) {
      const guests = indices.flatMap((index) => read.guests[index]?.facts ?? [])
      const stay = { ...input, room: room === '' ? null : room }
      try {
        const answer = await client.checkIn.create({ requestId, stay, guests })
        notices.push(...answer.notices)
        guestKeys.push(...indices.map((index) => now.guests[index]?.key ?? ''))
        if (groups.length > 1) acts.markSaved(indices)
        done += indices.length
        setState({ kind: 'saving', done, total })
      } catch (error) {
        const keys = indices.map((index) => now.guests[index]?.key ?? '')
        failures.push({ room, error, refused: refusedFields(error, keys, now) })
        if (savedDespite(error) === 'unknown') return fail('unknown')
      }
    }
    if (failures.length > 0) return fail('no')
    acts.startAfresh()
    setState({ kind: 'idle' })
    onSaved(notices, guestKeys)

    function fail(saved: 'no' | 'unknown'): void {
      if (saved === 'no') acts.settle()
      const refused = failures.flatMap((failure) => failure.refused)
      const openRooms = groups.length > 1 ? failures.map(({ room }) => room) : []
      setState({ kind: 'failed', error: failures.at(-1)?.error, saved, refused, savedCount: done, openRooms })
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

/** `guests.1.birthDate` is the second guest sent; `guestKeys` says which one of the form that was, `form` what was sent. */
export function refusedFields(error: unknown, guestKeys: readonly string[], form: CheckInForm): readonly RefusedField[] {
  return issuesOf(error).flatMap(({ path, code }): RefusedField[] => {
    const [area, first = '', second = ''] = path.split('.')
    if (area === 'stay') {
      // The day may be right: what is missing is the booking.
      const field = code === NEEDS_RESERVATION ? 'reservation' : FIELD_OF_STAY[first]
      return field === undefined ? [] : [{ guestKey: null, field, code, was: textIn(form, null, field) }]
    }
    const guestKey = guestKeys[Number(first)]
    if (area !== 'guests' || guestKey === undefined) return []
    const field = second as FormField
    return [{ guestKey, field, code, was: textIn(form, guestKey, field) }]
  })
}

/** Refusals of what still stands in the form. */
export function standingRefusals(refused: readonly RefusedField[], form: CheckInForm): readonly RefusedField[] {
  return refused.filter(({ guestKey, field, was }) => textIn(form, guestKey, field) === was)
}

function textIn({ stay, guests }: CheckInForm, guestKey: string | null, field: FormField): unknown {
  const typed = guestKey === null ? stay : guests.find(({ key }) => key === guestKey)
  return (typed as Readonly<Partial<Record<FormField, unknown>>> | undefined)?.[field]
}
