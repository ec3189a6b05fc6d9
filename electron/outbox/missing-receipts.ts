import type { Clock, IsoInstant } from '#shared/domain/clock.ts'

const LOOK_EVERY_MS = 60_000
const LONGEST_WAIT_MS = 60 * 60_000
/** A service that has not issued a receipt after a month will not. The reference stays proof. */
const SEARCH_DAYS = 30

/** Which accepted notices still have no receipt file, and whose turn it is. Kept in memory: a restart begins anew, which harms nobody. */
export interface MissingReceipts {
  /** One notice to fetch the receipt of now; `null` = none is missing, or each was tried a short while ago. */
  next(): string | null
  /** How the attempt for a notice ended. Another follows after 1, 2, 4 … 60 minutes. */
  ended(noticeId: string, isStored: boolean): void
}

/** `list` answers accepted notices without a receipt file since an instant; it is asked at most once a minute. */
export function createMissingReceipts(clock: Clock, list: (since: IsoInstant) => readonly string[]): MissingReceipts {
  const tries = new Map<string, { readonly count: number; readonly untilMs: number }>()
  let listedAtMs: number | null = null
  let missing: readonly string[] = []
  return {
    next() {
      const nowMs = clock.monotonicMs()
      if (listedAtMs === null || nowMs - listedAtMs >= LOOK_EVERY_MS) {
        missing = list(new Date(clock.now() - SEARCH_DAYS * 86_400_000).toISOString())
        listedAtMs = nowMs
      }
      return missing.find((id) => (tries.get(id)?.untilMs ?? nowMs) <= nowMs) ?? null
    },
    ended(noticeId, isStored) {
      if (isStored) {
        tries.delete(noticeId)
        missing = missing.filter((id) => id !== noticeId)
        return
      }
      const count = (tries.get(noticeId)?.count ?? 0) + 1
      const waitMs = Math.min(LOOK_EVERY_MS * 2 ** Math.min(count - 1, 10), LONGEST_WAIT_MS)
      tries.set(noticeId, { count, untilMs: clock.monotonicMs() + waitMs })
    },
  }
}
