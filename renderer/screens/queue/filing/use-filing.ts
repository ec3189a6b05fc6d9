import { ORPCError } from '@orpc/client'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { instantSchema } from '#shared/contract/day-schemas.ts'
import type { holderSchema } from '#shared/contract/filing-schemas.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import type { FillSheet } from './fill-rows.ts'
import { usePortalChoice } from './portal-choice.ts'
import { useLeaseRenewal } from './use-lease-renewal.ts'

export type Holder = z.infer<typeof holderSchema>

export type Hold =
  | { readonly kind: 'taking' }
  | { readonly kind: 'mine'; readonly until: IsoInstant }
  /** A colleague is at it. */
  | { readonly kind: 'taken'; readonly by: string; readonly until: IsoInstant }
  /** It was ours and is not any more; `holder` says what happened, once the desk has told. */
  | { readonly kind: 'lost'; readonly holder: Holder | undefined }
  | { readonly kind: 'failed'; readonly error: unknown }

export interface Filing {
  readonly hold: Hold
  /** The fields; stay on screen when the lease is lost. */
  readonly sheet: FillSheet | null
  /** Tries to take the guest again. */
  takeAgain(): void
  /** Lays the sheet out for another portal. */
  choosePortal(portal: string): void
  /** The guest needs no release: filed, or handed over. */
  settle(): void
}

const leaseSchema = z.object({ by: z.string(), until: instantSchema })

/** Takes the guest for this workplace, renews the lease while somebody is at it, and gives him back when the panel closes. */
export function useFiling(noticeId: string): Filing {
  const { client, api } = useDesk()
  const [hold, setHold] = useState<Hold>({ kind: 'taking' })
  const [sheet, setSheet] = useState<FillSheet | null>(null)
  const [attempt, setAttempt] = useState(0)
  const isHeld = useRef(false)
  const isSettled = useRef(false)
  const portal = usePortalChoice((choice) => choice.portal)
  const choosePortal = usePortalChoice((choice) => choice.choose)
  const wantedPortal = useRef(portal)
  wantedPortal.current = portal

  const take = useCallback(async (): Promise<FillSheet> => {
    try {
      return await client.filing.take({ noticeId, portal: wantedPortal.current })
    } catch (error) {
      // The property has stopped using the portal that was chosen here.
      if (wantedPortal.current === null || !(error instanceof ORPCError) || error.code !== 'NOT_FOUND') throw error
      choosePortal(null)
      return client.filing.take({ noticeId })
    }
  }, [client, noticeId, choosePortal])

  useEffect(() => {
    let hasLeft = false
    // Another try for the same guest is another run of all this.
    void attempt
    const giveBack = () => {
      isHeld.current = false
      // A lease that cannot be given back ends by itself.
      client.filing.release({ noticeId }).catch(() => undefined)
    }

    async function begin(): Promise<void> {
      try {
        const taken = await take()
        isHeld.current = true
        isSettled.current = false
        if (hasLeft) return giveBack()
        setSheet(taken)
        if (taken.notice.lease !== null) setHold({ kind: 'mine', until: taken.notice.lease.until })
      } catch (error) {
        if (!hasLeft) setHold(refusedBy(error) ?? { kind: 'failed', error })
      }
    }

    // A window that is closed gives the guest back too; a colleague need not wait for the lease to end.
    const lastWord = () => {
      if (!isHeld.current) return
      isHeld.current = false
      client.filing.release({ noticeId }, { context: { outlivesPage: true } }).catch(() => undefined)
    }

    void begin()
    window.addEventListener('pagehide', lastWord)
    return () => {
      hasLeft = true
      window.removeEventListener('pagehide', lastWord)
      if (isHeld.current) giveBack()
    }
  }, [client, noticeId, attempt, take])

  const renew = useCallback(() => {
    if (!isHeld.current) return
    // A refusal says less than the desk's own word about the holder, which is asked for below; a desk that is away is not one.
    client.filing.renew({ noticeId }).then(
      ({ until }) => isHeld.current && setHold({ kind: 'mine', until }),
      () => undefined,
    )
  }, [client, noticeId])
  useLeaseRenewal(hold.kind === 'mine', renew)

  // Every change of the guest asks who has him: a lease that ended, by whatever, is known here at once.
  const holder = useQuery({
    ...api.filing.holder.queryOptions({ input: { noticeId } }),
    enabled: sheet !== null,
    refetchInterval: HOLDER_EVERY_MS,
  }).data
  useEffect(() => {
    if (holder === undefined || isSettled.current) return
    // Also after an answer that was asked for before the guest was taken again, and came after.
    if (holder.lease?.isMine === true) {
      isHeld.current = true
      return setHold({ kind: 'mine', until: holder.lease.until })
    }
    if (!isHeld.current) return
    isHeld.current = false
    setHold({ kind: 'lost', holder })
  }, [holder])

  const switchPortal = useCallback(
    (wanted: string) => {
      // The usual one is no choice of this window: when the property changes it, this follows.
      const chosen = sheet?.portals[0]?.id === wanted ? null : wanted
      choosePortal(chosen)
      wantedPortal.current = chosen
      take().then(setSheet, (error: unknown) => setHold(refusedBy(error) ?? { kind: 'failed', error }))
    },
    [choosePortal, take, sheet],
  )
  const takeAgain = useCallback(() => {
    setHold({ kind: 'taking' })
    setAttempt((count) => count + 1)
  }, [])
  const settle = useCallback(() => {
    isSettled.current = true
    isHeld.current = false
  }, [])
  return { hold: hold.kind === 'lost' ? { kind: 'lost', holder } : hold, sheet, takeAgain, choosePortal: switchPortal, settle }
}

/** Renewing says nothing to other screens, and time alone ends a lease. */
const HOLDER_EVERY_MS = 30_000

function refusedBy(error: unknown): Hold | null {
  if (!(error instanceof ORPCError) || error.code !== 'LEASED') return null
  const lease = leaseSchema.safeParse(error.data)
  return lease.success ? { kind: 'taken', ...lease.data } : null
}
