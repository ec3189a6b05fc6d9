import { useEffect, useRef } from 'react'
import { isRenewalDue } from './lease-renewal.ts'

const LOOK_EVERY_MS = 30_000
/** What shows that somebody is at it: also coming back from the portal's own window. */
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'focus', 'paste', 'drop'] as const

/** Calls `renew` while somebody is at work: regularly, and at once when he comes back after a while. */
export function useLeaseRenewal(isHeld: boolean, renew: () => void): void {
  const renewedAt = useRef(0)
  const activeAt = useRef(0)
  useEffect(() => {
    if (!isHeld) return
    renewedAt.current = performance.now()
    activeAt.current = performance.now()
    const look = () => {
      const now = performance.now()
      if (!isRenewalDue({ sinceRenewal: now - renewedAt.current, sinceActivity: now - activeAt.current })) return
      renewedAt.current = now
      renew()
    }
    const alive = () => {
      activeAt.current = performance.now()
      look()
    }
    const timer = setInterval(look, LOOK_EVERY_MS)
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, alive, { capture: true })
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, alive, { capture: true })
    }
  }, [isHeld, renew])
}
