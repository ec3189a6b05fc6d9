import { create } from 'zustand'

interface GuestWalk {
  /** Where the guest was opened from: Esc goes back there. */
  readonly from: string
  /** Notices in the order of that list: J and K walk along it. */
  readonly ids: readonly string[]
  start(from: string, ids: readonly string[]): void
}

/** The list a guest was opened from. Ids only. */
export const useGuestWalk = create<GuestWalk>()((set) => ({
  from: '/guests',
  ids: [],
  start: (from, ids) => set({ from, ids }),
}))

/** The neighbour in the list; `undefined` at its ends and outside it. */
export function neighbour(ids: readonly string[], id: string, step: 1 | -1): string | undefined {
  const index = ids.indexOf(id)
  return index < 0 ? undefined : ids[index + step]
}
