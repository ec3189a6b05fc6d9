import { create } from 'zustand'
import type { FormAct } from './stay-acts.ts'

/** What is typed into the forms of a guest's acts. */
export interface ActTexts {
  readonly day: string
  readonly room: string
  readonly reason: string
  /** `null` = as the act proposes it. */
  readonly withParty: boolean | null
}

export const NO_TEXTS: ActTexts = { day: '', room: '', reason: '', withParty: null }

interface ActDrafts {
  /** The form open on each guest's screen, by notice. */
  readonly open: Readonly<Record<string, FormAct | null>>
  /** By notice and act. In memory only; looking at another guest, or closing the form, loses nothing. */
  readonly texts: Readonly<Record<string, ActTexts>>
  show(noticeId: string, act: FormAct | null): void
  type(noticeId: string, act: FormAct, texts: Partial<ActTexts>): void
  /** The act is done. */
  forget(noticeId: string, act: FormAct): void
}

export const useActDrafts = create<ActDrafts>()((set) => ({
  open: {},
  texts: {},
  show: (noticeId, act) => set(({ open }) => ({ open: { ...open, [noticeId]: act } })),
  type: (noticeId, act, typed) =>
    set(({ texts }) => {
      const key = keyOf(noticeId, act)
      return { texts: { ...texts, [key]: { ...(texts[key] ?? NO_TEXTS), ...typed } } }
    }),
  forget: (noticeId, act) =>
    set(({ open, texts }) => {
      const { [keyOf(noticeId, act)]: _done, ...others } = texts
      return { open: { ...open, [noticeId]: null }, texts: others }
    }),
}))

export function keyOf(noticeId: string, act: FormAct): string {
  return `${noticeId} ${act}`
}
