import type { StayRegimeView } from '#shared/contract/law-schemas.ts'
import type { DocumentType, Purpose, Sex, VisaEntries } from '#shared/domain/guest.ts'
import type { BroughtList } from '../../lists/brought-list.ts'

/** Nobody knows, and the clerk says so; an empty choice is only "not asked yet". */
export const UNKNOWN_CITIZENSHIP = 'unknown'

/** One guest as typed: everything is text, so that nothing is lost before it can be read. Empty = not given. */
export interface GuestForm {
  /** For the list of guests on screen; never leaves it. */
  readonly key: string
  /** What stands in the scan box. Equal to `mrz` once it was read. */
  readonly scan: string
  /** The machine-readable lines that filled the form. */
  readonly mrz: string | null
  /** The lines came from a picture, and nobody has compared them with the document yet. */
  readonly isToCompare: boolean
  readonly surname: string
  readonly givenNames: string
  readonly hasSingleName: boolean
  readonly patronymic: string
  readonly printedName: string
  readonly sex: Sex | ''
  /** As typed, see date-entry.ts. */
  readonly birthDate: string
  /** A code, `unknown`, or empty. */
  readonly citizenship: string
  /** What was typed into the citizenship box and names none. */
  readonly citizenshipText: string
  readonly documentType: DocumentType | ''
  readonly documentSeries: string
  readonly documentNumber: string
  /** Of the document, from its machine-readable lines. */
  readonly issuingState: string
  readonly issueDate: string
  readonly expiryDate: string
  readonly hasNoExpiry: boolean
  readonly guardianDocument: string
  readonly purpose: Purpose | ''
  readonly borderEntryDate: string
  readonly borderCheckpoint: string
  readonly visaNumber: string
  /** As typed. */
  readonly visaValidUntil: string
  readonly visaEntries: VisaEntries | ''
  readonly phone: string
  readonly email: string
  /** The guest's own room where a party has several; empty = the room of the stay. */
  readonly ownRoom: string
  /** Came from a rooming list: his document has still to be seen. */
  readonly isListed: boolean
  /** What the list says of him that has no field, line by line. Never leaves the screen. */
  readonly leftOver: string
  /** Is on disk already, though others of the party are not yet. */
  readonly isSaved: boolean
}

export const STAY_FIELDS = ['arrivalDate', 'arrivalTime', 'room', 'departure', 'reservation'] as const
export type StayField = (typeof STAY_FIELDS)[number]

/** The stay all guests of this check-in share, as typed. */
export type StayForm = Readonly<Record<StayField, string>>

export interface CheckInForm {
  /** Made once per form: saving again under it never makes a second check-in. */
  readonly requestId: string
  /** It was sent to be saved and no answer has settled whether it was. */
  readonly wasAttempted: boolean
  /** The arrival follows the clock until something is typed or the clerk sets it. */
  readonly isArrivalNow: boolean
  readonly stay: StayForm
  readonly guests: readonly GuestForm[]
  /** Index of the guest on screen. */
  readonly active: number
  /** `null` = there is none, or it has been taken over. */
  readonly list: BroughtList | null
}

export type GuestField = Exclude<keyof GuestForm, 'key' | 'isListed' | 'leftOver' | 'isSaved'>
export type FormField = GuestField | StayField

export function emptyGuest(key: string): GuestForm {
  return {
    key,
    scan: '',
    mrz: null,
    isToCompare: false,
    surname: '',
    givenNames: '',
    hasSingleName: false,
    patronymic: '',
    printedName: '',
    sex: '',
    birthDate: '',
    citizenship: '',
    citizenshipText: '',
    documentType: '',
    documentSeries: '',
    documentNumber: '',
    issuingState: '',
    issueDate: '',
    expiryDate: '',
    hasNoExpiry: false,
    guardianDocument: '',
    purpose: '',
    borderEntryDate: '',
    borderCheckpoint: '',
    visaNumber: '',
    visaValidUntil: '',
    visaEntries: '',
    phone: '',
    email: '',
    ownRoom: '',
    isListed: false,
    leftOver: '',
    isSaved: false,
  }
}

/** `newId` makes the request id and the guest's key. */
export function emptyForm(newId: () => string): CheckInForm {
  return {
    requestId: newId(),
    wasAttempted: false,
    isArrivalNow: true,
    stay: { arrivalDate: '', arrivalTime: '', room: '', departure: '', reservation: '' },
    guests: [emptyGuest(newId())],
    active: 0,
    list: null,
  }
}

export function activeGuest(form: CheckInForm): GuestForm {
  const guest = form.guests[form.active] ?? form.guests[0]
  if (guest === undefined) throw new Error('A check-in has at least one guest')
  return guest
}

