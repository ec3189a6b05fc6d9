import { openNested, sealNested } from '#electron/store/nested-seal.ts'
import type { Register } from '../register.ts'

/** The photo or scan of a stamped copy names everybody on it: sealed so that it opens for nobody once one of them is erased. */
export function sealStampedCopy({ store }: Register, scanId: string, stayIds: readonly string[], bytes: Buffer): Buffer {
  return sealNested(store.stayKeys, stayIds, `paper-scan:${scanId}`, bytes)
}

/** `undefined` when it is not there or one of its guests was erased. Throws `SealBrokenError` when the bytes were changed on disk. */
export function openStampedCopy({ rows, store }: Register, scanId: string): Buffer | undefined {
  const sealed = rows.paperScans.sealed(scanId)
  return sealed === undefined ? undefined : openNested(store.stayKeys, sealed.stayIds, `paper-scan:${scanId}`, sealed.content)
}
