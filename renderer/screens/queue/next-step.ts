import type { Notice } from '#shared/contract/schemas.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import { isFiledByHand } from '#shared/domain/channel.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { dayMonth, localDay, localTime, untilTime, weekdayDay } from '#shared/i18n/dates.ts'
import { arrivalDay } from '../../i18n/moments.ts'
import type { Words } from '../../i18n/use-words.ts'
import { isExpected, minutesUntil, type Standing, type Turn } from './standing.ts'

export interface NextStep {
  /** The next act, or the time it happens by itself. */
  readonly next: string
  /** When, or whose act it is. */
  readonly nextNote: string
}

/** What happens next with a notice: by itself and when, or by whom. */
export function nextInWords(notice: Notice, standing: Standing, words: Words, turn: Turn): NextStep {
  const { say, language } = words
  const byYou = (next: string): NextStep => ({ next, nextNote: say('queue.next.byYou') })
  switch (notice.state) {
    case 'citizenship_unknown':
      return byYou(say('queue.next.specify'))
    case 'incomplete':
      return byYou(say('queue.next.complete'))
    case 'rejected':
      return byYou(say('queue.next.correct'))
    case 'duplicate':
      return byYou(say('queue.next.confirm'))
    case 'handover':
      if (notice.paper !== undefined) return byYou(say('paper.queue.next'))
      if (notice.cause === 'already_there') return byYou(say('queue.next.settle'))
      return byYou(say(notice.cause === 'program_error' ? 'queue.next.file' : 'queue.next.sign'))
    case 'leased':
      if (notice.lease === null || notice.lease.isMine) return byYou(say('queue.next.file'))
      return {
        next: say('queue.next.wait'),
        nextNote: say('queue.next.untilTime', {
          until: untilTime(localTime(notice.lease.until, standing.zone), language),
        }),
      }
    case 'ready':
      return nextOfReady(notice, standing, words, turn)
    case 'unknown':
      return nextOfUnknown(notice, standing, words)
    case 'sending':
      return { next: say('queue.next.answer'), nextNote: say('queue.next.answerNote') }
    case 'deferred':
      return notice.nextAttemptAt === null
        ? { next: say('queue.next.answer'), nextNote: say('queue.next.answerNote') }
        : atTimeOf(notice.nextAttemptAt, standing, words)
    case 'accepted':
    case 'filed_elsewhere':
    case 'not_required':
    case 'cancelled':
      return { next: say('queue.next.nothing'), nextNote: say('queue.next.nothingNote') }
    default:
      return assertNever(notice.state)
  }
}

function nextOfReady(notice: Notice, standing: Standing, words: Words, turn: Turn): NextStep {
  const { say, language } = words
  const { connection } = standing
  if (turn.behind !== null)
    return {
      next: say('queue.next.behind'),
      nextNote: say('queue.next.behindNote', { earlier: say(`queue.kinds.${turn.behind}`) }),
    }
  if (isExpected(notice, standing))
    return { next: say('queue.next.onArrival'), nextNote: dayMonth(arrivalDay(notice), language) }
  if (isFiledByHand(standing.channel)) return { next: say('queue.next.file'), nextNote: say('queue.next.byYou') }
  switch (connection.state) {
    case 'paused':
      return { next: say('queue.next.paused'), nextNote: say('queue.next.pausedNote') }
    case 'sign_in_refused':
      return { next: say('queue.next.key'), nextNote: say('queue.next.keyNote') }
    case 'held':
      if (connection.nextProbeAt === null) break
      return { next: localTime(connection.nextProbeAt, standing.zone), nextNote: say('queue.next.asAsked') }
    case 'unreachable':
      // While the line is down one notice probes for all.
      return turn.place === 1 && connection.nextProbeAt !== null
        ? atTimeOf(connection.nextProbeAt, standing, words)
        : { next: say('queue.next.afterProbe'), nextNote: say('queue.next.withAll') }
    case 'online':
    case 'unknown':
    case 'by_hand':
      break
    default:
      return assertNever(connection.state)
  }
  return notice.nextAttemptAt === null
    ? { next: say('queue.next.now'), nextNote: say('queue.next.inOrder') }
    : atTimeOf(notice.nextAttemptAt, standing, words)
}

function nextOfUnknown(notice: Notice, standing: Standing, words: Words): NextStep {
  const { say } = words
  if (isFiledByHand(standing.channel)) return { next: say('queue.next.lookUp'), nextNote: say('queue.next.byYou') }
  if (notice.cause === 'program_error') return { next: say('queue.next.reconcile'), nextNote: say('queue.next.reconcileByYou') }
  if (standing.connection.state === 'online' && notice.nextAttemptAt === null)
    return { next: say('queue.next.reconcile'), nextNote: say('queue.next.now') }
  if (notice.nextAttemptAt === null || standing.connection.state !== 'online')
    return { next: say('queue.next.reconcile'), nextNote: say('queue.next.reconcileNote') }
  return { ...atTimeOf(notice.nextAttemptAt, standing, words), nextNote: say('queue.next.reconcile') }
}

/** `15:04`, in 2 minutes; another day's with the day. */
function atTimeOf(instant: IsoInstant, { now, today, zone }: Standing, { say, language }: Words): NextStep {
  const [day, time] = [localDay(instant, zone), localTime(instant, zone)]
  if (day > today) return { next: time, nextNote: weekdayDay(day, language) }
  const minutes = minutesUntil(instant, now)
  if (minutes === 0) return { next: say('queue.next.now'), nextNote: say('queue.next.inOrder') }
  return { next: time, nextNote: say('time.inMinutes', { count: minutes }) }
}
