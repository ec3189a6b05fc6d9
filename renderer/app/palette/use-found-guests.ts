import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDesk } from '../../client/desk-context.tsx'
import { otherLayouts } from '../../commands/layouts.ts'
import type { FoundGuests } from './palette-options.ts'

/** The rest is one line further, in the list of guests. */
const MOST_GUESTS = 6

export interface GuestLookup {
  /** `null` = nothing is asked for, or nothing is known yet. */
  readonly found: FoundGuests | null
  /** What is shown is not yet the answer to what is typed. */
  readonly isLooking: boolean
  readonly error: unknown
}

/** Guests for what is typed; where there is none, for what the same keys write on another layout. */
export function useFoundGuests(typed: string): GuestLookup {
  const { api } = useDesk()
  const query = typed.trim()
  // Signs alone – `;` stands where `ж` does – name nobody; the desk would take them for no question and answer with everyone.
  const [reading = '', other = ''] = [query, ...otherLayouts(query)].filter((text) => /[\p{L}\p{N}]/u.test(text))
  const first = useQuery(
    api.guest.search.queryOptions({
      input: { query: reading, limit: MOST_GUESTS },
      enabled: reading !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const isNobody = first.data?.total === 0 && !first.isPlaceholderData
  const second = useQuery(
    api.guest.search.queryOptions({
      input: { query: other, limit: MOST_GUESTS },
      enabled: other !== '' && isNobody,
    }),
  )
  const usesSecond = isNobody && second.data !== undefined
  const data = usesSecond ? second.data : first.data
  return {
    found:
      reading === '' || data === undefined
        ? null
        : { query: usesSecond ? other : reading, notices: data.notices, total: data.total },
    isLooking: reading !== '' && (first.isPlaceholderData || first.isLoading || second.isLoading),
    error: first.error ?? second.error,
  }
}
