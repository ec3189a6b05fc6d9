import type { ExplainedSpan } from '#shared/regulation/duties/duty.ts'
import { dateOf, dayOf } from './naive-window.ts'

/** Checks that runs of days follow each other without gap, count on without a jump and end where they say; answers the count. */
export function countSpans(spans: readonly ExplainedSpan[], from: string, to: string): number {
  let next = dayOf(from)
  let counted = 0
  let kindBefore = ''
  for (const span of spans) {
    requireSame(span.kind !== kindBefore, true, 'one run is one span')
    kindBefore = span.kind
    const length = dayOf(span.to) - dayOf(span.from) + 1
    const isCounted = span.kind !== 'away'
    requireSame(span.from, dateOf(next), 'a span begins the day after the one before')
    requireSame(length > 0, true, 'a span has a day')
    requireSame(span.firstDay, isCounted ? counted + 1 : null, 'numbers go on')
    requireSame(span.lastDay, isCounted ? counted + length : null, 'a number for each day')
    if (isCounted) counted += length
    next += length
  }
  requireSame(dateOf(next - 1), to, 'the last span ends on the due day')
  return counted
}

/**
 * The last lawful day, out of the explanation alone: the window that ends on it is laid out in full, and one day more in it would be
 * over the limit, because its first day is one the guest was away. Where the guest was away on the last lawful day, the limit was used
 * up before this presence began, and the window is full or fuller.
 */
export function checkWindowSpans(spans: readonly ExplainedSpan[], maxDays: number, periodDays: number, due: string): void {
  const first = spans[0]
  if (first === undefined) throw new Error('no span')
  const counted = countSpans(spans, dateOf(dayOf(due) - periodDays + 1), due)
  const isAwayAtLast = spans.at(-1)?.kind === 'away'
  requireSame(isAwayAtLast || counted <= maxDays, true, `the window that ends on ${due} is not over ${maxDays}`)
  const leaving = first.kind === 'away' ? 0 : 1
  requireSame(counted - leaving + 1 > maxDays, true, `one day more is over ${maxDays}`)
}

/** Like `expect`, for tens of thousands of calls. */
function requireSame<Value>(found: Value, expected: Value, why: string): void {
  if (found !== expected) throw new Error(`${why}: ${String(found)} instead of ${String(expected)}`)
}
