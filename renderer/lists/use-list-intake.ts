import { useCallback, useState } from 'react'
import { LIST_REFUSALS, splitTable } from '#shared/rooming/split-table.ts'
import { useDesk } from '../client/desk-context.tsx'
import { issuesOf } from '../client/desk-failure.ts'
import type { BroughtList } from './brought-list.ts'

/** Keys of the catalogue (`rooming.refused.<code>`). */
const REFUSALS = [...LIST_REFUSALS, 'not_a_table', 'file_too_large'] as const
export type ListRefusal = (typeof REFUSALS)[number]

export type ListTrouble =
  | { readonly kind: 'refused'; readonly code: ListRefusal }
  /** The desk did not answer, or does not let the caller in. */
  | { readonly kind: 'failed'; readonly error: unknown }

export interface ListIntaking {
  readonly trouble: ListTrouble | null
  readonly isReadingFile: boolean
  readText(text: string): void
  readFile(file: File): Promise<void>
  forgetTrouble(): void
}

/** Takes a list as text or as a file of a spreadsheet; what was made of it goes to `onList`. */
export function useListIntake(onList: (list: BroughtList) => void): ListIntaking {
  const { client } = useDesk()
  const [trouble, setTrouble] = useState<ListTrouble | null>(null)
  const [isReadingFile, setIsReadingFile] = useState(false)
  const forgetTrouble = useCallback(() => setTrouble(null), [])

  function readText(text: string): void {
    const table = splitTable(text)
    setTrouble(table.ok ? null : { kind: 'refused', code: table.error })
    if (table.ok) onList({ cells: table.value, chosen: {}, otherSheets: [] })
  }

  async function readFile(file: File): Promise<void> {
    setTrouble(null)
    setIsReadingFile(true)
    try {
      const { cells, otherSheets } = await client.rooming.readFile({ content: file })
      onList({ cells, chosen: {}, otherSheets })
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setIsReadingFile(false)
    }
  }

  return { trouble, isReadingFile, readText, readFile, forgetTrouble }
}

function troubleOf(error: unknown): ListTrouble {
  const codes = issuesOf(error).map(({ code }) => code)
  const code = REFUSALS.find((refusal) => codes.includes(refusal))
  return code === undefined ? { kind: 'failed', error } : { kind: 'refused', code }
}
