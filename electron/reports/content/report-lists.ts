import type { NoticeLine } from '#electron/store/rows/notice-lines.ts'
import { REPORT_LISTS, type ReportList, type ReportRow } from '#shared/contract/report-schemas.ts'
import type { ChannelCapabilities } from '#shared/domain/channel.ts'
import type { NotificationState } from '#shared/domain/notification.ts'
import { LIST_OF_LANE, workListsOf } from './work-lists.ts'

/** Places of the rows in each list, in the order of the rows. */
export type ReportLists = Record<ReportList, number[]>

const LIST_OF_SETTLED: Readonly<Partial<Record<NotificationState, ReportList>>> = {
  accepted: 'filed',
  not_required: 'notRequired',
  filed_elsewhere: 'filedElsewhere',
  cancelled: 'withdrawn',
}

/** `rows` are those of `lines`, in the same order; every open notice of the register is among them. */
export function listRows(
  lines: readonly NoticeLine[],
  rows: readonly ReportRow[],
  channel: Pick<ChannelCapabilities, 'submission'>,
): ReportLists {
  const lists = Object.fromEntries(REPORT_LISTS.map((list): [ReportList, number[]] => [list, []])) as ReportLists
  const notices = lines.map(({ notification }) => notification)
  const workListOf = workListsOf(
    notices.filter(({ state }) => LIST_OF_SETTLED[state] === undefined),
    channel,
  )
  for (const [place, notice] of notices.entries()) {
    const settled = LIST_OF_SETTLED[notice.state]
    const lane = rows[place]?.lane ?? null
    if (settled !== undefined) lists[settled].push(place)
    else {
      if (lane === null) throw new Error('A notice that is still owed has its last day')
      lists[LIST_OF_LANE[lane]].push(place)
      lists[workListOf(notice)].push(place)
    }
  }
  return lists
}
