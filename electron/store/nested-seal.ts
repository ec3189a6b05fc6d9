import type { SealPurpose, StayKeys } from './stay-keys.ts'

/**
 * What names the guests of several stays at once – the photo of a stamped covering list – is sealed with the key of one stay inside that of
 * the next, and kept once. When one of these stays is erased it opens no more.
 */
export function sealNested(
  keys: Pick<StayKeys, 'seal'>,
  stayIds: readonly string[],
  purpose: SealPurpose,
  bytes: Buffer,
): Buffer {
  return stayIds.reduce((sealed, stayId) => keys.seal(stayId, purpose, sealed), bytes)
}

/** `undefined` when one of the stays was erased. Throws `SealBrokenError` when the bytes were changed or belong to another row. */
export function openNested(
  keys: Pick<StayKeys, 'open'>,
  stayIds: readonly string[],
  purpose: SealPurpose,
  sealed: Buffer,
): Buffer | undefined {
  return stayIds
    .toReversed()
    .reduce<Buffer | undefined>(
      (content, stayId) => (content === undefined ? undefined : keys.open(stayId, purpose, content)),
      sealed,
    )
}
