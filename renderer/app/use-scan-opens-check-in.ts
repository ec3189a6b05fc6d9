import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { useScans } from '../commands/scans.ts'

/** A passport scanned on any other screen opens the check-in, which takes the scan. Any other barcode is let go. */
export function useScanOpensCheckIn(): void {
  const waiting = useScans((scans) => scans.waiting)
  const [, navigate] = useLocation()
  useEffect(() => {
    if (waiting === null) return
    if (waiting.includes('<')) navigate('/check-in')
    else useScans.getState().takeWaiting()
  }, [waiting, navigate])
}
