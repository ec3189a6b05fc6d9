import type { z } from 'zod'
import type { holderSchema } from '#shared/contract/filing-schemas.ts'
import type { Caller } from '../caller.ts'
import type { Register } from '../register.ts'
import { viewOf } from '../viewpoint.ts'
import { expireLeases } from './lease.ts'

type Holder = z.infer<typeof holderSchema>
type Ending = NonNullable<Holder['ended']>['how']

/** How a lease ends, by what the journal says of it. */
const ENDINGS: Readonly<Record<string, Ending>> = {
  'notice.lease_ran_out': 'ran_out',
  'notice.lease_released': 'released',
  'notice.lease_broken': 'broken',
  'notice.handed_over': 'handed_over',
  'notice.accepted': 'accepted',
}

/** Who is filing this guest, and what ended the lease before: so that nobody wonders why he is not his any more. Throws `NOT_FOUND`. */
export function holderOf(register: Register, caller: Caller, noticeId: string): Holder {
  expireLeases(register)
  const { state, lease } = viewOf(register, caller, noticeId)
  return { state, lease, ended: lease?.isMine === true ? null : lastEnding(register, noticeId, lease !== null) }
}

/** Of the last lease; of the one before it while the last still runs. */
function lastEnding(register: Register, noticeId: string, isRunning: boolean): Holder['ended'] {
  const entries = register.store.audit.entriesOf(noticeId)
  const taken = entries.flatMap(({ action }, index) => (action === 'notice.lease_taken' ? [index] : []))
  const from = taken.at(isRunning ? -2 : -1)
  if (from === undefined) return null
  const after = entries.slice(from + 1, isRunning ? taken.at(-1) : undefined)
  const end = after.find(({ action }) => action in ENDINGS) ?? after[0]
  if (end === undefined) return null
  const reason = end.details?.['reason']
  return {
    how: ENDINGS[end.action] ?? 'other',
    by: end.actorName,
    at: end.at,
    reason: typeof reason === 'string' ? reason : null,
  }
}
