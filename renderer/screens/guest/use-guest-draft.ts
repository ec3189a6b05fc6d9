import { useCallback } from 'react'
import { z } from 'zod'
import { type UsedForm, useKeptForm } from '../../drafts/use-kept-form.ts'
import { FORM_FIELDS, type FormChanges, type GuestDetail, isChanged, NO_CHANGES } from './guest-form.ts'
import { seenOf } from './meanwhile/news-since.ts'

export interface GuestDraft {
  readonly changes: FormChanges
  readonly kept: UsedForm<FormChanges>
  change(changes: FormChanges): void
  /** Nothing is left to keep: it was saved, or given up. */
  clear(): void
}

const changesSchema = z
  .object({
    texts: z.partialRecord(z.enum(FORM_FIELDS), z.string()),
    hasSingleName: z.boolean().optional(),
    hasNoExpiry: z.boolean().optional(),
  })
  .transform(
    ({ texts, hasSingleName, hasNoExpiry }): FormChanges => ({
      texts,
      ...(hasSingleName === undefined ? {} : { hasSingleName }),
      ...(hasNoExpiry === undefined ? {} : { hasNoExpiry }),
    }),
  )

/** What the clerk has typed over a guest's data and not saved: kept by the desk, sealed, until it is saved or given up. */
export function useGuestDraft(detail: GuestDetail): GuestDraft {
  const kept = useKeptForm<FormChanges>(detail.notice.id, 'correct', changesSchema)
  const { keep, drop } = kept
  const change = useCallback(
    (next: FormChanges) => (isChanged(next) ? keep(next, seenOf(detail)) : drop()),
    [keep, drop, detail],
  )
  return { changes: kept.typed ?? NO_CHANGES, kept, change, clear: drop }
}
