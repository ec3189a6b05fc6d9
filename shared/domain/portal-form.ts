/** The fields of a portal's own web form, in the order a person meets them. */
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
] as const
export type PortalFieldKey = (typeof PORTAL_FIELD_KEYS)[number]

export interface PortalField {
  readonly key: PortalFieldKey
  /** The portal's own labels. */
  readonly labelRu: string
  readonly labelEn: string
  readonly required: boolean
}

/** A form as data: it changes when the portal does, not when the program does. */
export interface PortalForm {
  readonly portalName: string
  readonly portalUrl: string
  /** Where the order and the labels come from. */
  readonly source: string
  /** How far that source carries. */
  readonly confidence: string
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
