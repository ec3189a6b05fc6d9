import { useMutation } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { Notice } from '#shared/contract/schemas.ts'
import { useDesk } from '../../client/desk-context.tsx'

export interface HandOverPrinting {
  /** What is being printed; `null` = nothing. */
  readonly list: readonly Notice[] | null
  print(): void
  done(): void
  readonly error: unknown
  forgetError(): void
}

/** Reads the list for the colleague who signs and sends it to the printer. */
export function useHandOverList(): HandOverPrinting {
  const { client } = useDesk()
  const [list, setList] = useState<readonly Notice[] | null>(null)
  const reading = useMutation({
    mutationFn: () => client.filing.handOverList().then((entries) => entries.map(({ notice }) => notice)),
    onSuccess: setList,
  })
  const done = useCallback(() => setList(null), [])
  return {
    list,
    print: () => reading.mutate(),
    done,
    error: reading.error,
    forgetError: () => reading.reset(),
  }
}
