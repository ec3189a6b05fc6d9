import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useDesk } from '../../client/desk-context.tsx'
import type { GuestDetail } from './guest-form.ts'

/** Reads the guest anew, for this screen as well. Answers `null` where the desk does not: what stands on the screen is then all that is known. */
export function useNewestDetail(noticeId: string): () => Promise<GuestDetail | null> {
  const { api } = useDesk()
  const queryClient = useQueryClient()
  return useCallback(
    () =>
      queryClient.fetchQuery({ ...api.guest.get.queryOptions({ input: { noticeId } }), staleTime: 0 }).catch((): null => null),
    [api, queryClient, noticeId],
  )
}
