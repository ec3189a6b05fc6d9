import { useMutation } from '@tanstack/react-query'
import type { DeskClient } from '#shared/contract/transport/desk-client.ts'
import type { WayToTell } from '#shared/domain/news.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { failureKey } from '../../../client/desk-failure.ts'
import type { GuestDetail } from '../guest-form.ts'
import { isDesksOwnProgress } from '../meanwhile/news-since.ts'
import { useNewestDetail } from '../use-newest-detail.ts'
import type { ReadAct } from './read-act.ts'
import type { FormAct } from './stay-acts.ts'

export interface ActRun {
  run(act: FormAct, read: ReadAct): void
  /** Under way, or done: there is nothing to foresee any more. */
  readonly isBusy: boolean
  readonly error: unknown
}

interface AskedAct {
  readonly act: FormAct
  readonly read: ReadAct
}

/**
 * Does an act as it was read; `onDone` gets it once the desk has it on disk and the screen shows what became of the guest. An act that meets
 * the desk's own sending is done on what the desk left; what a person changed meanwhile is the clerk's to look at first.
 */
export function useAct(detail: GuestDetail, onDone: (read: ReadAct, tells: WayToTell) => void): ActRun {
  const { client } = useDesk()
  const { notice } = detail
  const newest = useNewestDetail(notice.id)
  const doing = useMutation({
    async mutationFn({ act, read }: AskedAct) {
      try {
        return await doAct(client, act, read, notice)
      } catch (error) {
        const now = failureKey(error) === 'STALE' ? await newest() : null
        if (now === null || !isDesksOwnProgress(detail, now)) throw error
        return await doAct(client, act, read, now.notice)
      }
    },
    async onSuccess(tells, { read }) {
      await newest()
      onDone(read, tells)
    },
  })
  return {
    run: (act, read) => doing.mutate({ act, read }),
    isBusy: doing.isPending || doing.isSuccess,
    error: doing.error,
  }
}

/** Throws whatever the desk answers. */
async function doAct(
  client: DeskClient,
  act: FormAct,
  { day, room, reason, withParty }: ReadAct,
  { id: noticeId, version }: GuestDetail['notice'],
): Promise<WayToTell> {
  const named = { noticeId, version }
  switch (act) {
    case 'move':
      await client.guest.moveRoom({ ...named, room: given(room) })
      return 'nothing'
    case 'extend':
      return (await client.guest.extend({ ...named, departureDate: given(day) })).whatFollows
    case 'depart':
      return (await client.guest.depart({ ...named, date: given(day), withParty })).whatFollows
    case 'cancel':
      return (await client.guest.cancel({ ...named, reason, withParty })).whatFollows
  }
}

/** An act is run only once what it needs could be read. */
function given<Value>(value: Value | null): Value {
  if (value === null) throw new Error('The act lacks what it needs')
  return value
}
