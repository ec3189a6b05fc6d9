import { create } from 'zustand'

interface RecoveryCodeState {
  /** Shown once, right after the property was made; lives in memory alone and is gone with the window. */
  readonly code: string | null
  show(code: string): void
  done(): void
}

export const useRecoveryCode = create<RecoveryCodeState>()((set) => ({
  code: null,
  show: (code) => set({ code }),
  done: () => set({ code: null }),
}))
