import { z } from 'zod'

/**
 * A file on its way across the contract. Both hosts hand over a real `Blob`; only what is used of it is named here, because
 * `shared/` compiles without DOM and Node types.
 */
export interface FileContent {
  /** Media type as the sender says, `application/pdf`; may be empty. */
  readonly type: string
  /** Bytes. */
  readonly size: number
  arrayBuffer(): Promise<ArrayBuffer>
}

/** 20 MB: a scanned receipt is a few hundred kB. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

export const fileSchema = z.custom<FileContent>((value) => isFileContent(value) && value.size <= MAX_FILE_BYTES, {
  error: 'expected a file of at most 20 MB',
})

function isFileContent(value: unknown): value is FileContent {
  return (
    typeof value === 'object' &&
    value !== null &&
    'size' in value &&
    typeof value.size === 'number' &&
    'arrayBuffer' in value &&
    typeof value.arrayBuffer === 'function'
  )
}
