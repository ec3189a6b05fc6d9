import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { Foreseen, GuestAct } from '#shared/contract/guest-act-schemas.ts'
import type { ToldNotice } from '#shared/contract/schemas.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import type { Caller } from './caller.ts'
import { extend } from './correct.ts'
import { correctWithBooking } from './correct-booking.ts'
import { deskError } from './desk-error.ts'
import { clocksOf } from './guest-detail.ts'
import { stayWarnings } from './law/stay-warnings.ts'
import { cancelTogether, departTogether } from './party-acts.ts'
import type { Register } from './register.ts'
import { viewOf } from './viewpoint.ts'

/** Stands where a reason will be given. */
const NO_REASON_YET = '–'

/** Carries what was foreseen out of a transaction that is not to be kept. */
class NotKept extends Error {
  readonly foreseen: Foreseen

  constructor(foreseen: Foreseen) {
    super('Looked at, not kept.')
    this.foreseen = foreseen
  }
}

/**
 * What an act would leave, by doing it and keeping nothing of it: so it can never say anything else than what then happens. Throws what
 * the act would throw.
 */
export function foresee(register: Register, caller: Caller, noticeId: string, act: GuestAct): Foreseen {
  try {
    register.write(() => {
      throw new NotKept(foreseeWithin(register, caller, noticeId, act))
    })
  } catch (error) {
    if (error instanceof NotKept) return error.foreseen
    throw error
  }
  throw new Error('A transaction that was not to be kept was.')
}

function foreseeWithin(register: Register, caller: Caller, noticeId: string, act: GuestAct): Foreseen {
  const { rows } = register
  const record = rows.notifications.find(noticeId)
  if (record === undefined) throw deskError('NOT_FOUND', { what: 'notice' })
  const before = new Map(chainsOfStay(register, record.stayId).map((known) => [known.id, known]))
  // The views have nothing to read anew: nothing of it stays.
  const unkept: Register = { ...register, write: (work) => work(), changed: () => undefined }
  const { whatFollows } = doIt(unkept, caller, { noticeId, version: record.version }, act)
  const guest = rows.guests.find(record.guestId)
  const stay = rows.stays.find(record.stayId)
  if (guest === undefined || stay === undefined) throw deskError('NOT_FOUND', { what: 'guest' })
  const { duties } = clocksOf(register, guest, stay)
  return {
    whatFollows,
    notices: chainsOfStay(register, record.stayId).flatMap((after) => {
      const effect = effectOf(before.get(after.id), after)
      return effect === null ? [] : [{ effect, notice: viewOf(register, caller, after.id) }]
    }),
    duties,
    warnings: [...stayWarnings(register, stay, guest.facts, duties)],
  }
}

function doIt(
  register: Register,
  caller: Caller,
  named: { readonly noticeId: string; readonly version: number },
  act: GuestAct,
): Pick<ToldNotice, 'whatFollows'> {
  switch (act.act) {
    case 'correct':
      return correctWithBooking(register, caller, { ...named, ...act })
    case 'extend':
      return extend(register, caller, { ...named, ...act })
    case 'depart':
      return departTogether(register, caller, { ...named, ...act })
    case 'cancel':
      return cancelTogether(register, caller, { ...named, ...act, reason: NO_REASON_YET })
    default:
      return assertNever(act)
  }
}

function chainsOfStay({ rows }: Register, stayId: string): readonly NotificationRecord[] {
  return rows.notifications.ofStay(stayId).flatMap(({ guestId }) => rows.notifications.chainOf(guestId))
}

function effectOf(
  before: NotificationRecord | undefined,
  after: NotificationRecord,
): Foreseen['notices'][number]['effect'] | null {
  if (before === undefined) return 'made'
  if (after.state === 'cancelled' && before.state !== 'cancelled') return 'withdrawn'
  return after.revision > before.revision || after.state !== before.state ? 'rewritten' : null
}
