import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { filingSettingsSchema } from '#shared/contract/filing-schemas.ts'
import { useDesk } from '../../../client/desk-context.tsx'

export type FilingSettings = z.infer<typeof filingSettingsSchema>
export type PortalSettings = FilingSettings['portals'][number]

export function useFilingSettings() {
  const { api } = useDesk()
  return useQuery(api.filing.settings.queryOptions())
}

/** The three changes there are. What the desk answers is what counts now; it is shown at once. */
export function useFilingChanges() {
  const { api } = useDesk()
  const queries = useQueryClient()
  const onSuccess = (settings: FilingSettings) => queries.setQueryData(api.filing.settings.queryKey(), settings)
  return {
    portals: useMutation(api.filing.setPortals.mutationOptions({ onSuccess })),
    convention: useMutation(api.filing.setConvention.mutationOptions({ onSuccess })),
    folders: useMutation(api.filing.setFolders.mutationOptions({ onSuccess })),
  }
}
