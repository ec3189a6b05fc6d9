import { QueryClient } from '@tanstack/react-query'

/**
 * The desk is on this PC or in this house and says itself when something changed: so nothing is asked again on focus or by the
 * clock, nothing waits for the browser to believe in a network, and a failed call is shown rather than tried again in silence.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
