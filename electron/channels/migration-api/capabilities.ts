import type { ChannelCapabilities } from '#shared/domain/channel.ts'

/** Notices in one call: small enough that a lost answer leaves few to ask about. */
export const DEFAULT_MAX_BATCH = 20

export const migrationApiCapabilities: ChannelCapabilities = {
  id: 'migration-api',
  submission: 'machine',
  proofKinds: ['reference', 'receipt'],
  maxBatch: DEFAULT_MAX_BATCH,
  isAsync: true,
  hasClientAssignedId: true,
  cancel: true,
  amend: 'same_id',
  departureNoticeWithinDays: 1,
  reconcile: 'by_client_id',
  arrivalBackdatingLimitDays: null,
}
