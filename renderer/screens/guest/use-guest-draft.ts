import { useCallback, useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { useDesk } from '../../client/desk-context.tsx'
import { draftKey } from '../check-in/draft-key.ts'
import { createDraftSaver, type DraftSaver, type DraftState } from '../check-in/draft-saver.ts'
import { FORM_FIELDS, type FormChanges, isChanged, NO_CHANGES } from './guest-form.ts'

export interface GuestDraft {
  readonly changes: FormChanges
  readonly state: DraftState
  /** Found on disk when the screen was opened, rather than typed on it. */
  readonly wasKept: boolean
  change(changes: FormChanges): void
  /** Nothing is left to keep: it was saved, or given up. */
  clear(): void
}

const changesSchema = z.object({
  texts: z.partialRecord(z.enum(FORM_FIELDS), z.string()),
  hasSingleName: z.boolean().optional(),
  hasNoExpiry: z.boolean().optional(),
})

/** What the clerk has typed over a guest's data and not saved: kept by the desk, sealed, until it is saved or given up. */
export function useGuestDraft(noticeId: string): GuestDraft {
  const { client } = useDesk()
  const [changes, setChanges] = useState(NO_CHANGES)
  const [state, setState] = useState<DraftState>({ kind: 'none' })
  const [wasKept, setWasKept] = useState(false)
  const saver = useRef<DraftSaver | null>(null)
  const wanted = useRef(NO_CHANGES)

  useEffect(() => {
    let hasLeft = false
    let key = ''
    void draftKey()
      .then((workplace) => {
        // What one clerk has half typed is none of another's.
        key = `guest:${noticeId}:${workplace}`
        return client.draft.get({ key })
      })
      .then(
        ({ content }) => content,
        () => null,
      )
      .then((content) => {
        if (hasLeft) return
        saver.current = createDraftSaver({
          stored: content,
          onState: setState,
          store: {
            save: (text, { isLastWord }) =>
              client.draft.save({ key, content: text }, { context: { outlivesPage: isLastWord } }),
            discard: ({ isLastWord }) => client.draft.discard({ key }, { context: { outlivesPage: isLastWord } }),
          },
          schedule(action, delayMs) {
            const timer = setTimeout(action, delayMs)
            return () => clearTimeout(timer)
          },
        })
        const kept = content === null ? null : readChanges(content)
        // What was typed before the draft arrived is newer than the draft.
        if (kept !== null && !isChanged(wanted.current)) {
          wanted.current = kept
          setChanges(kept)
          setWasKept(isChanged(kept))
        }
        saver.current.keep(contentOf(wanted.current))
      })
    const lastWord = () => saver.current?.lastWord()
    window.addEventListener('pagehide', lastWord)
    return () => {
      hasLeft = true
      window.removeEventListener('pagehide', lastWord)
      void saver.current?.flush()
      saver.current?.stop()
    }
  }, [client, noticeId])

  const change = useCallback((next: FormChanges) => {
    wanted.current = next
    setChanges(next)
    saver.current?.keep(contentOf(next))
  }, [])
  const clear = useCallback(() => change(NO_CHANGES), [change])
  return { changes, state, wasKept, change, clear }
}

function contentOf(changes: FormChanges): string | null {
  return isChanged(changes) ? JSON.stringify(changes) : null
}

function readChanges(content: string): FormChanges | null {
  try {
    const read = changesSchema.safeParse(JSON.parse(content))
    if (!read.success) return null
    const { texts, hasSingleName, hasNoExpiry } = read.data
    return {
      texts,
      ...(hasSingleName === undefined ? {} : { hasSingleName }),
      ...(hasNoExpiry === undefined ? {} : { hasNoExpiry }),
    }
  } catch {
    return null
  }
}
