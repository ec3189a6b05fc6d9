import type { ChannelCapabilities } from '#shared/domain/channel.ts'

/**
 * A person takes filled notices and a covering list to the counter of the migration service and brings a copy back with its stamp. No
 * counter is known to refuse an arrival for being some days old: the law's date is the one that counts.
 */
export const paperCapabilities: ChannelCapabilities = {
  id: 'paper',
  submission: 'human',
  // The number of the stamped copy, its photo or scan, or both.
  proofKinds: ['reference', 'receipt'],
  maxBatch: 30,
  isMaxBatchAsked: false,
  isAsync: false,
  validateOnly: false,
  hasClientAssignedId: false,
  cancel: false,
  amend: 'none',
  departureNoticeWithinDays: null,
  reconcile: 'none',
  arrivalBackdatingLimitDays: null,
  receiptTypes: ['application/pdf', 'image/jpeg', 'image/png'],
  hasTestEnvironment: false,
  hasCodeLists: false,
  fieldRules: [],
}
