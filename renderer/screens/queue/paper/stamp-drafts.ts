import { create } from 'zustand'

export type ExceptionOutcome = 'refused' | 'not_handed_in'

/** What was typed of one guest who was not taken. */
export interface ExceptionDraft {
  readonly outcome: ExceptionOutcome
  readonly reason: string
}

/** What was typed about the stamp of one list and not recorded yet. */
export interface StampDraft {
  /** As typed, `05.05.2026`; `null` = today, untouched. */
  readonly stampedOn: string | null
  readonly stampNumber: string
  readonly file: File | null
  /** By notice; who is not in it was taken. */
  readonly exceptions: Readonly<Record<string, ExceptionDraft>>
}

export const EMPTY_STAMP: StampDraft = { stampedOn: null, stampNumber: '', file: null, exceptions: {} }

interface StampDraftsState {
  /** By list. In memory only: a stamped copy names guests. */
  readonly drafts: Readonly<Record<string, StampDraft>>
  type(listId: string, typed: Partial<StampDraft>): void
  /** `null` = taken after all. */
  except(listId: string, noticeId: string, exception: ExceptionDraft | null): void
  forget(listId: string): void
}

/** Keeps what was typed about a stamp while somebody looks elsewhere, or switches the language. */
export const useStampDrafts = create<StampDraftsState>()((set) => ({
  drafts: {},
  type: (listId, typed) =>
    set(({ drafts }) => ({ drafts: { ...drafts, [listId]: { ...(drafts[listId] ?? EMPTY_STAMP), ...typed } } })),
  except: (listId, noticeId, exception) =>
    set(({ drafts }) => {
      const draft = drafts[listId] ?? EMPTY_STAMP
      const { [noticeId]: _, ...others } = draft.exceptions
      const exceptions = exception === null ? others : { ...others, [noticeId]: exception }
      return { drafts: { ...drafts, [listId]: { ...draft, exceptions } } }
    }),
  forget: (listId) => set(({ drafts: { [listId]: _, ...drafts } }) => ({ drafts })),
}))
