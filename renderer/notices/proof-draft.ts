import { create } from 'zustand'

interface ProofDraftState {
  /** Receipt numbers typed and not yet recorded, by notice. In memory only. */
  readonly references: Readonly<Record<string, string>>
  /** Files chosen and not yet recorded, by notice. In memory only. */
  readonly files: Readonly<Record<string, File>>
  setReference(noticeId: string, reference: string): void
  setFile(noticeId: string, file: File | null): void
  /** Recorded, or settled otherwise. */
  forget(noticeId: string): void
}

/** Keeps what was brought from the portal while the clerk looks at another guest, or has lost this one for a moment. */
export const useProofDrafts = create<ProofDraftState>()((set) => ({
  references: {},
  files: {},
  setReference: (noticeId, reference) => set(({ references }) => ({ references: { ...references, [noticeId]: reference } })),
  setFile: (noticeId, file) =>
    set(({ files: { [noticeId]: _, ...others } }) => ({ files: file === null ? others : { ...others, [noticeId]: file } })),
  forget: (noticeId) =>
    set(({ references: { [noticeId]: _, ...references }, files: { [noticeId]: __, ...files } }) => ({ references, files })),
}))
