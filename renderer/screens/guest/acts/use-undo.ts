import { useMutation } from '@tanstack/react-query'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import type { GuestDetail } from '../guest-form.ts'
import { type Undo, undoOf } from './stay-acts.ts'

export interface UndoAct {
  /** What can be taken back now; `null` = nothing, or it has been told already. */
  readonly undo: Undo | null
  run(): void
  readonly isBusy: boolean
  readonly error: unknown
}

/** Takes back what was entered last; `withParty` = it has just been entered for everybody of the stay, so it is taken back for them. */
export function useUndo(detail: GuestDetail, withParty: boolean, onDone: () => void): UndoAct {
  const { api } = useDesk()
  const staying = useMutation(api.guest.undoDeparture.mutationOptions())
  const coming = useMutation(api.guest.reopen.mutationOptions())
  const shortening = useMutation(api.guest.correct.mutationOptions())
  const all = [staying, coming, shortening]
  const undo = undoOf(detail)
  const { notice, facts, stay } = detail
  return {
    undo,
    run() {
      const named = { noticeId: notice.id, version: notice.version }
      const options = { onSuccess: onDone }
      if (undo?.kind === 'departure') staying.mutate({ ...named, withParty }, options)
      if (undo?.kind === 'cancellation') coming.mutate({ ...named, withParty }, options)
      if (undo?.kind === 'extension')
        shortening.mutate({ ...named, facts, departureDate: calendarDate(undo.departureDate), room: stay.room }, options)
    },
    isBusy: all.some(({ isPending }) => isPending),
    error: all.map(({ error }) => error).find((error) => error !== null) ?? null,
  }
}
