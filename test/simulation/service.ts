import type { OutgoingNotice, Receipt } from '#electron/channels/adapter.ts'
import { type Chains, comparePlaces, type NoticePlace } from './chains.ts'
import type { ServiceKind } from './swarm.ts'

/** One notice in force at the service: the truth about what reached it. */
export interface Effect {
  readonly notificationId: string
  /** The arrival that it is about. */
  readonly chain: string
  /** Number of the guest's document: whoever has one notice in force gets no second arrival. `null` = entered by hand. */
  readonly person: string | null
  readonly kind: string
  /** Place among the notices about the guest. */
  readonly sequence: number
  readonly revision: number
  /** `null` = a person entered it by hand. */
  readonly clientId: string | null
  readonly reference: string
  /** What it says about the guest, see {@link saying}. */
  readonly says: string
  readonly atMs: number
  /** A second delivery of one request, made on the way: no desk can prevent it. */
  readonly isByProxy: boolean
  /** The service lost it when it restored a backup. */
  isWiped: boolean
}

/** What the service says about one notice. */
export type ItemAnswer =
  | { readonly kind: 'accepted'; readonly reference: string; readonly receipt: Receipt | null }
  | { readonly kind: 'deferred' }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'duplicate'; readonly existingReference: string }

const SOMEBODY_ELSES: ItemAnswer = { kind: 'duplicate', existingReference: 'SOMEBODY-ELSES' }

/** Ids older than this are not known again by a service that forgets. */
export const FORGETS_AFTER_MS = 30 * 60_000

/** What people change here about a guest, in a word that can be compared. */
export function saying(givenNames: string | null, departureDate: string | null): string {
  return `${givenNames} until ${departureDate}`
}

/**
 * The service as its contract describes it, and the only one who knows what is true: one notice per client id while it remembers
 * the id, an earlier revision behind a later one has no effect, nothing follows a cancellation, what a person entered by hand is known by its guest.
 */
export interface Service {
  /** Every effect there ever was, in order. */
  readonly effects: readonly Effect[]
  /** Deliveries that had no effect because a later revision was there. */
  readonly outdated: () => number
  /** Deliveries that had no effect because the id was known. */
  readonly repeats: () => number
  take(notice: OutgoingNotice, by?: 'the desk' | 'a proxy'): ItemAnswer
  /** Decides on this one later: until then it is deferred. */
  defer(notice: OutgoingNotice, readyAtMs: number): void
  /** Refuses this content, now and whenever else it comes: the next revision may be better. */
  reject(notice: OutgoingNotice): void
  /** Says, now and whenever else it comes, that somebody else has entered this guest. */
  callAnothers(notice: OutgoingNotice): ItemAnswer
  /** `undefined` = certainly not here. */
  lookUp(clientId: string): ItemAnswer | undefined
  /** What a person at the service's cabinet sees or, when it is not there, enters. */
  fileByHand(notificationId: string, place: NoticePlace, says: string): string
  /** The last word about a registration. */
  lastWord(chain: string): Effect | undefined
  /** What came after that moment is gone. */
  restoreBackup(ofMs: number): number
  /** This is a reference the service gave for that id, ever. */
  wasTold(clientId: string, reference: string): boolean
  /** The file it gave as the receipt of that, `undefined` when it never did. */
  receiptOf(clientId: string, reference: string): Uint8Array | undefined
  /** Whether a person can enter something in its cabinet. */
  readonly takesByHand: boolean
  /** Everything still undecided is decided at the next question. */
  decideAll(): void
}

