import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { ReportList } from '#shared/contract/report-schemas.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import type { ChannelCapabilities } from '#shared/domain/channel.ts'
import type { Lane } from '#shared/regulation/act-by.ts'

/** What an open notice waits for: one of these each. */
export type WorkList = Extract<
  ReportList,
  'goesByItself' | 'unconfirmed' | 'rejected' | 'needsPerson' | 'incomplete' | 'citizenshipUnknown'
>

/** The list of each lane. */
export const LIST_OF_LANE: Readonly<Record<Lane, ReportList>> = {
  overdue: 'overdue',
  today: 'dueToday',
  tomorrow: 'dueTomorrow',
  later: 'dueLater',
}

type Open = Pick<NotificationRecord, 'guestId' | 'sequence' | 'afterGuestId' | 'state' | 'cause'>

/** Says of each of the open notices – all of them are needed: one may stand behind another – what it waits for. */
export function workListsOf(
  open: readonly Open[],
  channel: Pick<ChannelCapabilities, 'submission'>,
): (notice: Open) => WorkList {
  const ofGuest = Map.groupBy(open, ({ guestId }) => guestId)
  /** As the queue counts it: what stands behind a notice that needs a person does not go by itself either. */
  function isHeldUp({ guestId, sequence, afterGuestId }: Open): boolean {
    const before = (ofGuest.get(guestId) ?? []).filter((earlier) => earlier.sequence < sequence)
    const withdrawn = afterGuestId === null ? [] : (ofGuest.get(afterGuestId) ?? [])
    return [...before, ...withdrawn].some(waitsForPerson)
  }
  return (notice) => {
    if (notice.state !== 'ready') return listOfState(notice.state)
    return channel.submission === 'human' || isHeldUp(notice) ? 'needsPerson' : 'goesByItself'
  }
}

function waitsForPerson({ state, cause }: Open): boolean {
  if (state === 'unknown') return cause === 'program_error'
  return ['rejected', 'duplicate', 'handover', 'leased', 'incomplete', 'citizenship_unknown'].includes(state)
}

function listOfState(state: Exclude<NotificationRecord['state'], 'ready'>): WorkList {
  switch (state) {
    case 'citizenship_unknown':
      return 'citizenshipUnknown'
    case 'incomplete':
      return 'incomplete'
    case 'rejected':
      return 'rejected'
    case 'sending':
    case 'unknown':
    case 'deferred':
      return 'unconfirmed'
    case 'leased':
    case 'handover':
    case 'duplicate':
      return 'needsPerson'
    case 'accepted':
    case 'filed_elsewhere':
    case 'not_required':
    case 'cancelled':
      throw new Error(`Nothing is owed for a notice that is ${state}`)
    default:
      return assertNever(state)
  }
}
