import type { Notice } from '#shared/contract/schemas.ts'
import { isFiledByHand } from '#shared/domain/channel.ts'
import { isSettled, type NotificationState } from '#shared/domain/notification.ts'
import { duration, lastMoment, minutesLeftToday } from '../../i18n/moments.ts'
import type { Words } from '../../i18n/use-words.ts'
import type { Standing } from './standing.ts'

/** What a wait means for the deadline. */
export type DeadlineVerdict =
  | 'settled'
  /** Nothing dates it. */
  | 'none'
  /** No duty of law: the channel wishes it. */
  | 'advisory'
  | 'inTime'
  /** Today is the last day. */
  | 'tight'
  /** The answer is missing: met or not, nobody knows yet. */
  | 'unproven'
  | 'overdue'
  | 'overdueUnproven'

/** States in which the service may already hold the notice. */
const UNPROVEN: readonly NotificationState[] = ['sending', 'unknown', 'deferred', 'duplicate']

export function deadlineVerdict({
  state,
  lane,
  kind,
  actBy,
}: Pick<Notice, 'state' | 'lane' | 'kind' | 'actBy'>): DeadlineVerdict {
  if (isSettled(state)) return 'settled'
  if (actBy === null || lane === null) return 'none'
  if (kind === 'departure') return 'advisory'
  const isUnproven = UNPROVEN.includes(state)
  if (lane === 'overdue') return isUnproven ? 'overdueUnproven' : 'overdue'
  if (isUnproven) return 'unproven'
  return lane === 'today' ? 'tight' : 'inTime'
}

/** Whole sentences. */
export function deadlineInWords(notice: Notice, standing: Standing, words: Words): string {
  const { say } = words
  const { text, portal } = lastMoment(notice, standing.today, words, standing.reading)
  const moment = portal === null ? text : `${text}, ${portal}`
  const verdict = deadlineVerdict(notice)
  switch (verdict) {
    case 'settled':
    case 'none':
    case 'overdueUnproven':
      return say(`queue.deadline.${verdict}`)
    case 'advisory':
    case 'inTime':
    case 'unproven':
      return say(`queue.deadline.${verdict}`, { moment })
    case 'tight': {
      const left = duration(minutesLeftToday(standing.now, standing.zone), words)
      const tight = say('queue.deadline.tight', { moment, left })
      return isHeldUpByLine(notice, standing) ? `${tight} ${say('queue.deadline.byHandInstead')}` : tight
    }
    case 'overdue':
      return notice.workingDaysLate > 0
        ? say('queue.deadline.overdue', { count: notice.workingDaysLate })
        : say('queue.deadline.overdueNow')
  }
}

/** A word or two under the date; `null` where there is nothing left to say. */
export function deadlineInBrief(notice: Notice, { say }: Pick<Words, 'say'>): string | null {
  const verdict = deadlineVerdict(notice)
  switch (verdict) {
    case 'settled':
      return null
    case 'overdue':
      return notice.workingDaysLate > 0
        ? say('queue.deadline.brief.overdue', { count: notice.workingDaysLate })
        : say('queue.deadline.brief.overdueNow')
    case 'overdueUnproven':
      return say('queue.deadline.brief.unproven')
    case 'none':
    case 'advisory':
    case 'inTime':
    case 'tight':
    case 'unproven':
      return say(`queue.deadline.brief.${verdict}`)
  }
}

/** It would go by itself, and the line does not let it. */
function isHeldUpByLine({ state }: Pick<Notice, 'state'>, { channel, connection }: Standing): boolean {
  return state === 'ready' && !isFiledByHand(channel) && !['online', 'unknown'].includes(connection.state)
}
