import { assertNever } from '#shared/domain/assert-never.ts'

/** How the desk process is. */
export type DeskProcessState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'running' }
  /** It ended without being asked to and is started again by itself. */
  | { readonly kind: 'restarting'; readonly attempt: number; readonly delayMs: number }
  /** It cannot do its work before a person has done something: which folder, and what. */
  | { readonly kind: 'failed'; readonly code: string; readonly directory: string; readonly message: string }

/** First wait after a crash; doubles with each crash in a row. */
const BASE_DELAY_MS = 500
const LONGEST_DELAY_MS = 30_000
/** A desk that ran this long was healthy: the next crash starts counting anew. */
const HEALTHY_AFTER_MS = 60_000

/** What the shell knows of the desk process. */
export interface Supervision {
  readonly state: DeskProcessState
  /** Crashes in a row. */
  readonly crashes: number
  /** Monotonic time of the last report that it runs; `null` while it does not. */
  readonly runningSinceMs: number | null
  readonly isStopping: boolean
}

export type SupervisionEvent =
  | { readonly kind: 'ready'; readonly atMs: number }
  /** It said why it cannot work; it will end by itself. */
  | { readonly kind: 'reported_failure'; readonly code: string; readonly directory: string; readonly message: string }
  | { readonly kind: 'exited'; readonly atMs: number }
  | { readonly kind: 'restart_due' }
  /** A person pressed "try again". */
  | { readonly kind: 'retry' }
  | { readonly kind: 'stop' }

/** What the shell does next. */
export type SupervisionAction =
  | { readonly kind: 'none' }
  | { readonly kind: 'fork' }
  | { readonly kind: 'fork_after'; readonly delayMs: number }

export const FIRST_SUPERVISION: Supervision = {
  state: { kind: 'starting' },
  crashes: 0,
  runningSinceMs: null,
  isStopping: false,
}

/**
 * The life of the desk process as seen from the shell. A crash is followed by a new start, later and later but never never: the queue
 * must go on without anybody at the desk. A reported failure (blocked folder, wrong key) waits for a person, since trying again by
 * itself would change nothing.
 */
export function supervise(
  supervision: Supervision,
  event: SupervisionEvent,
): { readonly next: Supervision; readonly action: SupervisionAction } {
  const stay = { next: supervision, action: { kind: 'none' } } as const
  switch (event.kind) {
    case 'ready':
      return { next: { ...supervision, state: { kind: 'running' }, runningSinceMs: event.atMs }, action: { kind: 'none' } }
    case 'reported_failure': {
      const { code, directory, message } = event
      return { next: { ...supervision, state: { kind: 'failed', code, directory, message } }, action: { kind: 'none' } }
    }
    case 'exited': {
      if (supervision.isStopping || supervision.state.kind === 'failed') {
        return { next: { ...supervision, runningSinceMs: null }, action: { kind: 'none' } }
      }
      const wasHealthy = supervision.runningSinceMs !== null && event.atMs - supervision.runningSinceMs >= HEALTHY_AFTER_MS
      const crashes = wasHealthy ? 1 : supervision.crashes + 1
      const delayMs = Math.min(LONGEST_DELAY_MS, BASE_DELAY_MS * 2 ** Math.min(crashes - 1, 10))
      return {
        next: { ...supervision, crashes, runningSinceMs: null, state: { kind: 'restarting', attempt: crashes, delayMs } },
        action: { kind: 'fork_after', delayMs },
      }
    }
    case 'restart_due':
      if (supervision.isStopping || supervision.state.kind !== 'restarting') return stay
      return { next: { ...supervision, state: { kind: 'starting' } }, action: { kind: 'fork' } }
    case 'retry':
      if (supervision.isStopping || supervision.state.kind !== 'failed') return stay
      return { next: { ...supervision, crashes: 0, state: { kind: 'starting' } }, action: { kind: 'fork' } }
    case 'stop':
      return { next: { ...supervision, isStopping: true }, action: { kind: 'none' } }
    default:
      return assertNever(event)
  }
}
