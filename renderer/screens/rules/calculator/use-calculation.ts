import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Calculation } from '#shared/contract/law-schemas.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import type { CalculationInput } from './calculation-form.ts'

/** So long after the last keystroke the desk is asked. */
const PAUSE_MS = 150

/** What the desk answered, with the question it answers. */
export interface Answered {
  readonly input: CalculationInput
  readonly calculation: Calculation
}

export interface CalculationState {
  /** May be a keystroke behind; `null` = nothing to say yet. */
  readonly answered: Answered | null
  readonly error: unknown
}

/** Every clock of the invented stay, asked while it is typed. */
export function useCalculation(input: CalculationInput | null): CalculationState {
  const { client, api } = useDesk()
  const question = useSettled(JSON.stringify(input))
  const asked = JSON.parse(question) as CalculationInput | null
  const { data, error } = useQuery({
    queryKey: [...api.deadline.key(), 'calculator', question],
    queryFn: async ({ signal }): Promise<Answered | null> =>
      asked === null ? null : { input: asked, calculation: await client.deadline.calculate(asked, { signal }) },
    enabled: asked !== null,
    // Nothing is kept, not even here.
    gcTime: 0,
    placeholderData: keepPreviousData,
  })
  return { answered: input === null ? null : (data ?? null), error: input === null ? null : error }
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), PAUSE_MS)
    return () => window.clearTimeout(timer)
  }, [value])
  return settled
}
