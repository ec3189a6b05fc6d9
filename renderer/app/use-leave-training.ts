import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { useDesk } from '../client/desk-context.tsx'

export interface LeaveTraining {
  /** Back to the real folder; the training guests stay where they are. */
  leave(): void
  /** Why it did not work; `null` otherwise. */
  readonly error: unknown
}

export function useLeaveTraining(): LeaveTraining {
  const { api } = useDesk()
  const queryClient = useQueryClient()
  const [, navigate] = useLocation()
  const { mutate, error } = useMutation(
    api.setup.leaveTraining.mutationOptions({
      onSuccess: async () => {
        navigate('/')
        await queryClient.invalidateQueries()
      },
    }),
  )
  const leave = useCallback(() => mutate(undefined), [mutate])
  return { leave, error }
}
