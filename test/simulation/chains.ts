import type { OutgoingNotice } from '#electron/channels/adapter.ts'

/** Where a notice stands among those about one registration of a guest. A later place has the last word. */
export interface NoticePlace {
  /** Id of the arrival that all of them are about: who was withdrawn and comes after all is registered anew. */
  readonly chain: string
  readonly kind: string
  readonly sequence: number
  readonly revision: number
}

/** Tells by what a notice says of itself which arrival it is about. */
export interface Chains {
  placeOf(notice: OutgoingNotice): NoticePlace
  /** A person entered an arrival: what follows names this number. */
  filedByHand(reference: string, chain: string): void
}

export function createChains(): Chains {
  const ofClientId = new Map<string, string>()
  const ofReference = new Map<string, string>()
  return {
    placeOf({ notificationId, clientId, payload }) {
      const { kind, revision } = payload
      const follows = payload.schemaVersion === 1 ? null : payload.follows
      if (payload.schemaVersion === 1 || follows === null) {
        ofClientId.set(clientId, notificationId)
        return { chain: notificationId, kind, sequence: 1, revision }
      }
      const chain = ofClientId.get(follows.clientId) ?? ofReference.get(follows.reference ?? '')
      if (chain === undefined) throw new Error('A notice follows an arrival that the service never heard of')
      return { chain, kind, sequence: payload.sequence, revision }
    },
    filedByHand: (reference, chain) => void ofReference.set(reference, chain),
  }
}

/** Negative when `a` comes before `b` among the notices about one registration. */
export function comparePlaces(a: Omit<NoticePlace, 'chain' | 'kind'>, b: Omit<NoticePlace, 'chain' | 'kind'>): number {
  return a.sequence - b.sequence || a.revision - b.revision
}
