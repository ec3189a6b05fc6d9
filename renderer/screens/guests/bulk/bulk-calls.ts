import type { BulkExceptionView } from '#shared/contract/guest-list-schemas.ts'
import type { DeskClient } from '#shared/contract/transport/desk-client.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import type { BulkAct, UndoableAct } from '#shared/domain/guest-filter.ts'

export interface BulkDone {
  readonly done: number
  readonly exceptions: readonly BulkExceptionView[]
}

interface Part {
  readonly bulkId: string
  readonly part: number
  readonly noticeIds: readonly string[]
  readonly reason: string
}

/** One part of an act. */
export function doPart(client: DeskClient, act: UndoableAct, { noticeIds, ...given }: Part): Promise<BulkDone> {
  const part = { ...given, noticeIds: [...noticeIds] }
  switch (act) {
    case 'hand_over':
      return client.guestList.handOver(part)
    case 'citizens':
      return client.guestList.setCitizens(part)
    case 'not_owed':
      return client.guestList.setNotOwed(part)
    default:
      return assertNever(act)
  }
}

/** Takes an act back, call by call; `onProgress` hears how many guests have been looked at. Guests on a covering list come off it one by one. */
export async function undoAll(
  client: DeskClient,
  act: BulkAct,
  { bulkId, listed }: { readonly bulkId: string; readonly listed: readonly string[] },
  onProgress: (done: number) => void,
): Promise<BulkDone> {
  let sum: BulkDone = { done: 0, exceptions: [] }
  if (act === 'paper') {
    for (const noticeId of listed) {
      try {
        await client.paper.takeOff({ listId: bulkId, noticeId })
        sum = { ...sum, done: sum.done + 1 }
      } catch {
        sum = { ...sum, exceptions: [...sum.exceptions, { noticeId, displayName: '', why: 'changed_since', state: null }] }
      }
      onProgress(sum.done)
    }
    return sum
  }
  for (;;) {
    const { done, exceptions, remaining } = await client.guestList.undo({ bulkId })
    sum = { done: sum.done + done, exceptions: [...sum.exceptions, ...exceptions] }
    onProgress(sum.done + sum.exceptions.length)
    if (remaining === 0) return sum
  }
}
