import { create } from 'zustand'

interface DeskLineState {
  /** `connecting` until the first answer; `lost` = the desk process does not answer; `refused` = this window is not let in. */
  readonly line: 'connecting' | 'connected' | 'lost' | 'refused'
  connected(): void
  lost(): void
  refused(): void
}

/** Whether the desk answers at all. The last answers stay on screen, under the message, while it does not. */
export const useDeskLine = create<DeskLineState>()((set) => ({
  line: 'connecting',
  connected: () => set({ line: 'connected' }),
  lost: () => set({ line: 'lost' }),
  refused: () => set({ line: 'refused' }),
}))
