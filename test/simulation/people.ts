import type { Caller } from '#electron/desk/caller.ts'
import type { Actor } from '#shared/domain/actor.ts'
import { addDays, type CalendarDate, calendarDate } from '#shared/domain/calendar-date.ts'
import { EMPTY_GUEST, type GuestFacts } from '#shared/domain/guest.ts'

/** Two clerks at two PCs of one reception. */
export type Workplace = 'front' | 'back'

const CLERKS: Readonly<Record<Workplace, Actor>> = {
  front: { staffId: '01934f00-0000-7000-8000-000000000001', name: 'Айгерим', role: 'receptionist' },
  back: { staffId: '01934f00-0000-7000-8000-000000000002', name: 'Данияр', role: 'receptionist' },
}

export function clerkAt(workplace: Workplace): Caller {
  return { actor: CLERKS[workplace], workplace, transport: 'http' }
}

/** A fictional guest; each number is somebody else. */
export function guestNumber(number: number): GuestFacts {
  return {
    ...EMPTY_GUEST,
    surname: `MUSTERMANN ${lettersOf(number)}`,
    givenNames: 'ERIKA',
    printedName: 'Mustermann Erika',
    sex: 'F',
    birthDate: '1984-08-12',
    citizenship: 'DEU',
    documentType: 'passport',
    documentNumber: `C01X${String(number).padStart(5, '0')}`,
    issuingState: 'DEU',
    issueDate: calendarDate('2022-03-02'),
    expiryDate: calendarDate('2032-03-01'),
    purpose: 'tourism',
  }
}

/** The same guest with a name written otherwise: something else to say to the service. */
export function respelled(facts: GuestFacts, number: number): GuestFacts {
  return { ...facts, givenNames: `ERIKA ${lettersOf(number)}` }
}

export function departureAfter(arrival: CalendarDate, nights: number): CalendarDate {
  return addDays(arrival, nights)
}

function lettersOf(number: number): string {
  return String.fromCodePoint(65 + (Math.floor(number / 26) % 26), 65 + (number % 26))
}
