import { create } from 'zustand'

interface PortalChoiceState {
  /** What the clerk switched to; `null` = the property's first choice. A portal that is down is down for the next guest too. */
  readonly portal: string | null
  choose(portal: string | null): void
}

/** Kept for as long as this window is open; the panel says when it is not the usual one. */
export const usePortalChoice = create<PortalChoiceState>()((set) => ({
  portal: null,
  choose: (portal) => set({ portal }),
}))
