import { create } from 'zustand'

interface GuestSearch {
  /** What stands in the header's search box. In memory only: a name does not belong into an address or a history. */
  readonly query: string
  setQuery(query: string): void
}

export const useGuestSearch = create<GuestSearch>()((set) => ({
  query: '',
  setQuery: (query) => set({ query }),
}))