export function createService(options: {
  readonly kind: ServiceKind
  readonly hasReceiptFiles: boolean
  readonly nowMs: () => number
  readonly chains: Chains
}): Service {
  const effects: Effect[] = []
  /** What a client id was answered, and when. */
  const known = new Map<string, { readonly reference: string; readonly atMs: number }>()
  const deferred = new Map<string, { readonly notice: OutgoingNotice; readyAtMs: number }>()
  const refused = new Set<string>()
  const anothers = new Set<string>()
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

  function store(notice: OutgoingNotice, isByProxy: boolean): ItemAnswer {
    const { notificationId, clientId } = notice
    const place = options.chains.placeOf(notice)
    const person = notice.payload.document.number
    const reference = `KZ-${String(effects.length + outdated + 1).padStart(6, '0')}`
    const byHand = effects.find((effect) => effect.notificationId === notificationId && effect.clientId === null)
    if (byHand !== undefined) return { kind: 'duplicate', existingReference: byHand.reference }
    const already = place.kind === 'arrival' ? inForceElsewhere(person, place.chain) : undefined
    if (already !== undefined) return { kind: 'duplicate', existingReference: already.reference }
    const latest = lastWord(place.chain)
    if (latest?.kind === 'cancellation' && comparePlaces(place, latest) > 0) return { kind: 'rejected' }
    known.set(clientId, { reference, atMs: options.nowMs() })
    told.add(`${clientId} ${reference}`)
    if (latest !== undefined && comparePlaces(place, latest) < 0) {
      outdated++
      return accepted(reference)
    }
    const says = saying(notice.payload.person.givenNames, notice.payload.stay.departureDate)
    const atMs = options.nowMs()
    effects.push({ notificationId, ...place, person, clientId, reference, says, atMs, isByProxy, isWiped: false })
    return accepted(reference)
  }

  /** The same person registered already, and not withdrawn. */
  function inForceElsewhere(person: string | null, chain: string): Effect | undefined {
    if (person === null) return undefined
    const chains = new Set(effects.filter((effect) => effect.person === person).map((effect) => effect.chain))
    chains.delete(chain)
    return [...chains].map(lastWord).find((last) => last !== undefined && last.kind !== 'cancellation')
  }

  function lastWord(chain: string): Effect | undefined {
    return effects.findLast((effect) => effect.chain === chain && !effect.isWiped)
  }

  return {
    effects,
    outdated: () => outdated,
    repeats: () => repeats,
    lastWord,
    take(notice, by = 'the desk') {
      const { clientId } = notice
      const reference = knownOf(clientId)
      if (reference !== undefined) {
        repeats++
        return accepted(reference)
      }
      const waiting = deferred.get(clientId)
      if (waiting !== undefined && waiting.readyAtMs > options.nowMs()) return { kind: 'deferred' }
      deferred.delete(clientId)
      if (refused.has(clientId)) return { kind: 'rejected' }
      if (anothers.has(clientId)) return SOMEBODY_ELSES
      return store(notice, by === 'a proxy')
    },
    defer: (notice, readyAtMs) => void deferred.set(notice.clientId, { notice, readyAtMs }),
    reject: ({ clientId }) => void refused.add(clientId),
    callAnothers({ clientId }) {
      anothers.add(clientId)
      return SOMEBODY_ELSES
    },
    lookUp(clientId) {
      const waiting = deferred.get(clientId)
      if (waiting !== undefined && waiting.readyAtMs > options.nowMs()) return { kind: 'deferred' }
      if (waiting !== undefined) {
        deferred.delete(clientId)
        return store(waiting.notice, false)
      }
      // The register of notices knows an id for ever; only the memory of what was sent twice is short.
      const stored = known.get(clientId)
      return stored === undefined ? undefined : accepted(stored.reference)
    },
    fileByHand(notificationId, place, says) {
      const existing = effects.find(
        (effect) => effect.notificationId === notificationId && effect.revision >= place.revision && !effect.isWiped,
      )
      if (existing !== undefined) return existing.reference
      const reference = `BY-HAND-${effects.length + 1}`
      const atMs = options.nowMs()
      effects.push({
        notificationId,
        ...place,
        person: null,
        clientId: null,
        reference,
        says,
        atMs,
        isByProxy: false,
        isWiped: false,
      })
      if (place.kind === 'arrival') options.chains.filedByHand(reference, place.chain)
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
    receiptOf: (_clientId, reference) => receiptFor(reference).bytes,
    takesByHand: true,
    decideAll() {
      for (const waiting of deferred.values()) waiting.readyAtMs = options.nowMs()
    },
  }
}

/** Bytes of a PDF that only this reference has. */
function receiptFor(reference: string): Receipt {
  return { bytes: Buffer.from(`%PDF-1.4 ${reference}`), mediaType: 'application/pdf' }
}
