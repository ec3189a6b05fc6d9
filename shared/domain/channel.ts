import type { FieldRule } from './field-rules.ts'

/** The channels a notice can take to the service. GATEWAYS: a person who submits, with proof, is a channel like any other. */
export const CHANNEL_IDS = ['assisted-portal', 'migration-api', 'paper'] as const
export type ChannelId = (typeof CHANNEL_IDS)[number]

/** Channels where a person submits. The adapters declare the same as `submission`; a test holds the two together. */
const BY_HAND: readonly ChannelId[] = ['assisted-portal', 'paper']

/** A person submits at such a property, at a portal or at the counter; nothing goes by itself. */
export function isFiledByHand(channel: ChannelId): boolean {
  return BY_HAND.includes(channel)
}

export type ProofKind = 'reference' | 'receipt'

/** Why a notice is where it is: the word beside the state. Every state × cause has a sentence in three languages. */
export const CAUSES = [
  'offline',
  'dns',
  'refused',
  'tls',
  'proxy',
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
  /** Notices in one call, at most. */
  readonly maxBatch: number
  /** The service says at run time how many it takes; `maxBatch` is then the most this channel ever puts into one call. */
  readonly isMaxBatchAsked: boolean
  /** The service may take a notice and decide later. */
  readonly isAsync: boolean
  /** The service can be asked whether it would accept a notice, without filing it. */
  readonly validateOnly: boolean
  /** The service takes our id and treats a repeat as the same notice. */
  readonly hasClientAssignedId: boolean
  readonly cancel: boolean
  readonly amend: 'same_id' | 'cancel_and_new' | 'none'
  /** The channel wants to be told that a guest has left, within this many calendar days; `null` = it does not. */
  readonly departureNoticeWithinDays: number | null
  readonly reconcile: 'by_client_id' | 'list' | 'receipt_next_day' | 'none'
  /** The channel refuses arrivals older than this many calendar days; `null` = no limit known. */
  readonly arrivalBackdatingLimitDays: number | null
  /** Media types of the receipts it gives as files. */
  readonly receiptTypes: readonly string[]
  /** There is a place of the same kind where nothing is filed for real. */
  readonly hasTestEnvironment: boolean
  /** The service publishes what it knows by code. */
  readonly hasCodeLists: boolean
  /** What is checked at the desk before anything is sent, and said to the clerk; the service has the last word. */
  readonly fieldRules: readonly FieldRule[]
}

/** `production` is the real service; `test` a folder for trials; `training` sample guests and a simulated service. */
export const ENVIRONMENTS = ['production', 'test', 'training'] as const
export type Environment = (typeof ENVIRONMENTS)[number]
