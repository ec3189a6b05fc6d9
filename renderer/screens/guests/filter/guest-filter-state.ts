import { create } from 'zustand'
import { EVERYBODY, GUEST_MARKS, type GuestFilter, type GuestMark, type Presence } from '#shared/domain/guest-filter.ts'

interface GuestFilterState {
  readonly filter: GuestFilter
  set(filter: GuestFilter): void
}

/** What the list of guests is narrowed to while this window is open; coming back from a guest finds it as it was. */
export const useGuestFilter = create<GuestFilterState>()((set) => ({
  filter: EVERYBODY,
  set: (filter) => set({ filter }),
}))

export function withPresence(filter: GuestFilter, presence: Presence): GuestFilter {
  return { ...filter, presence }
}

/** On or off, in the order in which they stand on screen: the same filter is always written alike. */
export function withMarkTurned(filter: GuestFilter, mark: GuestMark): GuestFilter {
  const isOn = filter.marks.includes(mark)
  return { ...filter, marks: GUEST_MARKS.filter((one) => (one === mark ? !isOn : filter.marks.includes(one))) }
}

export function isEverybody({ presence, marks }: GuestFilter): boolean {
  return presence === 'all' && marks.length === 0
}

export function isSameFilter(a: GuestFilter, b: GuestFilter): boolean {
  return a.presence === b.presence && a.marks.join(' ') === b.marks.join(' ')
}
