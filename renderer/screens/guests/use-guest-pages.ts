import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { GuestRow } from '#shared/contract/guest-list-schemas.ts'
import type { GuestFilter } from '#shared/domain/guest-filter.ts'
import { useDesk } from '../../client/desk-context.tsx'

/** Rows read at once: a large monitor's, and an answer that is taken in between two frames. */
const PAGE_ROWS = 50
/** A thumb dragged through a hundred thousand rows passes pages that nobody looks at: only where it rests is read. */
const REST_MS = 60
/** Pages that are out of sight are forgotten after this. */
const KEPT_MS = 30_000

export interface GuestPages {
  readonly total: number
  /** `undefined` while it is being read. */
  rowAt(index: number): GuestRow | undefined
  /** Rows that have been read, in order. */
  readonly loaded: readonly GuestRow[]
  /** These are looked at now. */
  look(firstIndex: number, lastIndex: number): void
  readonly isRead: boolean
  readonly error: unknown
  again(): void
}

/** The list of guests as far as it is looked at: the first page always, others as they come into sight. */
export function useGuestPages(query: string, filter: GuestFilter): GuestPages {
  const { api } = useDesk()
  const [looked, setLooked] = useState<readonly number[]>([])
  const asked = useMemo(
    () => ({ query, filter: { presence: filter.presence, marks: [...filter.marks] }, limit: PAGE_ROWS }),
    [query, filter],
  )
  const first = useQuery({
    ...api.guestList.page.queryOptions({ input: { ...asked, offset: 0 } }),
    placeholderData: keepPreviousData,
  })
  const pages = useMemo(() => looked.filter((page) => page > 0), [looked])
  const others = useQueries({
    queries: pages.map((page) => ({
      ...api.guestList.page.queryOptions({ input: { ...asked, offset: page * PAGE_ROWS } }),
      gcTime: KEPT_MS,
    })),
    combine: useCallback(
      (results: { data: { rows: GuestRow[] } | undefined; error: unknown }[]) => ({
        rows: results.map(({ data }) => data?.rows),
        error: results.find(({ error }) => error !== null)?.error ?? null,
      }),
      [],
    ),
  })
  const [wanted, setWanted] = useState<readonly number[]>([])
  useEffect(() => {
    const timer = window.setTimeout(() => setLooked(wanted), REST_MS)
    return () => window.clearTimeout(timer)
  }, [wanted])

  const byPage = useMemo(() => {
    const found = new Map<number, readonly GuestRow[]>()
    if (first.data !== undefined) found.set(0, first.data.rows)
    pages.forEach((page, index) => {
      const rows = others.rows[index]
      if (rows !== undefined) found.set(page, rows)
    })
    return found
  }, [first.data, pages, others.rows])

  const look = useCallback((firstIndex: number, lastIndex: number) => {
    const from = Math.floor(firstIndex / PAGE_ROWS)
    const next = Array.from({ length: Math.floor(lastIndex / PAGE_ROWS) - from + 1 }, (_, index) => from + index)
    setWanted((before) => (before.join() === next.join() ? before : next))
  }, [])

  return {
    total: first.data?.total ?? 0,
    rowAt: useCallback((index) => byPage.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS], [byPage]),
    loaded: useMemo(() => [...byPage].toSorted(([a], [b]) => a - b).flatMap(([, rows]) => rows), [byPage]),
    look,
    isRead: first.data !== undefined,
    error: first.error ?? others.error,
    again: () => void first.refetch(),
  }
}
