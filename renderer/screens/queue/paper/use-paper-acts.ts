import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { PaperListSummary } from '#shared/contract/paper-schemas.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { showFile } from '../../../client/show-file.ts'
import { useWords } from '../../../i18n/use-words.ts'

export interface PaperActs {
  /** Makes a list of them and shows it, ready for the printer. */
  make(notices: readonly Notice[]): void
  /** Shows the list as it was printed, with the printer's dialog. */
  print(list: Pick<PaperListSummary, 'id' | 'number'>): void
  takeOff(listId: string, noticeId: string): void
  /** Something to be read out: what was done last; `null` = nothing yet. */
  readonly said: string | null
  say(what: string | null): void
  readonly isBusy: boolean
  readonly error: unknown
}

/** `onMade` follows a list that was made. */
export function usePaperActs(onMade: () => void): PaperActs {
  const { client, api } = useDesk()
  const words = useWords()
  const queryClient = useQueryClient()
  const [said, setSaid] = useState<string | null>(null)
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.paper.key() })

  async function show(listId: string): Promise<void> {
    const { content, fileName } = await client.paper.print({ listId })
    showFile(new Blob([await content.arrayBuffer()], { type: 'application/pdf' }), fileName, true)
  }

  const making = useMutation({
    async mutationFn(noticeIds: readonly string[]) {
      const list = await client.paper.make({ listId: crypto.randomUUID(), noticeIds: [...noticeIds] })
      setSaid(words.say('paper.lists.number', { number: list.number }))
      onMade()
      await show(list.id)
    },
    onSettled: refresh,
  })
  const printing = useMutation({ mutationFn: show, onSettled: refresh })
  const takingOff = useMutation(api.paper.takeOff.mutationOptions({ onSettled: refresh }))
  const { mutate: makeList, reset: resetMaking } = making
  const { mutate: printList, reset: resetPrinting } = printing
  const { mutate: takeOffList, reset: resetTakingOff } = takingOff

  const acts = useMemo(() => {
    /** What went wrong before is not said of what is done now. */
    function begin(): void {
      setSaid(null)
      resetMaking()
      resetPrinting()
      resetTakingOff()
    }
    return {
      make(notices: readonly Notice[]) {
        begin()
        makeList(notices.map(({ id }) => id))
      },
      print({ id }: Pick<PaperListSummary, 'id'>) {
        begin()
        printList(id)
      },
      takeOff(listId: string, noticeId: string) {
        begin()
        takeOffList({ listId, noticeId })
      },
      say: setSaid,
    }
  }, [makeList, printList, takeOffList, resetMaking, resetPrinting, resetTakingOff])
  return {
    ...acts,
    said,
    isBusy: making.isPending || printing.isPending || takingOff.isPending,
    error: making.error ?? printing.error ?? takingOff.error,
  }
}
