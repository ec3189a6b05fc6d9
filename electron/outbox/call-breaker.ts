/** Breaks off the call in hand. Calls that begin later are not touched. */
export interface CallBreaker {
  /** For a call that begins now. */
  signal(): AbortSignal
  breakOff(): void
}

export function createCallBreaker(): CallBreaker {
  let current = new AbortController()
  return {
    signal: () => current.signal,
    breakOff() {
      current.abort()
      current = new AbortController()
    },
  }
}
