import type { Draft } from '#electron/store/rows/drafts.ts'
import type { Register } from './register.ts'

/** A form nobody has touched for so long is forgotten: no deadline of the guest's notice is that far off, and it holds guest data. */
export const DRAFT_DAYS = 30

const DAY_MS = 86_400_000

/** An unfinished form of one workplace; empty when there is none, or none young enough. */
export function getDraft(register: Register, key: string): { content: string | null; savedAt: string | null } {
  const draft: Draft | undefined = register.rows.drafts.find(key)
  if (draft === undefined || draft.savedAt < oldestKept(register)) return { content: null, savedAt: null }
  return draft
}

export function saveDraft(register: Register, key: string, content: string): { savedAt: string } {
  const savedAt = register.now()
  register.write(() => {
    register.rows.drafts.removeOlderThan(oldestKept(register))
    register.rows.drafts.save(key, { content, savedAt })
  })
  return { savedAt }
}

export function discardDraft(register: Register, key: string): void {
  register.write(() => register.rows.drafts.remove(key))
}

function oldestKept(register: Register): string {
  return new Date(register.ports.clock.now() - DRAFT_DAYS * DAY_MS).toISOString()
}
