import { z } from 'zod'
import { create } from 'zustand'
import { useKeptForm } from '../../../drafts/use-kept-form.ts'
import { EMPTY_STAMP, type ExceptionDraft, type StampDraft, withException } from './stamp-draft.ts'

const stampSchema = z.object({
  stampedOn: z.string().nullable().catch(null),
  stampNumber: z.string().catch(''),
  exceptions: z.record(z.string(), z.object({ outcome: z.enum(['refused', 'not_handed_in']), reason: z.string() })).catch({}),
})

/** Scans chosen and not yet recorded, by list. In memory only: a stamped copy names guests, and is chosen again. */
const useStampFiles = create<{ readonly files: Readonly<Record<string, File>> }>()(() => ({ files: {} }))

export interface UsedStampDraft {
  readonly draft: StampDraft
  type(typed: Partial<StampDraft>): void
  /** `null` = taken after all. */
  except(noticeId: string, exception: ExceptionDraft | null): void
  /** It is recorded. */
  forget(): void
}

/** Keeps what was typed about the stamp of a list while somebody looks elsewhere, and through a crash. */
export function useStampDraft(listId: string): UsedStampDraft {
  const kept = useKeptForm(listId, 'stamp', stampSchema)
  const file = useStampFiles(({ files }) => files[listId] ?? null)
  const draft: StampDraft = { ...EMPTY_STAMP, ...kept.typed, file }

  function keep({ file: chosen, ...typed }: StampDraft): void {
    useStampFiles.setState(({ files: { [listId]: _, ...others } }) => ({
      files: chosen === null ? others : { ...others, [listId]: chosen },
    }))
    const isEmpty = typed.stampedOn === null && typed.stampNumber === '' && Object.keys(typed.exceptions).length === 0
    if (isEmpty) kept.drop()
    else kept.keep({ ...typed, exceptions: { ...typed.exceptions } })
  }

  return {
    draft,
    type: (typed) => keep({ ...draft, ...typed }),
    except: (noticeId, exception) => keep(withException(draft, noticeId, exception)),
    forget: () => keep(EMPTY_STAMP),
  }
}
