import { useMemo } from 'react'
import { z } from 'zod'
import { create } from 'zustand'
import { useKeptForm } from '../drafts/use-kept-form.ts'

/** Name under which a proof half typed is kept beside the notice's other forms. */
export const PROOF_FORM = 'proof'

const proofSchema = z.object({
  reference: z.string().catch(''),
  /** Day of the counter's stamp as typed; `null` = untouched. */
  stampDay: z.string().nullable().catch(null),
})
type ProofTexts = z.infer<typeof proofSchema>

const NO_PROOF: ProofTexts = { reference: '', stampDay: null }

/** Files chosen and not yet recorded, by notice. In memory only: they are chosen again. */
const useProofFiles = create<{ readonly files: Readonly<Record<string, File>> }>()(() => ({ files: {} }))

function keepFile(noticeId: string, file: File | null): void {
  useProofFiles.setState(({ files: { [noticeId]: _, ...others } }) => ({
    files: file === null ? others : { ...others, [noticeId]: file },
  }))
}

export interface ProofDraft extends ProofTexts {
  readonly file: File | null
  type(typed: Partial<ProofTexts>): void
  setFile(file: File | null): void
  /** Recorded, or settled otherwise. */
  forget(): void
}

/** Keeps what was brought from the portal while the clerk looks at another guest; the number also through a crash. */
export function useProofDraft(noticeId: string): ProofDraft {
  const kept = useKeptForm(noticeId, PROOF_FORM, proofSchema)
  const file = useProofFiles(({ files }) => files[noticeId] ?? null)
  const setFile = useMemo(() => (given: File | null) => keepFile(noticeId, given), [noticeId])
  const texts = kept.typed ?? NO_PROOF
  return {
    ...texts,
    file,
    type(typed) {
      const next = { ...texts, ...typed }
      if (next.reference === '' && next.stampDay === null) kept.drop()
      else kept.keep(next)
    },
    setFile,
    forget() {
      kept.drop()
      setFile(null)
    },
  }
}
