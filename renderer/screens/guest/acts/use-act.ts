import { useMutation } from '@tanstack/react-query'
import type { Notice, ToldNotice } from '#shared/contract/schemas.ts'
import type { WayToTell } from '#shared/domain/news.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import type { ReadAct } from './read-act.ts'
import type { FormAct } from './stay-acts.ts'

export interface ActRun {
  run(act: FormAct, read: ReadAct): void
  /** Under way, or done: there is nothing to foresee any more. */
  readonly isBusy: boolean
  readonly error: unknown
}

/** Does an act as it was read; `onDone` gets it once the desk has it on disk. */
export function useAct(
  { id: noticeId, version }: Pick<Notice, 'id' | 'version'>,
  onDone: (read: ReadAct, tells: WayToTell) => void,
): ActRun {
  const { api } = useDesk()
  const extending = useMutation(api.guest.extend.mutationOptions())
  const departing = useMutation(api.guest.depart.mutationOptions())
  const moving = useMutation(api.guest.moveRoom.mutationOptions())
  const cancelling = useMutation(api.guest.cancel.mutationOptions())
  const all = [extending, departing, moving, cancelling]
  return {
    run(act, read) {
      const { day, room, reason, withParty } = read
      const named = { noticeId, version }
      const options = { onSuccess: (told: Pick<ToldNotice, 'whatFollows'>) => onDone(read, told.whatFollows) }
      if (act === 'extend' && day !== null) extending.mutate({ ...named, departureDate: day }, options)
      if (act === 'depart' && day !== null) departing.mutate({ ...named, date: day, withParty }, options)
      if (act === 'move' && room !== null) moving.mutate({ ...named, room }, { onSuccess: () => onDone(read, 'nothing') })
      if (act === 'cancel') cancelling.mutate({ ...named, reason, withParty }, options)
    },
    isBusy: all.some(({ isPending, isSuccess }) => isPending || isSuccess),
    error: all.map(({ error }) => error).find((error) => error !== null) ?? null,
  }
}
