import type { IsoInstant } from '#shared/domain/clock.ts'

/** So long after the last keystroke a draft goes out. */
export const DRAFT_PAUSE_MS = 300
/** After a failure it is tried again this often, until it is on disk. */
export const DRAFT_RETRY_MS = 2_000

export type DraftState =
  | { readonly kind: 'none' }
  | { readonly kind: 'saved'; readonly at: IsoInstant }
  /** Not on disk, and said so: the desk does not answer or cannot write. */
  | { readonly kind: 'failed'; readonly error: unknown }

export interface DraftStore {
  save(content: string, options: { readonly isLastWord: boolean }): Promise<{ readonly savedAt: IsoInstant }>
  discard(options: { readonly isLastWord: boolean }): Promise<unknown>
}

export interface DraftSaverOptions {
  readonly store: DraftStore
  /** What the desk holds already; `null` = no draft. */
  readonly stored: string | null
  /** Runs `action` after `delayMs`; answers how to call it off. */
  readonly schedule: (action: () => void, delayMs: number) => () => void
  readonly onState: (state: DraftState) => void
}

export interface DraftSaver {
  /** What the draft should hold from now on; `null` = there is nothing worth keeping. */
  keep(content: string | null): void
  /** Brings it to disk now. Resolves when it is there or has failed. */
  flush(): Promise<void>
  /** The page is going away: sends what is not on disk, waiting for nothing. */
  lastWord(): void
  stop(): void
}

/**
 * Saves the unfinished form. One call is under way at a time and the newest content always goes last, so that a slow answer can never
 * put an older draft over a newer one.
 */
export function createDraftSaver({ store, stored: held, schedule, onState }: DraftSaverOptions): DraftSaver {
  let wanted = held
  let stored = held
  let running: Promise<void> | null = null
  let callOff: () => void = () => undefined
  let isStopped = false

  async function bringToDisk(): Promise<void> {
    while (wanted !== stored) {
      const content = wanted
      try {
        if (content === null) {
          await store.discard({ isLastWord: false })
          stored = null
          if (wanted === null) onState({ kind: 'none' })
        } else {
          const { savedAt } = await store.save(content, { isLastWord: false })
          stored = content
          onState({ kind: 'saved', at: savedAt })
        }
      } catch (error) {
        onState({ kind: 'failed', error })
        if (!isStopped) plan(DRAFT_RETRY_MS)
        return
      }
    }
  }

  function run(): Promise<void> {
    callOff()
    running ??= bringToDisk().finally(() => {
      running = null
    })
    return running
  }

  function plan(delayMs: number): void {
    callOff()
    callOff = schedule(() => void run(), delayMs)
  }

  return {
    keep(content) {
      if (content === wanted) return
      wanted = content
      plan(DRAFT_PAUSE_MS)
    },
    flush: run,
    lastWord() {
      if (wanted === stored || isStopped) return
      callOff()
      if (wanted !== null) void store.save(wanted, { isLastWord: true }).catch(() => undefined)
      else void store.discard({ isLastWord: true }).catch(() => undefined)
    },
    stop() {
      isStopped = true
      callOff()
    },
  }
}
