import type { JournalSpan } from '#shared/contract/evidence-schemas.ts'

/** What a close says of the journal: everything up to this entry was there. */
export interface ClosedUpTo {
  readonly number: string
  readonly auditSequence: number
}

export interface WantedEntries {
  /** Every entry that is told of, in any order. */
  readonly entries: readonly number[]
  /** From the first to the last of them nothing may be left out: the time in which the duty was open. */
  readonly whole: readonly { readonly first: number; readonly last: number }[]
}

/**
 * The stretches of the journal that prove some entries: always all that was written from one close to the next. Such a stretch begins at a
 * hash that one close signed and ends at one that the next did, so nothing in it can be rewritten and nothing about a guest can be missing
 * from it. Neighbours are joined. `last` = the newest entry there is; what no close covers yet is a stretch of its own kind.
 */
export function journalSpans(closes: readonly ClosedUpTo[], last: number, wanted: WantedEntries): JournalSpan[] {
  const spans: JournalSpan[] = []
  for (const stretch of stretchesOf(closes, last)) {
    if (!isWanted(stretch, wanted)) continue
    const before = spans.at(-1)
    if (before !== undefined && before.last + 1 === stretch.first) {
      spans[spans.length - 1] = { ...before, last: stretch.last, upToClose: stretch.upToClose }
    } else spans.push(stretch)
  }
  return spans
}

/** One stretch from each close to the next; a close before which nothing new was written has none. */
function stretchesOf(closes: readonly ClosedUpTo[], last: number): JournalSpan[] {
  const stretches: JournalSpan[] = []
  let before: ClosedUpTo | null = null
  for (const close of closes) {
    const first: number = (before?.auditSequence ?? 0) + 1
    if (close.auditSequence >= first) {
      stretches.push({ first, last: close.auditSequence, afterClose: before?.number ?? null, upToClose: close.number })
    }
    before = close
  }
  const first = (before?.auditSequence ?? 0) + 1
  if (last >= first) stretches.push({ first, last, afterClose: before?.number ?? null, upToClose: null })
  return stretches
}

function isWanted(stretch: JournalSpan, { entries, whole }: WantedEntries): boolean {
  return (
    entries.some((entry) => entry >= stretch.first && entry <= stretch.last) ||
    whole.some(({ first, last }) => first <= stretch.last && last >= stretch.first)
  )
}
