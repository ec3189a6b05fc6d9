import type { Cause, ChannelCapabilities } from '#shared/domain/channel.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import type { CodeLists, FieldRule } from '#shared/domain/field-rules.ts'
import type { SealedNotice } from '#shared/domain/notice-payload.ts'

/** A notice on its way out. The adapter turns it into its channel's words and never computes a deadline. */
export interface OutgoingNotice {
  readonly notificationId: string
  /** One (notice, revision) ↔ one client id ↔ one payload, for ever. */
  readonly clientId: string
  /** In whichever format it was sealed. */
  readonly payload: SealedNotice
  /** What the service called the batch that this notice is in work with; `null` when it is in none. */
  readonly batchReference: string | null
}

export interface Receipt {
  readonly bytes: Uint8Array
  /** `application/pdf`, `application/json` … */
  readonly mediaType: string
}

export interface FieldIssue {
  /** Field of the notice (`issueDate`), or `null` when the service names none. */
  readonly field: string | null
  readonly code: string
  /** The service's own words, for the clerk. */
  readonly message: string
}

/** One per notice, in the order sent, never one per batch. */
export type Verdict =
  | {
      readonly kind: 'accepted'
      readonly reference: string | null
      readonly receipt: Receipt | null
      readonly warnings: readonly string[]
    }
  /** Taken, not decided yet. Asked about later, by the batch. */
  | { readonly kind: 'deferred'; readonly batchReference: string; readonly askAgainAfterMs: number }
  | { readonly kind: 'rejected'; readonly issues: readonly FieldIssue[] }
  | { readonly kind: 'duplicate'; readonly existingReference: string | null }
  /**
   * Proven not to have left this PC, or refused before it was read (429, 401). `isBatchTooLarge` = refused for the number or size of the
   * notices together; the channel has lowered its `batchLimit`.
   */
  | {
      readonly kind: 'notSent'
      readonly cause: Cause
      readonly retryAfterMs: number | null
      readonly isBatchTooLarge?: true
    }
  /** May have arrived. */
  | { readonly kind: 'unknown'; readonly cause: Cause; readonly retryAfterMs: number | null }
  | { readonly kind: 'needsHuman' }

/** What went over the wire, with personal data and secrets taken out: safe to show, keep and log. */
export interface RedactedExchange {
  readonly method: string
  /** Path without query. */
  readonly path: string
  readonly status: number | null
  readonly requestBytes: number
  readonly responseBytes: number
  /** First characters of the answer, redacted; `null` when none came. */
  readonly answer: string | null
}

export interface SendOutcome {
  /** One per notice, in the order sent. */
  readonly verdicts: readonly Verdict[]
  /** One per notice, in the order sent: of a batch, each holds only what was answered about its own notice. `null` = nothing to tell. */
  readonly exchanges: readonly (RedactedExchange | null)[]
  /** Server time from the `Date` header, to notice a wrong PC clock. */
  readonly serverTime: IsoInstant | null
}

/** The service's answer to "do you have this one?". `absent` must be certain. */
export type LookUpAnswer =
  | { readonly kind: 'present'; readonly verdict: Verdict; readonly exchange: RedactedExchange | null }
  | { readonly kind: 'absent'; readonly exchange: RedactedExchange | null }
  | {
      readonly kind: 'no_answer'
      readonly cause: Cause
      readonly retryAfterMs: number | null
      readonly exchange: RedactedExchange | null
    }

/** The answer to a probe: is the service there, and does it know us? */
export interface ProbeAnswer {
  readonly isUp: boolean
  /** Why not; `null` when it is up. */
  readonly cause: Cause | null
  readonly retryAfterMs: number | null
  readonly serverTime: IsoInstant | null
}

/** Would the service accept this notice? Nothing was filed, whatever the answer. */
export type ValidationAnswer =
  /** `issues` = why it would be rejected; none = it would be accepted. */
  | {
      readonly kind: 'validated'
      readonly issues: readonly FieldIssue[]
      readonly warnings: readonly string[]
      readonly retryAfterMs: null
    }
  /** The service does not answer such questions. */
  | { readonly kind: 'not_offered'; readonly retryAfterMs: null }
  | { readonly kind: 'no_answer'; readonly cause: Cause; readonly retryAfterMs: number | null }

/** What a service says of itself at run time. Kept by the desk and given back to the channel at the next start. */
export interface ServiceFacts {
  /** Notices in one call; `null` = not said. */
  readonly maxBatch: number | null
  readonly environment: 'production' | 'test' | null
  /** Besides those the channel declares. */
  readonly fieldRules: readonly FieldRule[]
  readonly codeLists: PublishedCodeLists | null
}

export interface PublishedCodeLists {
  readonly version: string
  /** To ask whether they have changed; `null` = the service names none. */
  readonly etag: string | null
  readonly lists: CodeLists
}

export type DescribeAnswer =
  | { readonly kind: 'facts'; readonly facts: ServiceFacts; readonly retryAfterMs: number | null }
  | { readonly kind: 'no_answer'; readonly cause: Cause; readonly retryAfterMs: number | null }

/** A channel that a machine submits through. Never throws for anything the wire does; a thrown error is a bug of ours. */
export interface MachineChannel {
  readonly capabilities: ChannelCapabilities
  /** Notices in one call, as the service takes them now; missing where `capabilities.maxBatch` is all there is to know. */
  batchLimit?(): number
  send(notices: readonly OutgoingNotice[], signal: AbortSignal): Promise<SendOutcome>
  lookUp(notice: OutgoingNotice, signal: AbortSignal): Promise<LookUpAnswer>
  /** The same about a whole flight by one question: an answer per notice, in the order given. Missing where only one can be asked about. */
  lookUpMany?(notices: readonly OutgoingNotice[], signal: AbortSignal): Promise<readonly LookUpAnswer[]>
  /** The receipt of an accepted notice, when it did not come with the acceptance; `null` = still not to be had. */
  fetchReceipt?(notice: OutgoingNotice, signal: AbortSignal): Promise<Receipt | null>
  /** Asks whether the service would accept a notice. Carries no client id: it cannot file anything. Missing where it cannot be asked. */
  validate?(payload: SealedNotice, signal: AbortSignal): Promise<ValidationAnswer>
  /** Asks the service what it takes. `known` is kept where there is nothing new. Missing where it cannot be asked. */
  describe?(known: ServiceFacts | null, signal: AbortSignal): Promise<DescribeAnswer>
  /** One cheap authenticated question. */
  probe(signal: AbortSignal): Promise<ProbeAnswer>
  /** After a sleep a connection that still looks open is not: the next call makes a new one. Missing where none are kept. */
  dropConnections?(): void
  /** Lets go of kept-alive connections. The channel is not used afterwards. */
  close(): void
}
