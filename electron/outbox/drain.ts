import type { Logger } from '../store/ports.ts'
import { describe } from './flights.ts'
import type { QueueCounts } from './outbox-rows.ts'
import type { Timers } from './timers.ts'
import type { WorkLoop } from './work-loop.ts'

export interface DrainResult extends QueueCounts {
  readonly isEmpty: boolean
  /** Accepted while draining. */
  readonly accepted: number
}

export interface DrainOptions {
  readonly loop: WorkLoop
  readonly timers: Timers
  readonly logger: Logger
  /** Whether something can go by itself, at once or after a wait. */
  readonly hasWork: () => boolean
  readonly untilEmpty: boolean
  readonly timeoutMs: number
}

/** Resolves when nothing can go by itself any more – or, without `untilEmpty`, when everything left has to wait – or when time is up. */
export async function whenDrained({ loop, timers, logger, hasWork, untilEmpty, timeoutMs }: DrainOptions): Promise<void> {
  if (!hasWork()) return
  const { promise, resolve } = Promise.withResolvers<void>()
  /** Asked from a timer, where nobody would catch a disk that cannot be read: then the time limit ends the wait. */
  const mayHaveWork = (): boolean => {
    try {
      return hasWork()
    } catch (error) {
      logger.error({ error: describe(error) }, 'the queue could not be read')
      return true
    }
  }
  const cancelTimeout = timers.after(timeoutMs, resolve)
  const endListening = loop.onQuiet(() => {
    if (!untilEmpty || !mayHaveWork()) resolve()
  })
  loop.lookAgain()
  await promise
  cancelTimeout()
  endListening()
}
