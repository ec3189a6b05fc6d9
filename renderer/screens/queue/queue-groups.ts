import type { Notice } from '#shared/contract/schemas.ts'
import { type ChannelId, isFiledByHand } from '#shared/domain/channel.ts'
import type { NoticeKind } from '#shared/domain/notification.ts'
import { NO_TURN, type Turn } from './standing.ts'

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
/** The groups that hold anybody, in their order. `opened` = all of it is shown; `keptId` = shown in any case. */
export function groupsOf(
  queue: QueueLists,
  channel: ChannelId,
  opened: Readonly<Partial<Record<GroupName, boolean>>>,
  keptId: string | null = null,
): readonly QueueGroup[] {
  const byHand: GroupName = isFiledByHand(channel) ? 'byHand' : 'sign'
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
    shown: opened[name] === true ? notices : withKept(notices, few, keptId),
  }))
}

function withKept(notices: readonly Notice[], count: number, keptId: string | null): readonly Notice[] {
  return notices.filter(({ id }, index) => index < count || id === keptId)
}

/** Answers whose turn it is, for any notice of the queue. */
export function turnsOf({ automatic, byHand, decision }: QueueLists): (noticeId: string) => Turn {
  const all = [...automatic, ...byHand, ...decision]
  const first = new Map<string, Notice>()
  for (const notice of all) {
    const before = first.get(notice.guestId)
    if (before === undefined || notice.sequence < before.sequence) first.set(notice.guestId, notice)
  }
  const places = new Map(automatic.map(({ id }, index) => [id, index + 1]))
  const behind = (notice: Notice): NoticeKind | null => {
    const before = first.get(notice.guestId)
    return notice.state === 'ready' && before !== undefined && before !== notice ? before.kind : null
  }
  const turns = new Map(
    all.map((notice) => [
      notice.id,
      { place: places.get(notice.id) ?? null, total: automatic.length, behind: behind(notice) } satisfies Turn,
    ]),
  )
  return (noticeId) => turns.get(noticeId) ?? NO_TURN
}

/** One line of the table: the head of a group, or a notice. */
export type TableItem =
  | { readonly kind: 'head'; readonly id: GroupName; readonly group: QueueGroup }
  | { readonly kind: 'notice'; readonly id: string; readonly group: QueueGroup; readonly notice: Notice }

/** Everything that may be scrolled to, in order. */
export function tableItems(groups: readonly QueueGroup[]): readonly TableItem[] {
  return groups.flatMap((group): TableItem[] => [
    { kind: 'head', id: group.name, group },
    ...group.shown.map((notice) => ({ kind: 'notice' as const, id: notice.id, group, notice })),
  ])
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
