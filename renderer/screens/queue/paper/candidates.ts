import type { Notice } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { arrivalDay } from '../../../i18n/moments.ts'
import { type QueueLists, turnsOf } from '../queue-groups.ts'

/**
 * Who can go on a covering list now, most urgent first: complete, here, in nobody's hands, on no list, and nothing about the guest is to go
 * before. What would go by itself may go on paper instead, while the service is away.
 */
export function candidatesOf(queue: QueueLists, today: CalendarDate): readonly Notice[] {
  const turnOf = turnsOf(queue)
  return [...queue.byHand, ...queue.automatic]
    .filter(
      (notice) =>
        (notice.state === 'ready' || notice.state === 'handover') &&
        notice.paper === undefined &&
        arrivalDay(notice) <= today &&
        turnOf(notice.id).behind === null,
    )
    .toSorted((a, b) => compare(a.actBy ?? '9999', b.actBy ?? '9999') || compare(a.displayName, b.displayName))
}

/** Whose moment is today or has passed. */
export function urgentOf(candidates: readonly Notice[]): readonly Notice[] {
  return candidates.filter(({ lane }) => lane === 'overdue' || lane === 'today')
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
