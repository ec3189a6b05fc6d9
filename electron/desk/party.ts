import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import type { Caller } from './caller.ts'
import { deskError } from './desk-error.ts'
import { firstOf } from './follow-ups.ts'
import type { Register } from './register.ts'

/** Names a notice and the version it was looked at in. */
export interface NamedNotice {
  readonly noticeId: string
  readonly version: number
}

/** The first notices about the other guests of the same stay. */
export function companionsOf({ rows }: Register, first: NotificationRecord): readonly NotificationRecord[] {
  return rows.notifications.ofStay(first.stayId).filter(({ id }) => id !== first.id)
}

/** Several changes as one transaction: all of them or none, the views told once. Throws what `work` throws. */
export function inOneTransaction<T>(register: Register, work: (within: Register) => T): T {
  const value = register.write(() => work({ ...register, write: (part) => part(), changed: () => undefined }))
  register.changed(['status', 'board', 'queue', 'guest'], null)
  return value
}

interface PartyAct<Given, Answer> {
  readonly given: Given & NamedNotice & { readonly withParty: boolean }
  readonly act: (register: Register, caller: Caller, given: Given & NamedNotice) => Answer
  /** Whether it is still to be done for a companion; the guest named is asked for in any case. */
  readonly isOpenFor: (companion: NotificationRecord) => boolean
}

/**
 * An act on one guest, or on everybody of the stay for whom it is still open: then all of it or, when one of them is refused, none.
 * Throws what the act throws.
 */
export function forParty<Given, Answer extends Notice>(
  register: Register,
  caller: Caller,
  { given, act, isOpenFor }: PartyAct<Given, Answer>,
): Answer {
  if (!given.withParty) return act(register, caller, given)
  return inOneTransaction(register, (within) => {
    const named = within.rows.notifications.find(given.noticeId)
    if (named === undefined) throw deskError('NOT_FOUND', { what: 'notice' })
    const companions = companionsOf(within, firstOf(within, named)).filter(isOpenFor)
    const answer = act(within, caller, given)
    for (const { id } of companions) {
      // Read anew: what was done for the others may have moved it on.
      const version = within.rows.notifications.find(id)?.version ?? 0
      act(within, caller, { ...given, noticeId: id, version })
    }
    return answer
  })
}
