import { create } from 'zustand'
import type { DeskClient } from '#shared/contract/transport/desk-client.ts'
import { draftKey } from '../../drafts/draft-key.ts'
import { createDraftSaver, type DraftSaver, type DraftState } from '../../drafts/draft-saver.ts'
import { readDraft, writeDraft } from './draft.ts'
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

/**
 * The keeper of a property's drafts. Training and the real property have one each: their guests must not mix. Fails when it cannot be read what
 * was left unfinished, and can then be asked again: a form that opened empty would be saved over it. `isBeside` leaves that where it is and
 * keeps what is typed now beside it.
 */
export function draftKeeperOf(propertyId: string, client: DeskClient, isBeside = false): Promise<DraftKeeper> {
  if (current?.propertyId === propertyId) return current.keeper
  const opening = { propertyId, keeper: openKeeper(client, isBeside) }
  current = opening
  opening.keeper.catch(() => {
    if (current === opening) current = null
  })
  return opening.keeper
}

async function openKeeper(client: DeskClient, isBeside: boolean): Promise<DraftKeeper> {
  const onState = (state: DraftState) => useDraftState.setState({ state })
  onState({ kind: 'none' })
  const { key, content: stored, savedAt } = await readKept(client, isBeside)
  let form = stored === null ? null : (readDraft(stored) ?? null)
  if (form !== null && savedAt !== null) onState({ kind: 'saved', at: savedAt })
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

/** What was left unfinished, and the key it lies under: the workplace's own, or the one beside it when only that one holds something. */
async function readKept(client: DeskClient, isBeside: boolean) {
  const own = await draftKey()
  const beside = `${own}:beside`
  if (!isBeside) {
    const kept = { key: own, ...(await client.draft.get({ key: own })) }
    if (kept.content !== null) return kept
  }
  const keptBeside = { key: beside, ...(await client.draft.get({ key: beside })) }
  return isBeside || keptBeside.content !== null ? keptBeside : { key: own, content: null, savedAt: null }
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
