import type { Guest } from '#electron/store/rows/guests.ts'
import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { Stay } from '#electron/store/rows/stays.ts'
import { personKey } from '#shared/documents/person-key.ts'
import { isCancelled } from '#shared/domain/follow-up.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import type { Register } from './register.ts'

export interface KnownDuty {
  readonly stay: Stay
  readonly guest: Guest
  readonly notification: NotificationRecord
}

/**
 * Duties of the same person under the same booking number, oldest first. A cancelled one is none: were it found, a guest who
 * came after all would go without notice. A walk-in has no booking number and is never taken for somebody else's repeat.
 */
export function dutiesOf(register: Register, reservation: string | null, facts: GuestFacts): readonly KnownDuty[] {
  if (reservation === null) return []
  const { rows } = register
  return rows.stays.ofReservation(reservation).flatMap((stay) =>
    rows.guests.ofStay(stay.id).flatMap((guest) => {
      if (!isSamePerson(guest.facts, facts)) return []
      const chain = rows.notifications.chainOf(guest.id)
      const [notification] = chain
      return notification === undefined || isCancelled(chain) ? [] : [{ stay, guest, notification }]
    }),
  )
}

/** By document, citizenship and birth date; by name where either has no document to go by. */
export function isSamePerson(a: GuestFacts, b: GuestFacts): boolean {
  const [keyOfA, keyOfB] = [personKey(a), personKey(b)]
  if (keyOfA !== null && keyOfB !== null) return keyOfA === keyOfB
  return nameKey(a) !== null && nameKey(a) === nameKey(b)
}

function nameKey(facts: GuestFacts): string | null {
  const names = [facts.surname, facts.givenNames].map((name) => (name ?? '').trim().toLowerCase())
  return names.every((name) => name === '') ? null : names.join('\n')
}
