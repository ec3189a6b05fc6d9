import { useEffect, useMemo } from 'react'
import type { ZodType } from 'zod'
import { useDesk } from '../client/desk-context.tsx'
import { type KeptForms, NO_FORMS, type Seen } from './form-keeper.ts'
import { keeperOf, useKeptForms } from './kept-forms.ts'

export interface UsedForm<Typed> {
  /** What was typed and not saved; `null` = nothing. */
  readonly typed: Typed | null
  /** The record as it was when the typing began. */
  readonly seen: Seen | null
  /** What lies on disk is known. */
  readonly isRead: boolean
  /** Found on disk, rather than typed on this page. */
  readonly wasKept: boolean
  readonly state: KeptForms['state']
  /** Keeps what is typed; `seen` counts only where nothing was typed before. */
  keep(typed: Typed, seen?: Seen): void
  /** What changed meanwhile has been read: from here on only newer changes are told. */
  acknowledge(seen: Seen): void
  /** It is saved, or given up. */
  drop(): void
  /** Reads or saves at once what could not be read or saved. */
  retry(): void
}

/**
 * One form about a subject (a notice, a covering list), kept by the desk – sealed, for this workplace – until it is saved or given up:
 * through a reload, a crash, another screen, another language. What does not fit `schema` any more counts as nothing typed. Never thrown.
 */
export function useKeptForm<Typed>(subject: string, form: string, schema: ZodType<Typed>): UsedForm<Typed> {
  const { client } = useDesk()
  useEffect(() => {
    keeperOf(subject, client)
  }, [subject, client])
  const state = useKeptForms(({ subjects }) => (subjects[subject] ?? NO_FORMS).state)
  const isRead = useKeptForms(({ subjects }) => (subjects[subject] ?? NO_FORMS).isRead)
  const kept = useKeptForms(({ subjects }) => subjects[subject]?.forms[form])
  const typed = useMemo(() => {
    if (kept === undefined) return null
    const read = schema.safeParse(kept.typed)
    return read.success ? read.data : null
  }, [kept, schema])
  const acts = useMemo(() => {
    const before = () => useKeptForms.getState().subjects[subject]?.forms[form]
    return {
      keep: (next: Typed, seen?: Seen) =>
        keeperOf(subject, client).keep(form, { typed: next, seen: before()?.seen ?? seen ?? null }),
      acknowledge(seen: Seen) {
        const now = before()
        if (now !== undefined) keeperOf(subject, client).keep(form, { typed: now.typed, seen })
      },
      drop: () => keeperOf(subject, client).keep(form, null),
      retry: () => void keeperOf(subject, client).flush(),
    }
  }, [subject, form, client])
  return { typed, isRead, seen: kept?.seen ?? null, wasKept: kept?.wasKept ?? false, state, ...acts }
}

/** Names of the forms about a subject in which something is half typed; their places on the screen open by themselves. */
export function useKeptNames(subject: string): readonly string[] {
  const { client } = useDesk()
  useEffect(() => {
    keeperOf(subject, client)
  }, [subject, client])
  const forms = useKeptForms(({ subjects }) => subjects[subject]?.forms)
  return useMemo(() => Object.keys(forms ?? {}), [forms])
}

/** Whether something is half typed in one form. */
export function useHasKept(subject: string, form: string): boolean {
  return useKeptNames(subject).includes(form)
}
