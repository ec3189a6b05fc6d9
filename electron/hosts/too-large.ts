import { MAX_FILE_BYTES } from '#shared/contract/file.ts'
import { Refusal } from './command.ts'

/** What is refused before it fills the memory of the front desk's PC. */
export function tooLarge(source: string): Refusal {
  const limitMb = MAX_FILE_BYTES / 1024 / 1024
  return new Refusal(
    'TOO_LARGE',
    `${source} is too large (at most ${limitMb} MB). Nothing was changed; split it, or check that it is the right one.`,
  )
}
