import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { z } from 'zod'
import type { foundSchema } from '#shared/contract/filing-schemas.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import type { Command } from '../../../commands/command.ts'
import { useCommands } from '../../../commands/use-commands.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useProofDraft } from '../../../notices/use-proof-draft.ts'

export type Found = z.infer<typeof foundSchema>
export type Offer = NonNullable<Found['offer']>

export interface FoundReceipt {
  readonly found: Found | undefined
  readonly isBusy: boolean
  /** Of accepting. */
  readonly error: unknown
  accept(offer: Offer): void
  decline(offer: Offer): void
}

interface FoundReceiptOptions {
  readonly noticeId: string
  readonly portal: string
  readonly isMine: boolean
  readonly onAccepted: (notice: Notice) => void
}

/** Whether a receipt that is downloaded will be seen. */
export function isWatched(found: Found | undefined): boolean {
  return found?.folders.some(({ state }) => state === 'readable') === true
}

/** What appears in the watched folders while this guest is filed; one key says yes, another no. */
export function useFoundReceipt({ noticeId, portal, isMine, onAccepted }: FoundReceiptOptions): FoundReceipt {
  const { say } = useWords()
  const { api } = useDesk()
  const queries = useQueryClient()
  const { reference: typed, forget } = useProofDraft(noticeId)
  const reference = typed.trim()
  const input = { noticeId }
  const { data: found } = useQuery({ ...api.filing.found.queryOptions({ input }), enabled: isMine })
  const accepting = useMutation(
    api.filing.acceptFound.mutationOptions({
      onSuccess(notice) {
        forget()
        onAccepted(notice)
      },
    }),
  )
  const declining = useMutation(
    api.filing.declineFound.mutationOptions({
      onSuccess: (now) => queries.setQueryData(api.filing.found.queryKey({ input }), now),
    }),
  )
  const isBusy = accepting.isPending || declining.isPending
  const offer = isMine ? (found?.offer ?? null) : null
  const { mutate: takeIt } = accepting
  const { mutate: leaveIt } = declining

  const acts = useMemo(
    () => ({
      accept: ({ sha256 }: Offer) => takeIt({ noticeId, sha256, portal, reference: reference === '' ? null : reference }),
      decline: ({ sha256 }: Offer) => leaveIt({ noticeId, sha256 }),
    }),
    [takeIt, leaveIt, noticeId, portal, reference],
  )
  useCommands(
    useMemo<readonly Command[]>(
      () =>
        offer === null
          ? []
          : [
              {
                id: 'filing.found.yes',
                name: say('filing.found.keys.yes'),
                shortcut: { code: 'KeyY' },
                inFooter: true,
                // What names somebody else is taken by the button alone: never by a key pressed in a hurry.
                isEnabled: () => offer.match !== 'other' && !isBusy,
                run: () => acts.accept(offer),
              },
              {
                id: 'filing.found.no',
                name: say('filing.found.keys.no'),
                shortcut: { code: 'KeyX' },
                inFooter: true,
                isEnabled: () => !isBusy,
                run: () => acts.decline(offer),
              },
            ],
      [say, offer, isBusy, acts],
    ),
  )
  return { found: isMine ? found : undefined, isBusy, error: accepting.error, ...acts }
}
