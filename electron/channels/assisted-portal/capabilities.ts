import type { ChannelCapabilities } from '#shared/domain/channel.ts'

/**
 * A person files in the state's own web form and brings back the proof. The form has refused arrivals older than two calendar
 * days, which makes its cut-off often earlier than the law's.
 */
export const assistedPortalCapabilities: ChannelCapabilities = {
  id: 'assisted-portal',
  submission: 'human',
  proofKinds: ['reference', 'receipt'],
  maxBatch: 1,
  isMaxBatchAsked: false,
  isAsync: false,
  validateOnly: false,
  hasClientAssignedId: false,
  cancel: false,
  amend: 'none',
  departureNoticeWithinDays: null,
  reconcile: 'none',
  arrivalBackdatingLimitDays: 2,
  receiptTypes: ['application/pdf'],
  hasTestEnvironment: false,
  hasCodeLists: false,
  fieldRules: [],
}
