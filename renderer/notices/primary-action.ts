import type { Notice } from '#shared/contract/schemas.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import { type ChannelId, isFiledByHand } from '#shared/domain/channel.ts'
import type { ru } from '#shared/i18n/ru/index.ts'
import { decisionPath, PAPER_PATH } from './queue-place.ts'

/** The one next step a notice asks for. `do` = the desk does it; `go` = a place where a person does it. */
export interface PrimaryAction {
  readonly word: keyof typeof ru.today.actions
  readonly step: { readonly do: 'send' | 'reconcile' } | { readonly go: string }
}

/** What to do next with a notice, by its state and by how the property files. */
export function primaryAction(
  notice: Pick<Notice, 'id' | 'state' | 'nextAttemptAt' | 'lease' | 'paper'>,
  channel: ChannelId,
): PrimaryAction {
  const guest = guestPath(notice.id)
  const byHand = isFiledByHand(channel)
  const filing = channel === 'paper' ? PAPER_PATH : filingPath(notice.id)
  switch (notice.state) {
    case 'citizenship_unknown':
      return { word: 'specify', step: { go: guest } }
    case 'incomplete':
      return { word: 'complete', step: { go: guest } }
    case 'ready':
      if (byHand) return { word: 'file', step: { go: filing } }
      return { word: notice.nextAttemptAt === null ? 'send' : 'sendNow', step: { do: 'send' } }
    case 'handover':
      if (notice.paper !== undefined) return { word: 'stamp', step: { go: PAPER_PATH } }
      return { word: 'file', step: { go: filing } }
    case 'leased':
      return notice.lease?.isMine === true
        ? { word: 'file', step: { go: filingPath(notice.id) } }
        : { word: 'open', step: { go: guest } }
    case 'unknown':
      return byHand
        ? { word: 'confirm', step: { go: decisionPath(notice.id) } }
        : { word: 'reconcile', step: { do: 'reconcile' } }
    case 'duplicate':
      return { word: 'confirm', step: { go: decisionPath(notice.id) } }
    case 'rejected':
      return { word: 'correct', step: { go: guest } }
    case 'sending':
    case 'deferred':
    case 'accepted':
    case 'filed_elsewhere':
    case 'not_required':
    case 'cancelled':
      return { word: 'open', step: { go: guest } }
    default:
      return assertNever(notice.state)
  }
}

/** Route of a guest's own screen. */
export function guestPath(noticeId: string): string {
  return `/guest/${noticeId}`
}

/** Route of the queue with this guest's fill-in sheet open beside it. */
export function filingPath(noticeId: string): string {
  return `/queue/${noticeId}`
}
