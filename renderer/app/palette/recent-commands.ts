import { create } from 'zustand'
import { persist } from 'zustand/middleware'

/** More are never shown. */
const KEPT = 12

interface RecentCommands {
  /** Ids of commands, the latest first. No guest is among them. */
  readonly ids: readonly string[]
  used(id: string): void
}

/** What this workplace ran from the palette lately. */
export const useRecentCommands = create<RecentCommands>()(
  persist(
    (set) => ({
      ids: [],
      used: (id) => set(({ ids }) => ({ ids: [id, ...ids.filter((known) => known !== id)].slice(0, KEPT) })),
    }),
    { name: 'qabyl.recent-commands', partialize: ({ ids }) => ({ ids }), merge: (kept, now) => ({ ...now, ids: idsOf(kept) }) },
  ),
)

/** What lies in the browser's storage may be anything. */
function idsOf(kept: unknown): readonly string[] {
  if (typeof kept !== 'object' || kept === null || !('ids' in kept) || !Array.isArray(kept.ids)) return []
  return kept.ids.filter((id): id is string => typeof id === 'string').slice(0, KEPT)
}
