import type { ReceiptRecord } from '#electron/store/rows/receipts.ts'
import type { FileContent } from '#shared/contract/file.ts'
import type { Caller } from './caller.ts'
import { deskError } from './desk-error.ts'
import { type ReceiptView, receiptView } from './guest-detail.ts'
import { openStampedCopy } from './paper/stamped-copy.ts'
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
  if (record === undefined || receipt === undefined || notification === undefined)
    throw deskError('NOT_FOUND', { what: 'receipt' })
  const bytes = receiptBytes(register, record, notification.stayId)
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

/** The file of a proof, its own or the stamped copy it shares; `undefined` for a number alone and where a guest on it was erased. */
export function receiptBytes(register: Register, { id, paperScanId }: ReceiptRecord, stayId: string): Buffer | undefined {
  if (paperScanId !== null) return openStampedCopy(register, paperScanId)
  const sealed = register.rows.receipts.sealedContent(id)
  return sealed === undefined ? undefined : register.store.stayKeys.open(stayId, `receipt:${id}`, sealed)
}
