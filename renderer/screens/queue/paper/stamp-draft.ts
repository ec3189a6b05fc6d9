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

/** `exception` `null` = taken after all. */
export function withException(draft: StampDraft, noticeId: string, exception: ExceptionDraft | null): StampDraft {
  const { [noticeId]: _, ...others } = draft.exceptions
  return { ...draft, exceptions: exception === null ? others : { ...others, [noticeId]: exception } }
}
