import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useDesk } from '../../client/desk-context.tsx'
import { showFile } from '../../client/show-file.ts'

export interface ReceiptAccess {
  /** Shows the receipt in a new tab; where no window may open, it is saved instead. */
  open(receiptId: string): void
  /** The same, with the printer's dialog. */
  print(receiptId: string): void
  readonly isBusy: boolean
  readonly error: unknown
}

/** The stored bytes of a receipt, as the browser itself shows a PDF or a picture. Each opening is written into the journal. */
export function useReceipt(): ReceiptAccess {
  const { client, api } = useDesk()
  const queryClient = useQueryClient()
  const reading = useMutation({
    mutationFn: async ({ receiptId, prints }: { readonly receiptId: string; readonly prints: boolean }) => {
      const { receipt, content } = await client.receipt.get({ receiptId })
      const blob = new Blob([await content.arrayBuffer()], { type: receipt.mediaType })
      showFile(blob, receipt.fileName, prints)
    },
    // The opening is an entry of its own in the guest's timeline.
    onSuccess: () => queryClient.invalidateQueries({ queryKey: api.guest.get.key() }),
  })
  return {
    open: (receiptId) => reading.mutate({ receiptId, prints: false }),
    print: (receiptId) => reading.mutate({ receiptId, prints: true }),
    isBusy: reading.isPending,
    error: reading.error,
  }
}
