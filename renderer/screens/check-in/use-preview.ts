import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { previewSchema } from '#shared/contract/schemas.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import { useDesk } from '../../client/desk-context.tsx'
import { useStatus } from '../../client/use-status.ts'
import type { StayInput } from './guest-facts.ts'

export type Preview = z.infer<typeof previewSchema>

/** So long after the last keystroke the desk is asked. */
const PAUSE_MS = 120

export interface PreviewState {
  /** The last answer; may be a keystroke behind. */
  readonly preview: Preview | null
  /** The answer belongs to what is in the form now. */
  readonly isCurrent: boolean
  readonly hasFailed: boolean
}

/** What the check-in would amount to, asked while it is typed. `stay` `null` = nothing to ask about yet. */
export function usePreview(stay: StayInput | null, guest: GuestFacts): PreviewState {
  const { api } = useDesk()
  const { businessDate } = useStatus()
  const question = JSON.stringify({ stay, guest })
  const asked = useSettled(question, PAUSE_MS, guest.mrz)
  const { stay: askedStay, guest: askedGuest } = JSON.parse(asked) as { stay: StayInput | null; guest: GuestFacts }
  const isAsking = stay !== null && askedStay !== null
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...api.checkIn.preview.queryOptions({
      input: { stay: askedStay ?? NO_STAY, guest: askedGuest },
    }),
    enabled: isAsking,
    // Guest data is not kept about, and an answer of yesterday is wrong at midnight.
    gcTime: 0,
    placeholderData: keepPreviousData,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new business date changes every answer
  useEffect(() => {
    if (isAsking) void refetch()
  }, [businessDate])
  return {
    preview: isAsking ? (data ?? null) : null,
    isCurrent: isAsking && question === asked && !isPlaceholderData,
    hasFailed: isAsking && error !== null,
  }
}

const NO_STAY = { arrivalAt: '0001-01-01T00:00', departureDate: null, room: null, reservation: null }

/** The value once it has stood still for a while; at once when `jump` changes. */
function useSettled(value: string, pauseMs: number, jump: unknown): string {
  const [settled, setSettled] = useState({ value, jump })
  if (settled.jump !== jump) setSettled({ value, jump })
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled((now) => ({ ...now, value })), pauseMs)
    return () => window.clearTimeout(timer)
  }, [value, pauseMs])
  return settled.jump === jump ? settled.value : value
}
