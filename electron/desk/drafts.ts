import type { Draft } from '#electron/store/rows/drafts.ts'
import type { Register } from './register.ts'

/** The unfinished form of one workplace; empty when there is none. */
export function getDraft(register: Register, key: string): { content: string | null; savedAt: string | null } {
  const draft: Draft | undefined = register.rows.drafts.find(key)
  return { content: draft?.content ?? null, savedAt: draft?.savedAt ?? null }
}

export function saveDraft(register: Register, key: string, content: string): { savedAt: string } {
  const savedAt = register.now()
  register.write(() => register.rows.drafts.save(key, { content, savedAt }))
  return { savedAt }
}

export function discardDraft(register: Register, key: string): void {
  register.write(() => register.rows.drafts.remove(key))
}
