import { create } from 'zustand'
import type { DeskClient } from '#shared/contract/transport/desk-client.ts'
import { readDraft, writeDraft } from './draft.ts'
import { draftKey } from './draft-key.ts'
import { createDraftSaver, type DraftSaver, type DraftState } from './draft-saver.ts'
import { type CheckInForm, isPristine } from './form-state.ts'

/** How the draft stands on disk, for the line above the form. */
export const useDraftState = create<{ readonly state: DraftState }>()(() => ({ state: { kind: 'none' } }))

/**
 * Keeps the unfinished check-in of this workplace: in memory while the page lives, on disk through the desk. Outlives the screen, so
 * that going to another one and back neither loses a keystroke nor lets two savers write over each other.
 */
export interface DraftKeeper {
  /** The form as it was left; `null` = there was none. */
  readonly form: CheckInForm | null
  keep(form: CheckInForm): void
  /** Brings this form to disk before something depends on it. Resolves also when that failed. */
  keepNow(form: CheckInForm): Promise<void>
}

let current: { readonly propertyId: string; readonly keeper: Promise<DraftKeeper> } | null = null

/** The keeper of a property's drafts. Training and the real property have one each: their guests must not mix. */
export function draftKeeperOf(propertyId: string, client: DeskClient): Promise<DraftKeeper> {
  if (current?.propertyId !== propertyId) current = { propertyId, keeper: openKeeper(client) }
  return current.keeper
}

async function openKeeper(client: DeskClient): Promise<DraftKeeper> {
  const key = await draftKey()
  const onState = (state: DraftState) => useDraftState.setState({ state })
  onState({ kind: 'none' })
  let form: CheckInForm | null = null
  let stored: string | null = null
  try {
    const { content, savedAt } = await client.draft.get({ key })
    stored = content
    form = content === null ? null : (readDraft(content) ?? null)
    if (form !== null && savedAt !== null) onState({ kind: 'saved', at: savedAt })
  } catch (error) {
    onState({ kind: 'failed', error })
  }
  const saver = createDraftSaver({
    stored,
    onState,
    store: {
      save: (content, { isLastWord }) => client.draft.save({ key, content }, { context: { outlivesPage: isLastWord } }),
      discard: ({ isLastWord }) => client.draft.discard({ key }, { context: { outlivesPage: isLastWord } }),
    },
    schedule(action, delayMs) {
      const timer = window.setTimeout(action, delayMs)
      return () => window.clearTimeout(timer)
    },
  })
  listenForTheEnd(saver)
  return {
    get form() {
      return form
    },
    keep(now) {
      form = now
      saver.keep(contentOf(now))
    },
    keepNow(now) {
      form = now
      saver.keep(contentOf(now))
      return saver.flush()
    },
  }
}

function contentOf(form: CheckInForm): string | null {
  return isPristine(form) ? null : writeDraft(form)
}

/** `pagehide` comes on reload, close and navigation; `hidden` may be the last thing a tablet says. */
function listenForTheEnd(saver: DraftSaver): void {
  window.addEventListener('pagehide', () => saver.lastWord())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void saver.flush()
  })
}
