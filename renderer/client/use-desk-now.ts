import { useEffect, useState } from 'react'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { useStatus } from './use-status.ts'

const TICK_MS = 15_000

/**
 * The desk's time, ticking. Counted on from its last answer by this page's monotonic clock, never read from the PC in front of the
 * clerk: a tablet's clock may be anywhere, and a training folder has its own date.
 */
export function useDeskNow(): IsoInstant {
  const { now } = useStatus()
  const [mark, setMark] = useState({ now, at: performance.now() })
  const [elapsedMs, setElapsedMs] = useState(0)
  if (mark.now !== now) {
    setMark({ now, at: performance.now() })
    setElapsedMs(0)
  }
  useEffect(() => {
    const timer = setInterval(() => setElapsedMs(performance.now() - mark.at), TICK_MS)
    return () => clearInterval(timer)
  }, [mark])
  return new Date(Date.parse(mark.now) + elapsedMs).toISOString()
}
