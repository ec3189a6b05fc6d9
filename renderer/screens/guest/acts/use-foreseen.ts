import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Foreseen, GuestAct } from '#shared/contract/guest-act-schemas.ts'
import { useDesk } from '../../../client/desk-context.tsx'

/** So long after the last keystroke the desk is asked. */
const PAUSE_MS = 120

export interface ForeseenState {
  /** The last answer; may be a keystroke behind. */
  readonly foreseen: Foreseen | null
  readonly error: unknown
}

/** What the act would leave, asked while it is typed. `act` `null` = nothing to ask about yet. */
export function useForeseen(noticeId: string, act: GuestAct | null): ForeseenState {
  const { api } = useDesk()
  const asked = useSettled(act === null ? null : JSON.stringify(act))
  const isAsking = act !== null && asked !== null
  const { data, error } = useQuery({
    ...api.guest.foresee.queryOptions({
      input: { noticeId, act: asked === null ? NOTHING : (JSON.parse(asked) as GuestAct) },
    }),
    enabled: isAsking,
    // Guest data is not kept about, and an answer of yesterday is wrong at midnight.
    gcTime: 0,
    placeholderData: keepPreviousData,
  })
  return isAsking ? { foreseen: error === null ? (data ?? null) : null, error } : { foreseen: null, error: null }
}

const NOTHING: GuestAct = { act: 'cancel', withParty: false }

/** The value once it has stood still for a while; the first at once. */
function useSettled(value: string | null): string | null {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), PAUSE_MS)
    return () => window.clearTimeout(timer)
  }, [value])
  return settled
}
