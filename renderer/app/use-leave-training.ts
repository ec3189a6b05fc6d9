import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useDesk } from '../client/desk-context.tsx'

/** Back to the real folder; the training guests stay where they are. */
export function useLeaveTraining(): () => void {
  const { api } = useDesk()
  const queryClient = useQueryClient()
  const [, navigate] = useLocation()
  const leaving = useMutation(api.setup.leaveTraining.mutationOptions())
  return () =>
    leaving.mutate(undefined, {
      onSuccess: async () => {
        navigate('/')
        await queryClient.invalidateQueries()
      },
    })
}
