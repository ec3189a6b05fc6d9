import { useCallback, useMemo, useState } from 'react'
import { copyText } from '../../../notices/copy-text.ts'
import { type FillRow, rowToCopy } from './fill-rows.ts'

export interface Copying {
  /** Keys of the portal's fields already taken. */
  readonly copied: ReadonlySet<string>
  /** The field to take now; `null` when all are taken. */
  readonly current: FillRow | null
  /** The clipboard refused this one: it is shown for copying by hand. */
  readonly refused: FillRow | null
  copy(row: FillRow): void
  /** Lights up another field without copying it. */
  light(row: FillRow): void
}

/** Field by field into the clipboard; the next one lights up by itself. */
export function useCopying(rows: readonly FillRow[]): Copying {
  const [copied, setCopied] = useState<ReadonlySet<string>>(new Set())
  const [lit, setLit] = useState<string | null>(null)
  const [refused, setRefused] = useState<FillRow | null>(null)
  const current = useMemo(
    () => rows.find(({ field, kind }) => kind === 'copy' && field.key === lit) ?? rowToCopy(rows, copied, null),
    [rows, copied, lit],
  )

  const copy = useCallback(
    (row: FillRow) => {
      if (row.field.value === null) return
      void copyText(row.field.value).then((wasCopied) => {
        setRefused(wasCopied ? null : row)
        if (!wasCopied) return setLit(row.field.key)
        const known = new Set(copied).add(row.field.key)
        setCopied(known)
        setLit(rowToCopy(rows, known, row.field.key)?.field.key ?? null)
      })
    },
    [rows, copied],
  )
  const light = useCallback((row: FillRow) => setLit(row.field.key), [])
  return { copied, current, refused, copy, light }
}
