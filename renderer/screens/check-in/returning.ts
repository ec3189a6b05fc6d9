import { useState } from 'react'
import { personKey } from '#shared/documents/person-key.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import { numericDay } from '#shared/i18n/dates.ts'
import type { GuestForm } from './form-state.ts'
import type { Preview, PreviewState } from './use-preview.ts'

export type Returning = NonNullable<Preview['returning']>

/** What the earlier stay knows and the form does not: contacts, date of issue. What is typed already stays. */
export function takenFrom(returning: Returning, guest: GuestForm): Partial<GuestForm> {
  const known: Partial<GuestForm> = {
    ...(returning.phone === null ? {} : { phone: returning.phone }),
    ...(returning.email === null ? {} : { email: returning.email }),
    ...dayOf('issueDate', returning.issueDate),
    ...(guest.hasNoExpiry ? {} : dayOf('expiryDate', returning.expiryDate)),
  }
  return Object.fromEntries(Object.entries(known).filter(([field]) => guest[field as keyof GuestForm] === ''))
}

/** The earlier stay of the person in the form. Stands still while other fields are typed, never stands beside another person. */
export function useReturning(preview: PreviewState, facts: GuestFacts): Returning | null {
  const person = personKey(facts)
  const [seen, setSeen] = useState<{ readonly person: string | null; readonly returning: Returning | null }>({
    person: null,
    returning: null,
  })
  const answer = preview.preview?.returning ?? null
  if (preview.isCurrent && (seen.person !== person || seen.returning?.noticeId !== answer?.noticeId)) {
    setSeen({ person, returning: answer })
  }
  return person !== null && seen.person === person ? seen.returning : null
}

function dayOf(field: 'issueDate' | 'expiryDate', day: CalendarDate | null): Partial<GuestForm> {
  return day === null ? {} : { [field]: numericDay(day) }
}
