import { useQueryClient } from '@tanstack/react-query'
import type { Rules } from '#shared/contract/law-schemas.ts'
import { useDesk } from '../../client/desk-context.tsx'

/** Puts what the desk answered to a change on screen at once; its event, which reads all of it again, comes a moment later. */
export function useRulesAnswer(): (rules: Rules) => void {
  const { api } = useDesk()
  const queryClient = useQueryClient()
  return (rules) => {
    queryClient.setQueryData(api.rules.get.queryKey(), rules)
  }
}
