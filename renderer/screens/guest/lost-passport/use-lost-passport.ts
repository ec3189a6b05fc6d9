import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { LossCase } from '#shared/contract/lost-passport-contract.ts'
import type { Language } from '#shared/i18n/language.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { showFile } from '../../../client/show-file.ts'

/** The cases of a guest: the open one, if there is one, and those that ended, newest first. */
export function useLostPassport(noticeId: string) {
  const { api } = useDesk()
  const { data: cases, error, refetch } = useQuery(api.lostPassport.get.queryOptions({ input: { noticeId } }))
  return {
    isKnown: cases !== undefined,
    /** Why nothing is known, and the way to ask again; `null` = it is known, or on its way. */
    unread: cases === undefined && error !== null ? { error, onRetry: () => void refetch() } : null,
    open: cases?.find(({ closed }) => closed === null),
    closed: cases?.filter(({ closed }) => closed !== null) ?? [],
  }
}

/** What can be done with a case. What the desk answers is shown at once; after a refusal the case is read again. */
export function useLossActs(noticeId: string) {
  const { api } = useDesk()
  const queryClient = useQueryClient()
  const queryKey = api.lostPassport.get.queryKey({ input: { noticeId } })
  const options = {
    onSuccess: (changed: LossCase) =>
      queryClient.setQueryData<LossCase[]>(queryKey, (cases = []) => [changed, ...cases.filter(({ id }) => id !== changed.id)]),
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.lostPassport.key() }),
  }
  return {
    open: useMutation(api.lostPassport.open.mutationOptions(options)),
    recordStep: useMutation(api.lostPassport.recordStep.mutationOptions(options)),
    close: useMutation(api.lostPassport.close.mutationOptions(options)),
    reopen: useMutation(api.lostPassport.reopen.mutationOptions(options)),
  }
}

interface Sheet {
  readonly caseId: string
  readonly sheet: 'guest' | 'manager'
  readonly language: Language | null
}

/** A sheet in a new tab with the printer's dialog; its printing stands in the guest's history. */
export function useLossSheet() {
  const { client, api } = useDesk()
  const queryClient = useQueryClient()
  return useMutation({
    async mutationFn(wanted: Sheet) {
      const { content, fileName } = await client.lostPassport.print(wanted)
      showFile(new Blob([await content.arrayBuffer()], { type: 'application/pdf' }), fileName, true)
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: api.guest.get.key() }),
  })
}
