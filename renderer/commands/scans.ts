import { useEffect } from 'react'
import { create } from 'zustand'

interface ScanState {
  /** A scan nobody was on screen to take; the check-in takes it when it opens. */
  readonly waiting: string | null
  /** How many scans came so far: whatever stands over the screen makes way for the next. */
  readonly delivered: number
  readonly handlers: readonly ((text: string) => void)[]
  deliver(text: string): void
  takeWaiting(): string | null
}

/** Where a scan goes: to the screen that asks for one, else it waits for the check-in. */
export const useScans = create<ScanState>()((set, get) => ({
  waiting: null,
  delivered: 0,
  handlers: [],
  deliver(text) {
    set(({ delivered }) => ({ delivered: delivered + 1 }))
    const handler = get().handlers.at(-1)
    if (handler === undefined) set({ waiting: text })
    else handler(text)
  },
  takeWaiting() {
    const { waiting } = get()
    if (waiting !== null) set({ waiting: null })
    return waiting
  },
}))

/** Takes every scan while on screen, one that came just before included. `onScan` must be stable (`useCallback`). */
export function useScanHandler(onScan: (text: string) => void): void {
  useEffect(() => {
    useScans.setState(({ handlers }) => ({ handlers: [...handlers, onScan] }))
    const waiting = useScans.getState().takeWaiting()
    if (waiting !== null) onScan(waiting)
    return () => useScans.setState(({ handlers }) => ({ handlers: handlers.filter((handler) => handler !== onScan) }))
  }, [onScan])
}
