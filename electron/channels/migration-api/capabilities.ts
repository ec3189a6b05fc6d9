import type { ChannelCapabilities } from '#shared/domain/channel.ts'
import type { CodeListName, FieldRule, RuledField } from '#shared/domain/field-rules.ts'

/** Notices in one call: small enough that a lost answer leaves few to ask about. A service may ask for fewer, never for more. */
export const DEFAULT_MAX_BATCH = 20

/** The longest text the contract takes. */
const LONGEST_TEXT = 500

export const migrationApiCapabilities: ChannelCapabilities = {
  id: 'migration-api',
  submission: 'machine',
  proofKinds: ['reference', 'receipt'],
  maxBatch: DEFAULT_MAX_BATCH,
  isMaxBatchAsked: true,
  isAsync: true,
  validateOnly: true,
  hasClientAssignedId: true,
  cancel: true,
  amend: 'same_id',
  departureNoticeWithinDays: 1,
  reconcile: 'by_client_id',
  arrivalBackdatingLimitDays: null,
  receiptTypes: ['application/pdf'],
  hasTestEnvironment: true,
  hasCodeLists: true,
  fieldRules: [
    text('person.surname', true),
    text('person.givenNames', false),
    text('person.patronymic', false),
    coded('person.citizenship', true, 'countries'),
    coded('document.type', true, 'documentTypes'),
    text('document.series', false),
    text('document.number', false),
    coded('document.issuingState', false, 'countries'),
    coded('stay.purpose', true, 'purposes'),
    text('stay.room', false),
    text('stay.borderCheckpoint', false),
    text('stay.visaNumber', false),
    text('person.phone', false),
    text('person.email', false),
  ],
}

function text(field: RuledField, isRequired: boolean): FieldRule {
  return { field, isRequired, maxLength: LONGEST_TEXT, alphabet: null, codeList: null }
}

function coded(field: RuledField, isRequired: boolean, codeList: CodeListName): FieldRule {
  return { field, isRequired, maxLength: null, alphabet: null, codeList }
}