/** Say nothing of who the guest is. */
const ABOUT_THE_LIST = ['ownRoom', 'isListed', 'leftOver', 'isSaved'] as const satisfies readonly (keyof GuestForm)[]

/** Nothing about the guest is known yet; what companions share does not count, nor does a scan that could not be read. */
export function isBlankGuest(guest: GuestForm): boolean {
  const shared: readonly (keyof GuestForm)[] = [
    'key',
    'scan',
    'purpose',
    'borderEntryDate',
    'borderCheckpoint',
    ...ABOUT_THE_LIST,
  ]
  const blank = emptyGuest(guest.key)
  return (Object.keys(blank) as (keyof GuestForm)[]).every((field) => shared.includes(field) || guest[field] === blank[field])
}

/** More guests than this do not fit into tabs: they stand in a table, and each has a room of his own. */
export const MOST_TABS = 5

/** Nothing was typed at all: no draft to keep, nothing to throw away. */
export function isPristine(form: CheckInForm): boolean {
  const [guest] = form.guests
  if (form.guests.length !== 1 || guest === undefined || form.wasAttempted || !form.isArrivalNow || form.list !== null)
    return false
  const { room, departure, reservation } = form.stay
  return (
    isBlankGuest(guest) &&
    guest.scan === '' &&
    guest.purpose === '' &&
    guest.borderEntryDate === '' &&
    guest.borderCheckpoint === '' &&
    room === '' &&
    departure === '' &&
    reservation === ''
  )
}

/** Dates and entries of a visa are asked where one is needed or something of it is typed already; its number is asked of everybody. */
export function isVisaAskedFor(guest: GuestForm, regime: Pick<StayRegimeView, 'current'> | null): boolean {
  const isTyped = [guest.visaNumber, guest.visaValidUntil, guest.visaEntries].some((text) => text.trim() !== '')
  const needed = regime?.current?.regime
  return isTyped || needed === 'visa_required' || needed === 'e_visa'
}

export function changeGuest(form: CheckInForm, patch: Partial<GuestForm>): CheckInForm {
  return { ...form, guests: form.guests.map((guest, index) => (index === form.active ? { ...guest, ...patch } : guest)) }
}

export function changeStay(form: CheckInForm, patch: Partial<StayForm>): CheckInForm {
  const setsArrival = 'arrivalDate' in patch || 'arrivalTime' in patch
  return { ...form, isArrivalNow: form.isArrivalNow && !setsArrival, stay: { ...form.stay, ...patch } }
}

export function showGuest(form: CheckInForm, active: number): CheckInForm {
  return active >= 0 && active < form.guests.length ? { ...form, active } : form
}

/** The next person of the same stay, with what a party shares: purpose, border. A blank guest is used rather than left behind. */
export function addGuest(form: CheckInForm, key: string): CheckInForm {
  const blank = form.guests.findIndex((guest) => isBlankGuest(guest) && guest.scan === '')
  if (blank !== -1) return showGuest(form, blank)
  const { purpose, borderEntryDate, borderCheckpoint, ownRoom } = activeGuest(form)
  const guest = { ...emptyGuest(key), purpose, borderEntryDate, borderCheckpoint, ownRoom }
  return { ...form, guests: [...form.guests, guest], active: form.guests.length }
}

/** A child who travels on the document of an adult of this check-in. */
export function addChild(form: CheckInForm, key: string): CheckInForm {
  const guardianDocument = guardianDocuments(form)[0]?.document ?? ''
  return changeGuest(addGuest(form, key), { documentType: 'none', guardianDocument })
}

export function removeGuest(form: CheckInForm, index: number): CheckInForm {
  if (form.guests.length === 1) return form
  const guests = form.guests.filter((_, position) => position !== index)
  const active = Math.min(form.active > index ? form.active - 1 : form.active, guests.length - 1)
  return { ...form, guests, active }
}

export interface GuardianDocument {
  readonly name: string
  readonly document: string
}

/** Documents of this check-in's other guests, which a child can travel on. */
export function guardianDocuments(form: CheckInForm): readonly GuardianDocument[] {
  return form.guests
    .filter((guest) => guest.documentType !== 'none' && guest.documentNumber.trim() !== '')
    .map((guest) => ({ name: nameOf(guest), document: `${guest.documentSeries}${guest.documentNumber}`.trim() }))
}

/** The guest's name in one line; empty while unknown. */
export function nameOf(guest: GuestForm): string {
  return [guest.surname, guest.givenNames]
    .map((name) => name.trim())
    .filter(Boolean)
    .join(' ')
}
