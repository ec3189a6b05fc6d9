import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { DeliverySettings } from '#shared/contract/delivery-schemas.ts'
import { useDesk } from '../../../client/desk-context.tsx'

export function useDeliverySettings(isAsked: boolean) {
  const { api } = useDesk()
  return useQuery({ ...api.delivery.settings.queryOptions(), enabled: isAsked })
}

export function useDeliveries() {
  const { api } = useDesk()
  return useQuery(api.delivery.list.queryOptions({ input: { limit: 50 } }))
}

/** What the desk answers is what counts now; it is shown at once. */
export function useDeliveryChanges() {
  const { api } = useDesk()
  const queries = useQueryClient()
  const onSuccess = (settings: DeliverySettings) => queries.setQueryData(api.delivery.settings.queryKey(), settings)
  return {
    email: useMutation(api.delivery.setEmail.mutationOptions({ onSuccess })),
    telegram: useMutation(api.delivery.setTelegram.mutationOptions({ onSuccess })),
    sms: useMutation(api.delivery.setSms.mutationOptions({ onSuccess })),
    recipients: useMutation(api.delivery.setRecipients.mutationOptions({ onSuccess })),
    schedule: useMutation(api.delivery.setSchedule.mutationOptions({ onSuccess })),
  }
}

/** Acts on one delivery; the list is read again when they are done. */
export function useDeliveryActs() {
  const { api } = useDesk()
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: api.delivery.list.key() })
  return {
    test: useMutation(api.delivery.test.mutationOptions({ onSettled })),
    tryAgain: useMutation(api.delivery.tryAgain.mutationOptions({ onSettled })),
    dismiss: useMutation(api.delivery.dismiss.mutationOptions({ onSettled })),
  }
}
