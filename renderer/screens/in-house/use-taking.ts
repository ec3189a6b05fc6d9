import { useState } from 'react'
import { useDesk } from '../../client/desk-context.tsx'
import type { InHouseForm } from './in-house-form.ts'
import type { Party } from './in-house-parties.ts'

export interface Taking {
  readonly isBusy: boolean
  readonly error: unknown
  take(parties: readonly Party[]): Promise<void>
}

/** Takes the parties one after another, each a transaction of the desk. Stops at the first that is refused; what was taken is kept. */
export function useTaking(form: InHouseForm, onTaken: (form: InHouseForm) => void): Taking {
  const { client } = useDesk()
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  async function take(parties: readonly Party[]): Promise<void> {
    setIsBusy(true)
    setError(null)
    let { taken } = form
    try {
      for (const { lines, input } of parties) {
        const { notices } = await client.inHouse.take(input)
        taken = { ...taken, ...Object.fromEntries(lines.map((line, index) => [String(line), notices[index]?.id ?? ''])) }
        onTaken({ ...form, taken })
      }
    } catch (failure) {
      setError(failure)
    } finally {
      setIsBusy(false)
    }
  }

  return { isBusy, error, take }
}
