import { MAX_FILE_BYTES } from '#shared/contract/file.ts'

/** First bytes of what a receipt may be: PDF, PNG, JPEG. The name and the type a browser states prove nothing. */
const MAGIC: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff],
]

const LONGEST_MAGIC = 8

/** Why a file cannot be a receipt; `null` when it can. The desk looks again; this is so that the clerk hears at once. */
export async function receiptTrouble(file: Blob): Promise<'not_receipt' | 'too_large' | null> {
  if (file.size > MAX_FILE_BYTES) return 'too_large'
  const first = new Uint8Array(await file.slice(0, LONGEST_MAGIC).arrayBuffer())
  return MAGIC.some((magic) => magic.every((byte, position) => first[position] === byte)) ? null : 'not_receipt'
}

export const RECEIPT_ACCEPT = '.pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg'
