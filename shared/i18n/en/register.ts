import type { TranslationOf } from '../catalogue.ts'
import type * as source from '../ru/register.ts'

export const fields = {
  surname: 'Surname',
  givenNames: 'Given names',
  patronymic: 'Patronymic',
  hasSingleName: 'The document shows one name',
  printedName: 'Name as printed',
  mrz: 'Machine-readable lines',
  sex: 'Sex',
  birthDate: 'Date of birth',
  citizenship: 'Citizenship',
  documentType: 'Document',
  documentSeries: 'Series',
  documentNumber: 'Document number',
  issuingState: 'Issuing country',
  issueDate: 'Date of issue',
  expiryDate: 'Valid until',
  hasNoExpiry: 'No expiry',
  purpose: 'Purpose',
  borderEntryDate: 'Border of Kazakhstan, entry',
  borderCheckpoint: 'Checkpoint',
  visaNumber: 'Visa',
  visaValidUntil: 'Visa until',
  visaEntries: 'Visa entries',
  phone: 'Phone',
  email: 'E-mail',
  guardianDocument: "Adult's document",
  arrivalAt: 'Arrival',
  departureDate: 'Departure',
  room: 'Room',
  reservation: 'Booking',
} satisfies TranslationOf<typeof source.fields>

export const missing = {
  surname: 'surname',
  givenNames: 'given names',
  citizenship: 'citizenship',
  birthDate: 'date of birth',
  sex: 'sex',
  documentType: 'kind of document',
  documentNumber: 'document number',
  guardianDocument: "adult's document",
  issueDate: 'date of issue',
  expiryDate: 'date of expiry',
  purpose: 'purpose of visit',
  departureDate: 'departure date',
} satisfies TranslationOf<typeof source.missing>

export const documentTypes = {
  passport: 'Passport',
  id_card: 'Identity card',
  internal_passport: 'Internal passport',
  travel_document: 'Travel document',
  residence_permit: 'Residence permit',
  none: 'No document (child)',
} satisfies TranslationOf<typeof source.documentTypes>

export const sexes = { M: 'Male', F: 'Female', X: 'Unspecified' } satisfies TranslationOf<typeof source.sexes>

export const purposes = {
  tourism: 'Tourism',
  business: 'Business',
  private: 'Private',
  transit: 'Transit',
  work: 'Work',
  study: 'Study',
  medical: 'Medical',
  other: 'Other',
} satisfies TranslationOf<typeof source.purposes>

export const visaEntries = { single: 'single', double: 'double', multiple: 'multiple' } satisfies TranslationOf<
  typeof source.visaEntries
>

export const propertyKinds = {
  natural_person: 'Private person',
  small_business: 'Small business or sole trader',
  non_profit: 'Non-profit organisation',
  medium_business: 'Medium business',
  large_business: 'Large business',
} satisfies TranslationOf<typeof source.propertyKinds>

export const channels = {
  'assisted-portal': { name: 'eQonaq portal, a colleague files', short: 'eQonaq portal' },
  'migration-api': { name: 'Direct line to the service', short: 'direct line' },
  paper: { name: 'On paper, at the migration service', short: 'on paper' },
} satisfies TranslationOf<typeof source.channels>

export const roles = {
  receptionist: 'Receptionist',
  key_holder: 'Key holder',
  manager: 'Manager',
  inspector: 'Inspector',
} satisfies TranslationOf<typeof source.roles>

export const notCountries = {
  GBD: 'British overseas territories',
  GBN: 'British national (overseas)',
  GBO: 'British overseas citizen',
  GBP: 'British protected person',
  GBS: 'British subject',
  RKS: 'Kosovo',
  XKX: 'Kosovo',
  EUE: 'European Union',
  UNO: 'United Nations',
  UNA: 'UN agency',
  UNK: 'UN mission in Kosovo',
  IAO: 'ICAO',
  XBA: 'African Development Bank',
  XCC: 'Caribbean Community',
  XCE: 'Council of Europe',
  XCO: 'COMESA',
  XDC: 'Southern African Development Community',
  XEC: 'ECOWAS',
  XES: 'Organisation of Eastern Caribbean States',
  XIM: 'African Export-Import Bank',
  XMP: 'Parliamentary Assembly of the Mediterranean',
  XPO: 'Interpol',
  XOM: 'Order of Malta',
  XXA: 'Stateless',
  XXB: 'Refugee',
  XXC: 'Refugee, other status',
  XXX: 'Citizenship not stated',
} satisfies TranslationOf<typeof source.notCountries>
