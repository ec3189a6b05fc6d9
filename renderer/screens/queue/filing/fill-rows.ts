import type { z } from 'zod'
import type { fillSheetSchema } from '#shared/contract/filing-schemas.ts'

export type FillSheet = z.infer<typeof fillSheetSchema>
export type FillField = FillSheet['fields'][number]

/** A line of the fill-in sheet. */
export interface FillRow {
  readonly field: FillField
  /** `copy` = has a value; `empty` = the portal's field stays empty; `missing` = the portal requires what is not known. */
  readonly kind: 'copy' | 'empty' | 'missing'
  /** Its own key; only rows with a value have one, and only the first eighteen of them. */
  readonly key: FillKey | null
}

/** A digit of the top row; with Shift from the tenth field on. */
export interface FillKey {
  readonly digit: number
  readonly shift: boolean
}

const DIGITS = 9

/** The portal's fields in its own order, each with the key that copies it. */
export function fillRows(fields: readonly FillField[]): readonly FillRow[] {
  let position = 0
  return fields.map((field) => {
    if (field.value === null) return { field, kind: isMissing(field) ? 'missing' : 'empty', key: null }
    const key = position < DIGITS * 2 ? { digit: (position % DIGITS) + 1, shift: position >= DIGITS } : null
    position += 1
    return { field, kind: 'copy', key }
  })
}

/** What the portal requires and refuses to take as it is has its own hint; that is no gap of ours. */
function isMissing({ required, hint }: FillField): boolean {
  return required && hint === null
}

/** The row to take now: the first after `from` that was not taken, then the first at all; `null` when every value is taken. */
export function rowToCopy(rows: readonly FillRow[], copied: ReadonlySet<string>, from: string | null): FillRow | null {
  const start = rows.findIndex(({ field }) => field.key === from) + 1
  const round = [...rows.slice(start), ...rows.slice(0, start)]
  return round.find(({ field, kind }) => kind === 'copy' && !copied.has(field.key)) ?? null
}

/** Cap of a row's key: `3`, `⇧3`. */
export function capOfKey({ digit, shift }: FillKey): string {
  return shift ? `⇧${digit}` : String(digit)
}

/** Fields that hold the number of a document; shown with three characters hidden, copied whole. */
export function holdsDocumentNumber({ key }: FillField): boolean {
  return key === 'documentNumber' || key === 'comment'
}
