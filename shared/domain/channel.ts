/** The channels a notice can take to the service. GATEWAYS: a person who submits, with proof, is a channel like any other. */
export const CHANNEL_IDS = ['assisted-portal', 'migration-api'] as const
export type ChannelId = (typeof CHANNEL_IDS)[number]

export type ProofKind = 'reference' | 'receipt'

/** Why a notice is where it is: the word beside the state. Every state × cause has a sentence in three languages. */
export const CAUSES = [
  'offline',
  'dns',
  'refused',
  'tls',
  'timeout',
  'connection_cut',
  'server_error',
  'unreadable_answer',
  'rate_limited',
  'sign_in_refused',
  'process_died',
  'found_absent',
  'content_refused',
  'already_there',
  'accepted_late',
  'program_error',
  'restored',
] as const
export type Cause = (typeof CAUSES)[number]

/** What a channel can do. Declared by its adapter; the desk asks nothing else of it. */
export interface ChannelCapabilities {
  readonly id: ChannelId
  readonly submission: 'machine' | 'human'
  /** One of these is enough to call a notice accepted. */
  readonly proofKinds: readonly ProofKind[]
  /** Notices in one call. */
  readonly maxBatch: number
  readonly isAsync: boolean
  /** The service takes our id and treats a repeat as the same notice. */
  readonly hasClientAssignedId: boolean
  readonly cancel: boolean
  readonly amend: 'same_id' | 'cancel_and_new' | 'none'
  /** The channel wants to be told that a guest has left, within this many calendar days; `null` = it does not. */
  readonly departureNoticeWithinDays: number | null
  readonly reconcile: 'by_client_id' | 'list' | 'receipt_next_day' | 'none'
  /** The channel refuses arrivals older than this many calendar days; `null` = no limit known. */
  readonly arrivalBackdatingLimitDays: number | null
}

/** `production` is the real service; `test` a folder for trials; `training` sample guests and a simulated service. */
export const ENVIRONMENTS = ['production', 'test', 'training'] as const
export type Environment = (typeof ENVIRONMENTS)[number]
