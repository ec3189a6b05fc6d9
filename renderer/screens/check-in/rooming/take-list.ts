import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { numericDay } from '#shared/i18n/dates.ts'
import type { ListPerson } from '#shared/rooming/list-person.ts'
import type { ReadList } from '#shared/rooming/read-list.ts'
import { type CheckInForm, emptyGuest, type GuestForm, isBlankGuest, MOST_TABS, type StayForm } from '../form-state.ts'

/** Days and booking of the stay, which the guests of a check-in share. */
const OF_THE_STAY = ['arrival', 'departure', 'reservation'] as const
type OfTheStay = (typeof OF_THE_STAY)[number]

/** What most of the list say of the stay, and how many say otherwise. */
export interface SharedStay {
  readonly arrival: CalendarDate | null
  readonly departure: CalendarDate | null
  readonly reservation: string | null
  /** Guests whose row says something else; it goes along as a note. */
  readonly others: readonly number[]
}

export function sharedStay(people: readonly ListPerson[]): SharedStay {
  const taken = people.filter(({ isSomebody }) => isSomebody)
  const shared = {
    arrival: mostFrequent(taken.flatMap(({ arrival }) => arrival ?? [])),
    departure: mostFrequent(taken.flatMap(({ departure }) => departure ?? [])),
    reservation: mostFrequent(taken.flatMap(({ reservation }) => reservation ?? [])),
  }
  const others = taken.filter((person) => differing(person, shared).length > 0).map(({ line }) => line)
  return { ...shared, others }
}

/** Words for what a note says of a day or booking of the guest's own. */
export type OwnStayWords = Readonly<Record<OfTheStay, string>>

/**
 * The people of a list as guests of the form. Text that cannot be read stands in its field as it was; what has no field goes along as a note;
 * what the stay says already is not overwritten. A blank guest is used rather than left behind.
 */
export function takeList(form: CheckInForm, list: ReadList, words: OwnStayWords, newKey: () => string): CheckInForm {
  const people = list.people.filter(({ isSomebody }) => isSomebody)
  if (people.length === 0) return form
  const shared = sharedStay(list.people)
  const kept = form.guests.filter((guest) => !isBlankGuest(guest) || guest.scan.trim() !== '')
  const pattern = form.guests.find(isBlankGuest)
  const rooms = new Set(people.map(({ room }) => room))
  const [onlyRoom] = rooms
  const isSmall = kept.length + people.length <= MOST_TABS
  const hasOneRoom = isSmall && rooms.size === 1 && (form.stay.room === '' || form.stay.room === onlyRoom)
  const guests = people.map((person): GuestForm => {
    const own = differing(person, shared).map((field) => `${words[field]}: ${ownWord(person, field)}`)
    const notes = person.leftOver.map(({ head, text }) => (head === '' ? text : `${head}: ${text}`).replaceAll('\n', ' '))
    return {
      ...emptyGuest(newKey()),
      ...ofPerson(person),
      purpose: person.facts.purpose ?? pattern?.purpose ?? '',
      borderCheckpoint: pattern?.borderCheckpoint ?? '',
      ownRoom: hasOneRoom ? '' : (person.room ?? ''),
      isListed: true,
      leftOver: [...own, ...notes].join('\n'),
    }
  })
  const stay: StayForm = {
    ...form.stay,
    ...(shared.arrival === null ? {} : { arrivalDate: numericDay(shared.arrival) }),
    ...(shared.departure === null || form.stay.departure !== '' ? {} : { departure: numericDay(shared.departure) }),
    ...(shared.reservation === null || form.stay.reservation !== '' ? {} : { reservation: shared.reservation }),
    ...(hasOneRoom ? { room: onlyRoom ?? form.stay.room } : {}),
  }
  return { ...form, isArrivalNow: false, stay, guests: [...kept, ...guests], active: kept.length, list: null }
}

function ofPerson({ facts, unread }: ListPerson): Partial<GuestForm> {
  const day = (date: string | null, text: string | undefined) => text ?? (date === null ? '' : numericOf(date))
  return {
    scan: unread.mrz ?? facts.mrz ?? '',
    mrz: facts.mrz,
    surname: facts.surname ?? '',
    givenNames: facts.givenNames ?? '',
    hasSingleName: facts.hasSingleName,
    patronymic: facts.patronymic ?? '',
    sex: facts.sex ?? '',
    birthDate: day(facts.birthDate, unread.birthDate),
    citizenship: facts.citizenship ?? '',
    citizenshipText: unread.citizenship ?? '',
    documentType: facts.documentType ?? '',
    documentSeries: facts.documentSeries ?? '',
    documentNumber: facts.documentNumber ?? '',
    issuingState: facts.issuingState ?? '',
    issueDate: day(facts.issueDate, unread.issueDate),
    expiryDate: day(facts.expiryDate, unread.expiryDate),
    hasNoExpiry: facts.hasNoExpiry,
    borderEntryDate: day(facts.borderEntryDate, unread.borderEntryDate),
    visaNumber: facts.visaNumber ?? '',
    visaValidUntil: day(facts.visaValidUntil, unread.visaValidUntil),
    phone: facts.phone ?? '',
    email: facts.email ?? '',
  }
}

/** A birth may be known by its month or year alone. */
function numericOf(date: string): string {
  return date.split('-').toReversed().join('.')
}

function differing(person: ListPerson, shared: Omit<SharedStay, 'others'>): readonly OfTheStay[] {
  return OF_THE_STAY.filter((field) => person[field] !== null && person[field] !== shared[field])
}

function ownWord(person: ListPerson, field: OfTheStay): string {
  return field === 'reservation' ? (person.reservation ?? '') : numericOf(person[field] ?? '')
}

function mostFrequent<Value>(values: readonly Value[]): Value | null {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null
}
