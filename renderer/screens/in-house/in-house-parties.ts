import { v5 } from 'uuid'
import type { z } from 'zod'
import type { inHousePartySchema } from '#shared/contract/in-house-contract.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { CITIZEN_OF_KAZAKHSTAN, missingFields, type RequiredField } from '#shared/domain/guest.ts'
import type { ListPerson } from '#shared/rooming/list-person.ts'
import type { ReadList } from '#shared/rooming/read-list.ts'
import { readDay } from '../../entry/date-entry.ts'
import { type InHouseForm, isFiledElsewhere } from './in-house-form.ts'

/** A list knows the day. The middle of the day is that day under every rule, whatever the hour the hotel's night ends. */
const HOUR_OF_ARRIVAL = '14:00'
const MOST_PER_PARTY = 40

export type PartyInput = z.input<typeof inHousePartySchema>

/** Why somebody cannot be taken yet; keys of the catalogue (`inHouse.hindrances.<…>`). */
export type Hindrance = 'noArrival' | 'arrivalAhead' | 'leavesBeforeArrival'

/** One guest of the list as he would stand. */
export interface Resident {
  readonly person: ListPerson
  readonly arrival: CalendarDate | null
  readonly hindrance: Hindrance | null
  readonly missing: readonly RequiredField[]
  readonly isFiledElsewhere: boolean
  readonly isCitizen: boolean
  /** His notice, once he is in the register. */
  readonly noticeId: string | null
}

/** Guests of one stay: one call under one request id. */
export interface Party {
  readonly lines: readonly number[]
  readonly input: PartyInput
}

/** The desk's clock in the zone of the property. */
export interface InHouseNow {
  readonly today: CalendarDate
  /** `HH:mm` */
  readonly time: string
}

export function residentsOf(form: InHouseForm, reading: ReadList, today: CalendarDate): readonly Resident[] {
  const forAll = dayOf(form.arrival, today)
  const until = dayOf(form.filedUntil, today)
  return reading.people
    .filter(({ isSomebody }) => isSomebody)
    .map((person) => {
      const arrival = person.arrival ?? forAll
      return {
        person,
        arrival,
        hindrance: hindranceOf(arrival, person.departure, today),
        missing: missingFields(person.facts, person.departure),
        isFiledElsewhere: isFiledElsewhere(form, person.line, arrival, until),
        isCitizen: person.facts.citizenship === CITIZEN_OF_KAZAKHSTAN,
        noticeId: form.taken[String(person.line)] ?? null,
      }
    })
}

function hindranceOf(arrival: CalendarDate | null, departure: CalendarDate | null, today: CalendarDate): Hindrance | null {
  if (arrival === null) return 'noArrival'
  if (arrival > today) return 'arrivalAhead'
  return departure !== null && departure < arrival ? 'leavesBeforeArrival' : null
}

/**
 * The calls that take whoever is not in the register yet. One room with the same days and booking is one stay; whoever has neither room nor
 * booking is one alone. The request id follows from the list and the lines: trying again repeats every call under its own id.
 */
export function partiesOf(form: InHouseForm, residents: readonly Resident[], now: InHouseNow): readonly Party[] {
  const stays = new Map<string, Resident[]>()
  for (const resident of residents) {
    const { room, reservation, departure, line } = resident.person
    const alone = room === null && reservation === null ? line : ''
    const key = JSON.stringify([alone, room, reservation, resident.arrival, departure])
    stays.set(key, [...(stays.get(key) ?? []), resident])
  }
  return [...stays.values()].flatMap(inParts).flatMap((part) => {
    const [first] = part
    if (first === undefined || first.arrival === null || part.every(({ noticeId }) => noticeId !== null)) return []
    return [{ lines: part.map(({ person }) => person.line), input: inputOf(form, part, first, first.arrival, now) }]
  })
}

function inputOf(
  form: InHouseForm,
  part: readonly Resident[],
  first: Resident,
  arrival: CalendarDate,
  now: InHouseNow,
): PartyInput {
  const { departure, room, reservation } = first.person
  const hour = arrival === now.today && now.time < HOUR_OF_ARRIVAL ? now.time : HOUR_OF_ARRIVAL
  return {
    requestId: v5(part.map(({ person }) => person.line).join(','), form.id),
    stay: { arrivalAt: `${arrival}T${hour}`, departureDate: departure, room, reservation },
    guests: part.map((resident) => ({
      facts: resident.person.facts,
      filedElsewhere: resident.isFiledElsewhere ? { reason: form.reason.trim() } : null,
    })),
  }
}

function inParts(stay: readonly Resident[]): readonly (readonly Resident[])[] {
  const count = Math.ceil(stay.length / MOST_PER_PARTY)
  return Array.from({ length: count }, (_, part) => stay.slice(part * MOST_PER_PARTY, (part + 1) * MOST_PER_PARTY))
}

/** The desk takes no shorter reason. */
const SHORTEST_REASON = 3

/** Why nobody can be taken yet; `null` = nothing is in the way. */
export type Obstacle =
  | { readonly kind: 'days'; readonly guests: number }
  | { readonly kind: 'until' }
  | { readonly kind: 'reason' }

/** `open` = those who are not in the register yet. */
export function obstacleTo(form: InHouseForm, open: readonly Resident[]): Obstacle | null {
  const guests = open.filter(({ hindrance }) => hindrance !== null).length
  if (guests > 0) return { kind: 'days', guests }
  if (form.filed === 'until' && form.filedUntil.trim() === '') return { kind: 'until' }
  const someAreFiled = open.some(({ isFiledElsewhere, isCitizen }) => isFiledElsewhere && !isCitizen)
  return someAreFiled && form.reason.trim().length < SHORTEST_REASON ? { kind: 'reason' } : null
}

/** A day as typed, not long ago; `null` while it is none. */
export function dayOf(typed: string, today: CalendarDate): CalendarDate | null {
  const day = readDay(typed, today, 'recent')
  return day.state === 'read' ? day.value : null
}
