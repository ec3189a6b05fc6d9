import { create } from 'zustand'

interface GuestChoice {
  /** Arrivals that are ticked. Ids only. */
  readonly chosen: ReadonlySet<string>
  /** More matched than one act takes: the first of them are ticked. */
  readonly isCut: boolean
  turn(noticeId: string): void
  /** Ticks these as well; nobody loses a tick. */
  add(noticeIds: readonly string[]): void
  set(noticeIds: readonly string[], isCut: boolean): void
  clear(): void
}

const NOBODY: ReadonlySet<string> = new Set()

/** Whom the next act on many is for. Outlives a look at one guest. */
export const useGuestChoice = create<GuestChoice>()((set) => ({
  chosen: NOBODY,
  isCut: false,
  turn: (noticeId) =>
    set(({ chosen }) => ({
      chosen: chosen.has(noticeId) ? new Set([...chosen].filter((id) => id !== noticeId)) : new Set([...chosen, noticeId]),
      isCut: false,
    })),
  add: (noticeIds) => set(({ chosen }) => ({ chosen: new Set([...chosen, ...noticeIds]), isCut: false })),
  set: (noticeIds, isCut) => set({ chosen: new Set(noticeIds), isCut }),
  clear: () => set({ chosen: NOBODY, isCut: false }),
}))
