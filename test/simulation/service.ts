import type { OutgoingNotice, Receipt } from '#electron/channels/adapter.ts'
import type { ServiceKind } from './swarm.ts'

/** One notice in force at the service: the truth about what reached it. */
export interface Effect {
  readonly notificationId: string
  readonly kind: string
  readonly revision: number
  /** `null` = a person entered it by hand. */
  readonly clientId: string | null
  readonly reference: string
  readonly atMs: number
  /** The service lost it when it restored a backup. */
  isWiped: boolean
}

/** What the service says about one notice. */
export type ItemAnswer =
  | { readonly kind: 'accepted'; readonly reference: string; readonly receipt: Receipt | null }
  | { readonly kind: 'deferred' }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'duplicate'; readonly existingReference: string }

/** Ids older than this are not known again by a service that forgets. */
export const FORGETS_AFTER_MS = 30 * 60_000

/** What of a notice the service looks at. */
export type Submitted = Pick<OutgoingNotice, 'notificationId' | 'clientId'> & {
  readonly payload: Pick<OutgoingNotice['payload'], 'kind' | 'revision'>
}

/**
 * The service as its contract describes it, and the only one who knows what is true: one notice per client id while it remembers
 * the id, an earlier revision behind a later one has no effect, what a person entered by hand is known by its guest.
 */
export interface Service {
  /** Every effect there ever was, in order. */
  readonly effects: readonly Effect[]
  /** Deliveries that had no effect because a later revision was there. */
  readonly outdated: () => number
  /** Deliveries that had no effect because the id was known. */
  readonly repeats: () => number
  take(notice: Submitted): ItemAnswer
  /** Decides on this one later: until then it is deferred. */
  defer(notice: Submitted, readyAtMs: number): void
  rejectOnce(notice: Submitted): void
  /** `undefined` = certainly not here. */
  lookUp(clientId: string): ItemAnswer | undefined
  /** What a person at the service's cabinet sees or, when it is not there, enters. */
  fileByHand(notificationId: string, kind: string, revision: number): string
  /** What is in force about a notice of the desk. */
  inForce(notificationId: string): Effect | undefined
  /** What came after that moment is gone. */
  restoreBackup(ofMs: number): number
  /** This is a reference the service gave for that id, ever. */
  wasTold(clientId: string, reference: string): boolean
  /** Everything still undecided is decided at the next question. */
  decideAll(): void
}

export function createService(options: {
  readonly kind: ServiceKind
  readonly hasReceiptFiles: boolean
  readonly nowMs: () => number
}): Service {
  const effects: Effect[] = []
  /** What a client id was answered, and when. */
  const known = new Map<string, { readonly reference: string; readonly atMs: number }>()
  const deferred = new Map<string, { readonly notice: Submitted; readyAtMs: number }>()
  const refused = new Set<string>()
  const told = new Set<string>()
  let outdated = 0
  let repeats = 0

  function knownOf(clientId: string): string | undefined {
    const found = known.get(clientId)
    if (found === undefined || options.kind === 'without ids') return undefined
    const isForgotten = options.kind === 'forgets ids' && options.nowMs() - found.atMs > FORGETS_AFTER_MS
    return isForgotten ? undefined : found.reference
  }

  function accepted(reference: string): ItemAnswer {
    return { kind: 'accepted', reference, receipt: options.hasReceiptFiles ? receiptFor(reference) : null }
  }

  function store(notice: Submitted): ItemAnswer {
    const { notificationId, clientId, payload } = notice
    const reference = `KZ-${String(effects.length + outdated + 1).padStart(6, '0')}`
    const latest = inForce(notificationId)
    if (latest !== undefined && latest.clientId === null) return { kind: 'duplicate', existingReference: latest.reference }
    known.set(clientId, { reference, atMs: options.nowMs() })
    told.add(`${clientId} ${reference}`)
    if (latest !== undefined && latest.kind === payload.kind && latest.revision > payload.revision) {
      outdated++
      return accepted(reference)
    }
    const { kind, revision } = payload
    effects.push({ notificationId, kind, revision, clientId, reference, atMs: options.nowMs(), isWiped: false })
    return accepted(reference)
  }

  function inForce(notificationId: string): Effect | undefined {
    return effects.findLast((effect) => effect.notificationId === notificationId && !effect.isWiped)
  }

  return {
    effects,
    outdated: () => outdated,
    repeats: () => repeats,
    inForce,
    take(notice) {
      const { clientId } = notice
      const reference = knownOf(clientId)
      if (reference !== undefined) {
        repeats++
        return accepted(reference)
      }
      const waiting = deferred.get(clientId)
      if (waiting !== undefined && waiting.readyAtMs > options.nowMs()) return { kind: 'deferred' }
      deferred.delete(clientId)
      if (refused.delete(clientId)) return { kind: 'rejected' }
      return store(notice)
    },
    defer: (notice, readyAtMs) => void deferred.set(notice.clientId, { notice, readyAtMs }),
    rejectOnce: ({ clientId }) => void refused.add(clientId),
    lookUp(clientId) {
      const waiting = deferred.get(clientId)
      if (waiting !== undefined && waiting.readyAtMs > options.nowMs()) return { kind: 'deferred' }
      if (waiting !== undefined) {
        deferred.delete(clientId)
        return store(waiting.notice)
      }
      // The register of notices knows an id for ever; only the memory of what was sent twice is short.
      const stored = known.get(clientId)
      return stored === undefined ? undefined : accepted(stored.reference)
    },
    fileByHand(notificationId, kind, revision) {
      const existing = inForce(notificationId)
      if (existing !== undefined && existing.kind === kind && existing.revision >= revision) return existing.reference
      const reference = `BY-HAND-${effects.length + 1}`
      effects.push({ notificationId, kind, revision, clientId: null, reference, atMs: options.nowMs(), isWiped: false })
      return reference
    },
    restoreBackup(ofMs) {
      const lost = effects.filter((effect) => effect.atMs >= ofMs && !effect.isWiped && effect.clientId !== null)
      for (const effect of lost) {
        effect.isWiped = true
        known.delete(effect.clientId ?? '')
      }
      return lost.length
    },
    wasTold: (clientId, reference) => told.has(`${clientId} ${reference}`),
    decideAll() {
      for (const waiting of deferred.values()) waiting.readyAtMs = options.nowMs()
      refused.clear()
    },
  }
}

/** Bytes of a PDF that only this reference has. */
export function receiptFor(reference: string): Receipt {
  return { bytes: Buffer.from(`%PDF-1.4 ${reference}`), mediaType: 'application/pdf' }
}
