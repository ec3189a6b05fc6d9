/** Fields that a portal's own web form may ask for. */
export const PORTAL_FIELD_KEYS = [
  'surname',
  'givenNames',
  'patronymic',
  'citizenship',
  'birthDate',
  'sex',
  'documentType',
  'documentSeries',
  'documentNumber',
  'issueDate',
  'expiryDate',
  'phone',
  'email',
  'placeOfStay',
  'purpose',
  'stayFrom',
  'stayTo',
  'checkIn',
  'checkOut',
  'comment',
  'welcomeMessage',
  'hostNumber',
] as const
export type PortalFieldKey = (typeof PORTAL_FIELD_KEYS)[number]

export interface PortalField {
  readonly key: PortalFieldKey
  /** The portal's own labels. */
  readonly labelRu: string
  readonly labelEn: string
  readonly required: boolean
  /** Regular expression of all that the field takes; left out where nothing is known. */
  readonly takes?: string | undefined
}

/**
 * How far the order of the fields can be trusted: seen by us on the portal itself; taken from an older public copy of it; or not known,
 * and another portal's order is shown in its place.
 */
export const FORM_ORDERS = ['confirmed', 'old_copy', 'unconfirmed'] as const
export type FormOrder = (typeof FORM_ORDERS)[number]

/** What the portal gives back. A number and a PDF are both taken as proof, whichever it gives. */
export interface PortalProof {
  /** Regular expression of the portal's own number; `null` = nobody knows what it looks like, any number is taken. */
  readonly referencePattern: string | null
  /** Minutes from sending the form to the PDF, as far as known; `null` = at once or not known. */
  readonly receiptAfterMinutes: number | null
}

/** A state's web form a person files in, as data: it changes when the portal does, not when the program does. */
export interface Portal {
  /** `eqonaq`; kept with every proof. */
  readonly id: string
  readonly name: string
  readonly url: string
  /** Where the order and the labels come from. */
  readonly source: string
  /** How far that source carries. */
  readonly confidence: string
  readonly order: FormOrder
  /** The form has refused arrivals older than this many calendar days; `null` = no limit known. */
  readonly arrivalNotEarlierThanDaysAgo: number | null
  readonly proof: PortalProof
  readonly fields: readonly PortalField[]
}

/** Something the clerk should know about a value before copying it. Worded by the catalogues. */
export type FillHint =
  /** Written in Latin letters by rule, not as typed. */
  | 'transliterated'
  /** The portal has no place for what is true, or refuses its letters. */
  | 'not_accepted_by_portal'
  /** Not in the document; written by the property's own convention. */
  | 'convention'
  /** Day or month are not in the document. */
  | 'partial_date'
  | 'welcome_mail_default_on'
