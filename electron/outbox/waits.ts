import type { Clock } from '#shared/domain/clock.ts'

/** Which notices wait, on the monotonic clock: a wall clock that jumps neither holds a notice for ever nor lets a crowd loose. */
export interface Waits {
  /** `isOwn` = recovery of the line does not end it. No wait removes one. */
  set(id: string, waitMs: number, isOwn: boolean): void
  end(id: string): void
  isWaiting(id: string): boolean
  ids(): readonly string[]
  /** Ids whose wait is the line's, not their own. */
  onTheLine(): readonly string[]
  count(): number
  /** Milliseconds until the first wait ends; `null` when nothing waits. */
  nextMs(): number | null
}

export function createWaits(clock: Clock): Waits {
  const waits = new Map<string, { readonly untilMs: number; readonly isOwn: boolean }>()

  function prune(): void {
    const nowMs = clock.monotonicMs()
    for (const [id, { untilMs }] of waits) if (untilMs <= nowMs) waits.delete(id)
  }

  return {
    set(id, waitMs, isOwn) {
      if (waitMs > 0) waits.set(id, { untilMs: clock.monotonicMs() + waitMs, isOwn })
      else waits.delete(id)
    },
    end: (id) => void waits.delete(id),
    isWaiting(id) {
      const wait = waits.get(id)
      return wait !== undefined && wait.untilMs > clock.monotonicMs()
    },
    ids: () => [...waits.keys()],
    onTheLine: () => [...waits].filter(([, { isOwn }]) => !isOwn).map(([id]) => id),
    count() {
      prune()
      return waits.size
    },
    nextMs() {
      prune()
      const earliest = Math.min(...[...waits.values()].map(({ untilMs }) => untilMs))
      return Number.isFinite(earliest) ? earliest - clock.monotonicMs() : null
    },
  }
}
