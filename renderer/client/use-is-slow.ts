import { useEffect, useState } from 'react'

/** Nothing is said about a wait shorter than this. */
const PATIENCE_MS = 100

/** `true` once `isWaiting` has lasted long enough to be worth a word. */
export function useIsSlow(isWaiting: boolean): boolean {
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    if (!isWaiting) return undefined
    const timer = window.setTimeout(() => setIsSlow(true), PATIENCE_MS)
    return () => {
      window.clearTimeout(timer)
      setIsSlow(false)
    }
  }, [isWaiting])
  return isSlow
}
