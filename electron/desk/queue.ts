import type { z } from 'zod'
import { compareTurns, type Turn } from '#electron/outbox/claim-order.ts'
import type { Notice, queueSchema } from '#shared/contract/schemas.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import { type CalendarDate, calendarDate } from '#shared/domain/calendar-date.ts'
import type { ChannelCapabilities } from '#shared/domain/channel.ts'
import type { NotificationState } from '#shared/domain/notification.ts'
import type { Caller } from './caller.ts'
import { expireLeases } from './filing/lease.ts'
import { localDayBounds } from './law/local-day.ts'
import type { Register } from './register.ts'
import { viewsOf } from './viewpoint.ts'

type Queue = z.infer<typeof queueSchema>
type Waiting = 'automatic' | 'byHand' | 'decision' | 'settled'

/** Everything still owed, by what it waits for: its turn, a person's hands, a person's decision. */
export function getQueue(register: Register, caller: Caller): Queue {
  expireLeases(register)
  const today = register.today()
  const { heads, followersOf } = chainsOf(viewsOf(register, caller, register.rows.noticeLines.open()))
  const waitingFor = (waiting: Waiting) => heads.filter((notice) => waitsFor(notice, register.channel) === waiting)
  const withFollowers = (notices: readonly Notice[]) => notices.flatMap((notice) => [notice, ...followersOf(notice)])
  const day = localDayBounds(today, register.property.zone)
  return {
    automatic: withFollowers(waitingFor('automatic').sort((a, b) => byTurn(today, a, b))),
    byHand: withFollowers(waitingFor('byHand')),
    decision: withFollowers(waitingFor('decision')),
    outagesToday: register.rows.outages
      .overlapping(day.start, day.end)
      .map(({ id, startedAt, endedAt, cause }) => ({ id, startedAt, endedAt, cause })),
  }
}

/**
 * What is ready behind an unsettled notice about the same guest goes only after it, so it waits for whatever that one waits for: it stands
 * behind it. Everything else stands for itself.
 */
function chainsOf(open: readonly Notice[]): {
  readonly heads: readonly Notice[]
  followersOf(head: Notice): readonly Notice[]
} {
  const first = new Map<string, Notice>()
  for (const notice of open) {
    const before = first.get(notice.guestId)
    if (before === undefined || notice.sequence < before.sequence) first.set(notice.guestId, notice)
  }
  const isFollower = (notice: Notice) => notice.state === 'ready' && first.get(notice.guestId) !== notice
  const followers = Map.groupBy(open.filter(isFollower), ({ guestId }) => guestId)
  return {
    heads: open.filter((notice) => !isFollower(notice)),
    followersOf: (head) =>
      first.get(head.guestId) === head ? (followers.get(head.guestId) ?? []).toSorted((a, b) => a.sequence - b.sequence) : [],
  }
}

/** Every notice of the folder, by arrival. */
export function listNotices(register: Register, caller: Caller, state: NotificationState | undefined): Notice[] {
  expireLeases(register)
  const { noticeLines } = register.rows
  return viewsOf(register, caller, state === undefined ? noticeLines.all() : noticeLines.inState(state))
}

/** What a notice in this state waits for at a property that uses this channel. */
export function waitsFor({ state, cause }: Pick<Notice, 'state' | 'cause'>, channel: ChannelCapabilities): Waiting {
  switch (state) {
    case 'ready':
      return channel.submission === 'machine' ? 'automatic' : 'byHand'
    case 'sending':
    case 'deferred':
      return 'automatic'
    case 'unknown':
      // What a mistake of ours spoiled is asked about only when a person wants it.
      if (cause === 'program_error') return 'decision'
      return channel.reconcile === 'by_client_id' || channel.reconcile === 'list' ? 'automatic' : 'decision'
    case 'leased':
    case 'handover':
      return 'byHand'
    case 'rejected':
    case 'duplicate':
    case 'incomplete':
    case 'citizenship_unknown':
      return 'decision'
    case 'accepted':
    case 'filed_elsewhere':
    case 'not_required':
    case 'cancelled':
      return 'settled'
    default:
      return assertNever(state)
  }
}

/** As the outbox claims them; guests who have not arrived yet stand at the end. */
function byTurn(today: CalendarDate, a: Notice, b: Notice): number {
  return Number(isExpected(a, today)) - Number(isExpected(b, today)) || compareTurns(turnOf(a), turnOf(b), today)
}

function isExpected(notice: Notice, today: CalendarDate): boolean {
  return notice.arrivalAt.slice(0, 10) > today
}

function turnOf(notice: Notice): Turn {
  return { id: notice.id, actBy: notice.actBy ?? calendarDate(notice.arrivalAt.slice(0, 10)), isFollowUp: notice.sequence > 1 }
}
