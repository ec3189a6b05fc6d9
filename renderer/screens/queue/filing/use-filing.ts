import { ORPCError } from '@orpc/client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { instantSchema } from '#shared/contract/day-schemas.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import type { FillSheet } from './fill-rows.ts'

/** A lease lasts ten minutes; renewed well before, it never runs out under a clerk's hands. */
const RENEW_EVERY_MS = 3 * 60_000

export type Hold =
  | { readonly kind: 'taking' }
  | { readonly kind: 'mine'; readonly until: IsoInstant }
  /** A colleague is at it. */
  | { readonly kind: 'taken'; readonly by: string; readonly until: IsoInstant }
  /** It was ours and is not any more. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'failed'; readonly error: unknown }

export interface Filing {
  readonly hold: Hold
  /** The fields; stay on screen when the lease is lost. */
  readonly sheet: FillSheet | null
  /** Tries to take the guest again. */
  takeAgain(): void
  /** The guest needs no release: filed, or handed over. */
  settle(): void
}

const leaseSchema = z.object({ by: z.string(), until: instantSchema })

/** Takes the guest for this workplace, renews the lease while the panel is open, and gives him back when it closes. */
export function useFiling(noticeId: string): Filing {
  const { client } = useDesk()
  const [hold, setHold] = useState<Hold>({ kind: 'taking' })
  const [sheet, setSheet] = useState<FillSheet | null>(null)
  const [attempt, setAttempt] = useState(0)
  const isHeld = useRef(false)

  useEffect(() => {
    let hasLeft = false
    // Another try for the same guest is another run of all this.
    void attempt
    const giveBack = () => {
      isHeld.current = false
      // A lease that cannot be given back ends by itself.
      client.filing.release({ noticeId }).catch(() => undefined)
    }

    async function take(): Promise<void> {
      try {
        const taken = await client.filing.take({ noticeId })
        isHeld.current = true
        if (hasLeft) return giveBack()
        setSheet(taken)
        if (taken.notice.lease !== null) setHold({ kind: 'mine', until: taken.notice.lease.until })
      } catch (error) {
        if (!hasLeft) setHold(refusedBy(error) ?? { kind: 'failed', error })
      }
    }

    async function renew(): Promise<void> {
      if (!isHeld.current) return
      try {
        const { until } = await client.filing.renew({ noticeId })
        if (!hasLeft && isHeld.current) setHold({ kind: 'mine', until })
      } catch (error) {
        // The desk may be away for a moment: only its own word ends the lease.
        if (hasLeft || !isHeld.current || !(error instanceof ORPCError) || !['LEASED', 'NOT_NOW'].includes(String(error.code)))
          return
        isHeld.current = false
        setHold({ kind: 'lost' })
      }
    }

    // A window that is closed gives the guest back too; a colleague need not wait for the lease to end.
    const lastWord = () => {
      if (!isHeld.current) return
      isHeld.current = false
      client.filing.release({ noticeId }, { context: { outlivesPage: true } }).catch(() => undefined)
    }

    void take()
    window.addEventListener('pagehide', lastWord)
    const timer = setInterval(() => void renew(), RENEW_EVERY_MS)
    return () => {
      hasLeft = true
      clearInterval(timer)
      window.removeEventListener('pagehide', lastWord)
      if (isHeld.current) giveBack()
    }
  }, [client, noticeId, attempt])

  const takeAgain = useCallback(() => {
    setHold({ kind: 'taking' })
    setAttempt((count) => count + 1)
  }, [])
  const settle = useCallback(() => {
    isHeld.current = false
  }, [])
  return { hold, sheet, takeAgain, settle }
}

function refusedBy(error: unknown): Hold | null {
  if (!(error instanceof ORPCError) || error.code !== 'LEASED') return null
  const lease = leaseSchema.safeParse(error.data)
  return lease.success ? { kind: 'taken', ...lease.data } : null
}
