import { z } from 'zod'
import { guestFilterSchema } from '#shared/contract/guest-list-schemas.ts'
import type { GuestFilter } from '#shared/domain/guest-filter.ts'

/** A filter by the name a clerk gave it. Holds no guest: what was typed into the search is not kept. */
export interface SavedFilter {
  readonly id: string
  readonly name: string
  readonly filter: GuestFilter
}

export const LONGEST_FILTER_NAME = 40

const savedSchema = z.object({
  filters: z.array(z.object({ id: z.string(), name: z.string(), filter: guestFilterSchema })),
})

/** As they lie in the register; what another version wrote and this one cannot read counts as none. */
export function readSavedFilters(content: string | null): readonly SavedFilter[] {
  if (content === null) return []
  try {
    const read = savedSchema.safeParse(JSON.parse(content))
    return read.success ? read.data.filters : []
  } catch {
    return []
  }
}

export function writeSavedFilters(filters: readonly SavedFilter[]): string {
  return JSON.stringify({ filters })
}

/** A second one of the same name replaces the first, in its place. */
export function withSavedFilter(filters: readonly SavedFilter[], added: SavedFilter): readonly SavedFilter[] {
  const isSame = ({ name }: SavedFilter) => name.toLocaleLowerCase() === added.name.toLocaleLowerCase()
  return filters.some(isSame) ? filters.map((one) => (isSame(one) ? { ...added, id: one.id } : one)) : [...filters, added]
}
