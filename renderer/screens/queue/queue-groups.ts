import type { Notice } from '#shared/contract/schemas.ts'
import type { ChannelId } from '#shared/domain/channel.ts'
import type { Place } from './standing.ts'

/** What the desk answers about the queue. */
export interface QueueLists {
  readonly automatic: readonly Notice[]
  readonly byHand: readonly Notice[]
  readonly decision: readonly Notice[]
}

export type GroupName = 'automatic' | 'byHand' | 'sign' | 'decision'

export interface QueueGroup {
  readonly name: GroupName
  readonly notices: readonly Notice[]
  /** On screen now. */
  readonly shown: readonly Notice[]
}

/** Rows of a group before "all of them" is asked for. */
export const FEW = 4
/** Rows more with each further asking: a page with thousands of rows would not scroll. */
const MORE = 200

/** The groups that hold anybody, in their order. `opened` = how often "all" was pressed, by group; `keptId` = shown in any case. */
export function groupsOf(
  queue: QueueLists,
  channel: ChannelId,
  opened: Readonly<Partial<Record<GroupName, number>>>,
  keptId: string | null = null,
): readonly QueueGroup[] {
  const byHand: GroupName = channel === 'assisted-portal' ? 'byHand' : 'sign'
  const all: readonly (readonly [GroupName, readonly Notice[]])[] = [
    ['automatic', queue.automatic],
    [byHand, queue.byHand],
    ['decision', queue.decision],
  ]
  const filled = all.filter(([, notices]) => notices.length > 0)
  // Alone, a group has the whole table to itself.
  const few = filled.length === 1 ? FEW * 3 : FEW
  return filled.map(([name, notices]) => ({
    name,
    notices,
    shown: withKept(notices, Math.max(few, (opened[name] ?? 0) * MORE), keptId),
  }))
}

function withKept(notices: readonly Notice[], count: number, keptId: string | null): readonly Notice[] {
  return notices.filter(({ id }, index) => index < count || id === keptId)
}

/** Its turn, for the notices that go by themselves. */
export function placeOf(queue: QueueLists, notice: Notice): Place | null {
  const index = queue.automatic.findIndex(({ id }) => id === notice.id)
  return index < 0 ? null : { place: index + 1, total: queue.automatic.length }
}

/** The row an arrow leads to; stays at an edge, and starts at the first row. */
export function rowTowards(rows: readonly Notice[], selectedId: string | null, step: 1 | -1): Notice | undefined {
  const index = rows.findIndex(({ id }) => id === selectedId)
  if (index < 0) return rows[0]
  return rows[Math.min(rows.length - 1, Math.max(0, index + step))]
}

/** Whom a clerk files next: the most urgent guest nobody is busy with. */
export function nextToFile(queue: Pick<QueueLists, 'byHand'>, exceptId: string): Notice | undefined {
  return queue.byHand.find(
    ({ id, state, lease }) =>
      id !== exceptId && (state === 'ready' || state === 'handover' || (state === 'leased' && lease?.isMine === true)),
  )
}
