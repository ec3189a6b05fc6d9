import type { QueryClient, QueryKey } from '@tanstack/react-query'

/**
 * What this window shows under `queryKey` – without one, everything – is read again, for something has changed. TanStack Query lets the very
 * first reading of an answer go on where it breaks off any later one; but the desk may have made that answer before the change, so what was
 * being read for the first time is read once more.
 */
export async function readAgain(queries: QueryClient, queryKey?: QueryKey): Promise<void> {
  const filters = queryKey === undefined ? {} : { queryKey }
  const first = queries
    .getQueryCache()
    .findAll({ ...filters, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined)
  await queries.invalidateQueries(filters)
  if (first.length > 0) await queries.invalidateQueries({ ...filters, predicate: (query) => first.includes(query) })
}
