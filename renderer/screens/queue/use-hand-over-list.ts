import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { z } from 'zod'
import type { handOverEntrySchema } from '#shared/contract/filing-schemas.ts'
import { useDesk } from '../../client/desk-context.tsx'

export type HandOverEntry = z.infer<typeof handOverEntrySchema>

export interface HandOverListAccess {
  /** What the open list shows, kept fresh by the desk; `null` = it is shut, or not read yet. */
  readonly list: readonly HandOverEntry[] | null
  print(): void
  done(): void
  readonly error: unknown
  forgetError(): void
}

/** The list for the colleague who signs: opened to print it, to take it along as a table, to take somebody off it. */
export function useHandOverList(): HandOverListAccess {
  const { api } = useDesk()
  const [isOpen, setIsOpen] = useState(false)
  const reading = useQuery({ ...api.filing.handOverList.queryOptions(), enabled: isOpen })
  const print = useCallback(() => setIsOpen(true), [])
  const done = useCallback(() => setIsOpen(false), [])
  return {
    list: isOpen ? (reading.data ?? null) : null,
    print,
    done,
    error: isOpen ? reading.error : null,
    forgetError: done,
  }
}
