import type { Say } from '../i18n/use-words.ts'

const WORDED = ['folder_blocked', 'disk_full', 'locked', 'damaged'] as const

/** Why the data cannot be written, and what to do. */
export function troubleInWords(cause: string, say: Say): string {
  const known = WORDED.find((code) => code === cause)
  return say(`storeTrouble.${known ?? 'other'}`)
}
