import { create } from 'zustand'
import type { DeskClient } from '#shared/contract/transport/desk-client.ts'
import { draftKey } from './draft-key.ts'
import { createFormKeeper, type FormKeeper, type KeptForms } from './form-keeper.ts'

/** What this page knows of half-filled forms, by subject: a notice or a covering list. */
export const useKeptForms = create<{ readonly subjects: Readonly<Record<string, KeptForms>> }>()(() => ({ subjects: {} }))

const keepers = new Map<string, FormKeeper>()

/**
 * The keeper of a subject's forms, one for as long as the page lives, so that going to another screen and back neither loses a keystroke
 * nor lets two savers write over each other. The draft belongs to this workplace: what one clerk has half typed is none of another's.
 */
export function keeperOf(subject: string, client: DeskClient): FormKeeper {
  const known = keepers.get(subject)
  if (known !== undefined) return known
  const key = async () => `forms:${subject}:${await draftKey()}`
  let readyKey = ''
  const keeper = createFormKeeper({
    store: {
      async get() {
        readyKey = await key()
        return client.draft.get({ key: readyKey })
      },
      // Nothing is saved before it was read, so the key is there; the last word of a page has no time to wait for one.
      save: (content, { isLastWord }) =>
        client.draft.save({ key: readyKey, content }, { context: { outlivesPage: isLastWord } }),
      discard: ({ isLastWord }) => client.draft.discard({ key: readyKey }, { context: { outlivesPage: isLastWord } }),
    },
    schedule(action, delayMs) {
      const timer = window.setTimeout(action, delayMs)
      return () => window.clearTimeout(timer)
    },
    onChange: (kept) => useKeptForms.setState(({ subjects }) => ({ subjects: { ...subjects, [subject]: kept } })),
  })
  if (keepers.size === 0) listenForTheEnd()
  keepers.set(subject, keeper)
  return keeper
}

/** `pagehide` comes on reload, close and navigation; `hidden` may be the last thing a tablet says. */
function listenForTheEnd(): void {
  window.addEventListener('pagehide', () => {
    for (const keeper of keepers.values()) keeper.lastWord()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden') return
    for (const keeper of keepers.values()) void keeper.flush()
  })
}
