import { createHash } from 'node:crypto'
import { framedHash } from '#electron/store/framed-hash.ts'
import type { Ports } from '#electron/store/ports.ts'
import type { BusinessDayPerson, BusinessDayRecord } from '#electron/store/rows/business-days.ts'
import { openBytes, sealBytes } from '#electron/store/sealed-bytes.ts'
import type { StayKeys } from '#electron/store/stay-keys.ts'
import { omissionsOf, openPerson } from './snapshot.ts'

/** What the original of a close is. */
export const ORIGINAL_FORMAT = 'pdf'

/**
 * The key of a file that names everybody in a close: it takes the salts of all of them, and each lies under the key of a stay. Erasing one
 * guest makes the file unreadable, without anybody having to think of it. `undefined` when somebody in it was erased. Throws like
 * {@link openPerson}.
 */
export function fileKeyOf(
  close: Pick<BusinessDayRecord, 'id' | 'body'>,
  people: readonly BusinessDayPerson[],
  stayKeys: StayKeys,
): Buffer | undefined {
  const salts: Buffer[] = []
  for (const [position, omission] of omissionsOf(close.body).entries()) {
    const opened = openPerson(close.id, omission, people[position], stayKeys)
    if (opened === null) return undefined
    salts.push(Buffer.from(opened.salt, 'hex'))
  }
  return Buffer.from(framedHash(['qabyl.business-day.file.1', close.id, ...salts]), 'hex')
}

export function sealFile(key: Buffer, place: FilePlace, content: Uint8Array, randomBytes: Ports['randomBytes']): Buffer {
  return sealBytes(key, associatedData(place), content, randomBytes)
}

/** `undefined` when the bytes were changed or belong elsewhere. */
export function openFile(key: Buffer, place: FilePlace, sealed: Uint8Array): Buffer | undefined {
  return openBytes(key, associatedData(place), sealed)
}

/** Which row holds the bytes; bound into the seal. */
export interface FilePlace {
  readonly businessDayId: string
  readonly format: string
  readonly language: string
}

/** Neither id, format nor language holds a line break. */
function associatedData({ businessDayId, format, language }: FilePlace): Buffer {
  return Buffer.from(`business-day-file\n${businessDayId}\n${format}\n${language}`, 'utf8')
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
