import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { GuestFilter } from '#shared/domain/guest-filter.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { browserName } from '../../../drafts/draft-key.ts'
import { readSavedFilters, type SavedFilter, withSavedFilter, writeSavedFilters } from './saved-filters.ts'

export interface SavedFilters {
  readonly filters: readonly SavedFilter[]
  save(name: string, filter: GuestFilter): void
  remove(id: string): void
  /** Why the last change was not kept; `null` = it was. */
  readonly error: unknown
  /** They are there and could not be read: not the same as none. */
  readonly isUnread: boolean
  again(): void
}

/** The filters of this workplace, which lie in the register like its drafts: a browser that forgets everything else finds them again. */
export function useSavedFilters(): SavedFilters {
  const { api, client } = useDesk()
  const queryClient = useQueryClient()
  const key = `guest-filters:${browserName()}`
  const input = { input: { key } }
  const { data, error: readError, refetch } = useQuery(api.draft.get.queryOptions(input))
  const filters = readSavedFilters(data?.content ?? null)
  const saving = useMutation({
    async mutationFn(change: (filters: readonly SavedFilter[]) => readonly SavedFilter[]) {
      // Another window of this browser may have changed them since; and what cannot be read is not written over.
      const kept = await client.draft.get({ key })
      const content = writeSavedFilters(change(readSavedFilters(kept.content)))
      const { savedAt } = await client.draft.save({ key, content })
      queryClient.setQueryData(api.draft.get.queryKey(input), { content, savedAt })
    },
  })
  return {
    filters,
    save: (name, filter) => saving.mutate((kept) => withSavedFilter(kept, { id: crypto.randomUUID(), name, filter })),
    remove: (id) => saving.mutate((kept) => kept.filter((one) => one.id !== id)),
    error: saving.error,
    isUnread: readError !== null,
    again: () => void refetch(),
  }
}
