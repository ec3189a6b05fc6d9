import type { FileContent } from '#shared/contract/file.ts'
import type { Caller } from './caller.ts'
import { deskError } from './desk-error.ts'
import { type ReceiptView, receiptView } from './guest-detail.ts'
import type { Register } from './register.ts'

/**
 * Opens a stored receipt and writes down who looked. Throws `NOT_FOUND` for an unknown one, for a proof that is a reference alone,
 * and for a receipt whose guest was erased.
 */
export function openReceipt(
  register: Register,
  caller: Caller,
  receiptId: string,
): { receipt: ReceiptView; content: FileContent } {
  const { rows, store } = register
  const record = rows.receipts.find(receiptId)
  const receipt = record === undefined ? undefined : receiptView(record)
  const notification = record === undefined ? undefined : rows.notifications.find(record.notificationId)
  const sealed = rows.receipts.sealedContent(receiptId)
  if (receipt === undefined || notification === undefined || sealed === undefined)
    throw deskError('NOT_FOUND', { what: 'receipt' })
  const bytes = store.stayKeys.open(notification.stayId, `receipt:${receiptId}`, sealed)
  if (bytes === undefined) throw deskError('NOT_FOUND', { what: 'receipt' })
  register.write(() =>
    store.audit.append({
      actor: caller.actor,
      action: 'notice.receipt_opened',
      subject: notification.id,
      stayId: notification.stayId,
      details: { receiptId },
    }),
  )
  return { receipt, content: new Blob([new Uint8Array(bytes)], { type: receipt.mediaType }) }
}
