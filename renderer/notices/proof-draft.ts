import { create } from 'zustand'

interface ProofDraftState {
  /** Receipt numbers typed and not yet recorded, by notice. In memory only. */
  readonly references: Readonly<Record<string, string>>
  /** Files chosen and not yet recorded, by notice. In memory only. */
  readonly files: Readonly<Record<string, File>>
  /** Days of the counter's stamp as typed and not yet recorded, by notice. In memory only. */
  readonly stampDays: Readonly<Record<string, string>>
  setReference(noticeId: string, reference: string): void
  setFile(noticeId: string, file: File | null): void
  setStampDay(noticeId: string, day: string): void
  /** Recorded, or settled otherwise. */
  forget(noticeId: string): void
}

/** Keeps what was brought from the portal while the clerk looks at another guest, or has lost this one for a moment. */
export const useProofDrafts = create<ProofDraftState>()((set) => ({
  references: {},
  files: {},
  stampDays: {},
  setReference: (noticeId, reference) => set(({ references }) => ({ references: { ...references, [noticeId]: reference } })),
  setFile: (noticeId, file) =>
    set(({ files: { [noticeId]: _, ...others } }) => ({ files: file === null ? others : { ...others, [noticeId]: file } })),
  setStampDay: (noticeId, day) => set(({ stampDays }) => ({ stampDays: { ...stampDays, [noticeId]: day } })),
  forget: (noticeId) =>
    set((drafts) => {
      const { [noticeId]: _, ...references } = drafts.references
      const { [noticeId]: __, ...files } = drafts.files
      const { [noticeId]: ___, ...stampDays } = drafts.stampDays
      return { references, files, stampDays }
    }),
}))
