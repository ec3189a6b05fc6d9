import type { z } from 'zod'
import type { conventionSchema } from '#shared/contract/filing-schemas.ts'
import { PURPOSES, type Purpose } from '#shared/domain/guest.ts'

export type Convention = z.infer<typeof conventionSchema>

/** A convention while it is edited: texts as typed, empty = the usual. */
export interface ConventionDraft extends Omit<Convention, 'address' | 'hostNumber' | 'purposes'> {
  readonly address: string
  readonly hostNumber: string
  readonly purposes: Readonly<Record<Purpose, string>>
}

export function draftOf({ address, hostNumber, purposes, ...choices }: Convention): ConventionDraft {
  const typed = Object.fromEntries(PURPOSES.map((purpose) => [purpose, purposes[purpose] ?? ''])) as Record<Purpose, string>
  return { ...choices, address: address ?? '', hostNumber: hostNumber ?? '', purposes: typed }
}

/** What a draft amounts to: blanks are the usual again. */
export function conventionIn({ address, hostNumber, purposes, ...choices }: ConventionDraft): Convention {
  const typed = PURPOSES.map((purpose) => [purpose, purposes[purpose].trim()] as const).filter(([, word]) => word !== '')
  return { ...choices, address: textOrNull(address), hostNumber: textOrNull(hostNumber), purposes: Object.fromEntries(typed) }
}

/** The same without what cannot be read yet: a number half typed does not stop the preview. */
export function previewOf(draft: ConventionDraft): Convention {
  const convention = conventionIn(draft)
  const isWhole = convention.hostNumber !== null && /^\d{12}$/.test(convention.hostNumber)
  return isWhole ? convention : { ...convention, hostNumber: null }
}

function textOrNull(text: string): string | null {
  const trimmed = text.trim()
  return trimmed === '' ? null : trimmed
}
