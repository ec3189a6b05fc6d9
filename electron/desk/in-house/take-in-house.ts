import type { z } from 'zod'
import type { inHousePartySchema } from '#shared/contract/in-house-contract.ts'
import type { NotificationState } from '#shared/domain/notification.ts'
import type { Caller } from '../caller.ts'
import { type CheckedIn, type CheckInAnswer, checkInWithin, requireDays, writeOrLookUp } from '../check-in.ts'
import { requireNoOtherLease, saveWithAudit } from '../filing/lease.ts'
import { tellWaitingNews } from '../follow-ups.ts'
import type { Register } from '../register.ts'
import { filedElsewhere } from '../set-aside.ts'
import { viewsOf } from '../viewpoint.ts'

export type InHouseParty = z.infer<typeof inHousePartySchema>
type FiledElsewhere = NonNullable<InHouseParty['guests'][number]['filedElsewhere']>

/** See `inHouse.take` of the contract. Throws `BAD_INPUT`, `LEASED`, `StoreWriteError`. */
export function takeInHouse(register: Register, caller: Caller, party: InHouseParty): CheckInAnswer {
  requireDays(party.stay)
  const { stayId, noticeIds } = writeOrLookUp(register, party.requestId, () => takeWithin(register, caller, party))
  register.changed(['status', 'board', 'queue', 'guest'], noticeIds.length === 1 ? (noticeIds[0] ?? null) : null)
  const lines = noticeIds.map((id) => register.rows.noticeLines.find(id)).filter((line) => line !== undefined)
  return { stayId, notices: viewsOf(register, caller, lines) }
}

/** The work of {@link takeInHouse} inside a transaction of the caller's. */
export function takeWithin(register: Register, caller: Caller, { requestId, stay, guests }: InHouseParty): CheckedIn {
  const taken = checkInWithin(register, caller, { requestId, stay, guests: guests.map(({ facts }) => facts) }, 'desk')
  for (const [position, noticeId] of taken.ofGuests.entries()) {
    const filed = guests[position]?.filedElsewhere ?? null
    if (filed !== null) setFiled(register, caller, noticeId, filed)
  }
  return taken
}

/** Nothing was tried yet, and a notice is owed. */
const STILL_OWED: readonly NotificationState[] = ['ready', 'incomplete', 'citizenship_unknown']

function setFiled(register: Register, caller: Caller, noticeId: string, { reason, reference, filedOn }: FiledElsewhere): void {
  const record = register.rows.notifications.find(noticeId)
  if (record === undefined || record.attemptCount > 0) return
  requireNoOtherLease(record, caller)
  if (!STILL_OWED.includes(record.state)) return
  const { record: next, action, details } = filedElsewhere(record, reason, reference)
  saveWithAudit(register, caller.actor, next, action, { ...details, filedOn })
  tellWaitingNews(register, next.guestId, { caller })
}
