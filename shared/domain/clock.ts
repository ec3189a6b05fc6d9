/**
 * Time as a port, so that nothing under `shared/` or the desk process asks the machine by itself.
 * `now` is wall time and may jump; `monotonicMs` never goes back and is what back-off is measured on.
 */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z, wall time. */
  now(): number
  /** Milliseconds on a clock that never jumps; only differences mean anything. */
  monotonicMs(): number
}

/** ISO 8601 in UTC with milliseconds, `2026-11-23T05:43:00.000Z`: how every instant is stored and sent. */
export type IsoInstant = string
