import type { GuestAct } from '#shared/contract/guest-act-schemas.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ru } from '#shared/i18n/ru/index.ts'
import { readDay, readDeparture } from '../../../entry/date-entry.ts'
import { arrivalDay } from '../../../i18n/moments.ts'
import type { GuestDetail } from '../guest-form.ts'
import type { ActTexts } from './act-texts.ts'
import type { FormAct } from './stay-acts.ts'

/** The form of an act, read. */
export interface ReadAct {
  /** The day of departure it names, where it names one. */
  readonly day: CalendarDate | null
  readonly room: string | null
  readonly reason: string
  readonly withParty: boolean
  /** Why it cannot be done as it stands, under which field; `null` = it can. */
  readonly problem: { readonly field: 'day' | 'room' | 'reason'; readonly code: Problem } | null
  /** What the desk is asked to foresee; `null` while there is nothing to ask. */
  readonly asked: GuestAct | null
}

type Problem = Extract<
  keyof typeof ru.input,
  'required' | 'not_a_date' | 'not_later' | 'in_future' | 'departure_before_arrival' | 'same_room' | 'too_short'
>

const SHORTEST_REASON = 3

type Known = Pick<GuestDetail, 'notice' | 'stay'>

/** What a clerk typed for an act, on the business day `today`. */
export function readAct(act: FormAct, texts: ActTexts, known: Known, today: CalendarDate): ReadAct {
  // A party checks out together more often than not; that somebody never came is said of one.
  const withParty = texts.withParty ?? act === 'depart'
  const nothing = { day: null, room: null, reason: texts.reason.trim(), withParty, problem: null, asked: null }
  switch (act) {
    case 'extend':
      return { ...nothing, ...readExtension(texts.day, known, today) }
    case 'depart':
      return { ...nothing, ...readDeparted(texts.day, known, today, withParty) }
    case 'move':
      return { ...nothing, ...readRoom(texts.room, known) }
    case 'cancel':
      return {
        ...nothing,
        asked: { act, withParty },
        problem: nothing.reason.length < SHORTEST_REASON ? { field: 'reason', code: 'too_short' } : null,
      }
    default:
      return assertNever(act)
  }
}

/** Nights are counted on from the departure planned so far. */
function readExtension(text: string, { notice, stay }: Known, today: CalendarDate): Partial<ReadAct> {
  const typed = readDeparture(text, stay.departureDate ?? (arrivalDay(notice) > today ? arrivalDay(notice) : today))
  if (typed.state === 'empty') return { problem: { field: 'day', code: 'required' } }
  if (typed.state === 'unreadable') return { problem: { field: 'day', code: 'not_a_date' } }
  const day = typed.value
  const isLater = stay.departureDate === null ? day >= arrivalDay(notice) : day > stay.departureDate
  return isLater ? { day, asked: { act: 'extend', departureDate: day } } : { day, problem: { field: 'day', code: 'not_later' } }
}

/** Nothing typed means today. */
function readDeparted(text: string, { notice }: Known, today: CalendarDate, withParty: boolean): Partial<ReadAct> {
  const typed = readDay(text, today, 'past')
  if (typed.state === 'unreadable') return { problem: { field: 'day', code: 'not_a_date' } }
  const day = typed.state === 'empty' ? today : typed.value
  if (day > today) return { day, problem: { field: 'day', code: 'in_future' } }
  if (day < arrivalDay(notice)) return { day, problem: { field: 'day', code: 'departure_before_arrival' } }
  return { day, asked: { act: 'depart', date: day, withParty } }
}

function readRoom(text: string, { stay }: Known): Partial<ReadAct> {
  const room = text.trim()
  if (room === '') return { problem: { field: 'room', code: 'required' } }
  return room === stay.room ? { room, problem: { field: 'room', code: 'same_room' } } : { room }
}
