import { create } from 'zustand'

interface ProofDraftState {
  /** Receipt numbers typed and not yet recorded, by notice. In memory only. */
  readonly references: Readonly<Record<string, string>>
  setReference(noticeId: string, reference: string): void
}

/** Keeps a number typed beside the portal while the clerk looks at another guest. */
export const useProofDrafts = create<ProofDraftState>()((set) => ({
  references: {},
  setReference: (noticeId, reference) => set(({ references }) => ({ references: { ...references, [noticeId]: reference } })),
}))
