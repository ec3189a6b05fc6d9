import { readFileSync } from 'node:fs'

/** One call that changed something in the watched folder, as the preload library recorded it. Paths are absolute. */
export type DiskCall =
  | {
      readonly kind: 'opened'
      readonly inode: number
      readonly path: string
      readonly isCreated: boolean
      readonly isFolder: boolean
      readonly isEmptied: boolean
    }
  | { readonly kind: 'written'; readonly inode: number; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'truncated'; readonly inode: number; readonly length: number }
  /** A file or a folder is on disk. */
  | { readonly kind: 'synced'; readonly inode: number }
  | { readonly kind: 'unlinked'; readonly path: string }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  | { readonly kind: 'made_folder'; readonly inode: number; readonly path: string }
  | { readonly kind: 'removed_folder'; readonly path: string }
  /** What the process said between two calls, through its marks file. */
  | { readonly kind: 'marked'; readonly text: string }
  /** A call that was made to fail, by the class it belongs to. */
  | { readonly kind: 'failed'; readonly classes: number; readonly what: string }

const HEADER_BYTES = 32

/** Reads a whole record. Throws when a call was used that the library does not model, or when the record is cut short. */
export function readDiskLog(file: string): DiskCall[] {
  const bytes = readFileSync(file)
  const calls: DiskCall[] = []
  for (let at = 0; at < bytes.length; ) {
    const textLength = bytes.readUInt32LE(at + 4)
    const dataLength = Number(bytes.readBigUInt64LE(at + 24))
    const textAt = at + HEADER_BYTES
    const dataAt = textAt + textLength
    const nextAt = dataAt + dataLength
    if (nextAt > bytes.length) throw new Error(`The record of the disk ends within a call, at byte ${at}`)
    calls.push(
      callOf({
        operation: bytes.readUInt32LE(at),
        inode: Number(bytes.readBigUInt64LE(at + 8)),
        offset: Number(bytes.readBigUInt64LE(at + 16)),
        text: bytes.toString('utf8', textAt, dataAt),
        bytes: bytes.subarray(dataAt, nextAt),
      }),
    )
    at = nextAt
  }
  return calls
}

interface RawCall {
  readonly operation: number
  readonly inode: number
  readonly offset: number
  readonly text: string
  readonly bytes: Buffer
}

/** Numbers and flags as in `preload/disk-calls.c`. */
function callOf({ operation, inode, offset, text, bytes }: RawCall): DiskCall {
  switch (operation) {
    case 1:
      return {
        kind: 'opened',
        inode,
        path: text,
        isCreated: (offset & 1) !== 0,
        isFolder: (offset & 2) !== 0,
        isEmptied: (offset & 4) !== 0,
      }
    case 2:
      return { kind: 'written', inode, offset, bytes }
    case 3:
      return { kind: 'truncated', inode, length: offset }
    case 4:
      return { kind: 'synced', inode }
    case 5:
      return { kind: 'unlinked', path: text }
    case 6: {
      const [from = '', to = ''] = text.split('\0')
      return { kind: 'renamed', from, to }
    }
    case 7:
      return { kind: 'made_folder', inode, path: text }
    case 8:
      return { kind: 'removed_folder', path: text }
    case 9:
      return { kind: 'marked', text: bytes.toString('utf8') }
    case 10:
      return { kind: 'failed', classes: offset, what: text }
    case 11:
      throw new Error(`The desk changed a file in a way the record does not model: ${text}`)
    default:
      throw new Error(`The record of the disk names an operation nobody knows: ${operation}`)
  }
}
