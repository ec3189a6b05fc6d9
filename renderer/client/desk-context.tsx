import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import { QueryClientProvider } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { DeskClient } from '#shared/contract/transport/desk-client.ts'
import type { DeskConnection } from './desk-connection.ts'
import { makeQueryClient } from './query-client.ts'
import { watchDesk } from './watch-desk.ts'

export type DeskApi = RouterUtils<DeskClient>

interface DeskAccess {
  readonly client: DeskClient
  /** Query and mutation options for every procedure: `useQuery(api.board.get.queryOptions())`. */
  readonly api: DeskApi
}

const DeskContext = createContext<DeskAccess | null>(null)

/** Gives the screens the desk, and keeps what they show fresh by the desk's own events. */
export function DeskProvider({ connection, children }: { readonly connection: DeskConnection; readonly children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient)
  const access = useMemo<DeskAccess>(
    () => ({ client: connection.client, api: createTanstackQueryUtils(connection.client) }),
    [connection],
  )
  useEffect(() => watchDesk(connection, access.api, queryClient), [connection, access, queryClient])
  return (
    <DeskContext value={access}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </DeskContext>
  )
}

export function useDesk(): DeskAccess {
  const access = useContext(DeskContext)
  if (access === null) throw new Error('useDesk outside DeskProvider')
  return access
}
