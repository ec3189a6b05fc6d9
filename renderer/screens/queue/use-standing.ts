import { useMemo } from 'react'
import { useDeskNow } from '../../client/use-desk-now.ts'
import { useStatus, useZone } from '../../client/use-status.ts'
import type { Standing } from './standing.ts'

/** What the waits on screen are seen against, now. */
export function useStanding(): Standing {
  const { businessDate: today, connection, property } = useStatus()
  const zone = useZone()
  const now = useDeskNow()
  const channel = property?.channel ?? 'assisted-portal'
  const reading = property?.alarmReading ?? 'strict'
  return useMemo(() => ({ now, today, zone, connection, channel, reading }), [now, today, zone, connection, channel, reading])
}
