import type { Notice } from '#shared/contract/schemas.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import type { Cause } from '#shared/domain/channel.ts'
import { isSettled, type NotificationState } from '#shared/domain/notification.ts'
import { lastMoment } from '../../i18n/moments.ts'
import type { Words } from '../../i18n/use-words.ts'
import { fieldName } from '../../notices/field-name.ts'
import { type NextStep, nextInWords } from './next-step.ts'
import { isExpected, minutesUntil, type Place, type Standing } from './standing.ts'

/** Why a notice waits, in the clerk's words. */
export interface Waiting extends NextStep {
  /** Under the state: what holds it. */
  readonly reason: string
  /** One or two whole sentences: what happened and what to do. */
  readonly meaning: string
  /** What the wait means for the guest's deadline. */
  readonly deadline: string
}

/** Every state with every cause has an answer; a cause that does not belong to the state never contradicts it. */
export function waitingInWords(notice: Notice, standing: Standing, words: Words, place: Place | null = null): Waiting {
  return {
    reason: reasonInWords(notice, standing, words, place),
    ...nextInWords(notice, standing, words, place),
    meaning: meaningInWords(notice, standing, words),
    deadline: deadlineInWords(notice, standing, words),
  }
}

/** States in which a cause's own sentence tells the whole story. */
const TOLD_BY_CAUSE: Readonly<Record<Cause, readonly NotificationState[]>> = {
  offline: ['ready'],
  dns: ['ready'],
  refused: ['ready'],
  tls: ['ready'],
  proxy: ['ready'],
  rate_limited: ['ready'],
  sign_in_refused: ['ready', 'unknown'],
  timeout: ['unknown'],
  connection_cut: ['unknown'],
  server_error: ['unknown'],
  unreadable_answer: ['unknown'],
  process_died: ['unknown'],
  found_absent: ['ready'],
  content_refused: ['rejected'],
  already_there: ['duplicate'],
  accepted_late: ['accepted'],
  program_error: ['unknown', 'handover'],
  restored: ['unknown'],
}

function reasonInWords(notice: Notice, standing: Standing, words: Words, place: Place | null): string {
  const { say } = words
  const reason = bareReason(notice, standing, words, place)
  const wasTried = notice.attemptCount > 0 && ['ready', 'unknown', 'sending', 'deferred'].includes(notice.state)
  return wasTried ? say('queue.reasons.attempt', { reason, count: notice.attemptCount }) : reason
}

/** What these wait for has nothing to do with how a call went. */
const SELF_EXPLAINING: readonly NotificationState[] = [
  'citizenship_unknown',
  'incomplete',
  'leased',
  'filed_elsewhere',
  'not_required',
  'cancelled',
]

function bareReason(notice: Notice, standing: Standing, words: Words, place: Place | null): string {
  const { say } = words
  const { state, cause, refusal, lease, missing } = notice
  if (state === 'incomplete' && missing.length > 0)
    return say('today.incompleteFor', { fields: missing.map((field) => say(`missing.${field}`)).join(', ') })
  if (state === 'leased' && lease !== null) {
    const minutes = minutesUntil(lease.until, standing.now)
    return lease.isMine ? say('queue.reasons.leasedByMe', { minutes }) : say('queue.reasons.leased', { minutes })
  }
  if (state === 'rejected' && refusal !== null)
    return refusal.field === null
      ? refusal.message
      : say('queue.reasons.refusedField', { field: fieldName(refusal.field, words), message: refusal.message })
  if (cause !== null && !SELF_EXPLAINING.includes(state)) return say(`causes.${cause}.short`)
  if (state === 'ready') {
    if (isExpected(notice, standing)) return say('queue.reasons.expected')
    if (standing.channel === 'assisted-portal' || place === null) return say('queue.reasons.readyByHand')
    return say('queue.reasons.ready', { place: place.place, total: place.total })
  }
  return state === 'leased' ? say('states.leased') : say(`queue.reasons.${state}`)
}

function meaningInWords(notice: Notice, standing: Standing, words: Words): string {
  const { say } = words
  const { state, cause, refusal, missing, lease } = notice
  const told = cause !== null && TOLD_BY_CAUSE[cause].includes(state) ? say(`causes.${cause}.meaning`) : null
  switch (state) {
    case 'incomplete':
      return missing.length === 0
        ? say('states.incomplete')
        : say('queue.meanings.incomplete', { fields: missing.map((field) => say(`missing.${field}`)).join(', ') })
    case 'leased':
      return lease === null || lease.isMine
        ? say('queue.meanings.leasedByMe')
        : say('queue.meanings.leased', { name: lease.by })
    case 'ready':
      if (told !== null) return told
      if (isExpected(notice, standing)) return say('queue.meanings.expected')
      if (standing.channel === 'assisted-portal') return say('queue.meanings.readyByHand')
      return cause === 'content_refused' ? say('queue.meanings.readyAlone') : say('queue.meanings.ready')
    case 'rejected':
    case 'duplicate': {
      const meaning = told ?? say(`queue.meanings.${state}`)
      return refusal === null ? meaning : `${meaning} ${say('queue.meanings.refusal', { message: refusal.message })}`
    }
    case 'citizenship_unknown':
    case 'handover':
    case 'sending':
    case 'unknown':
    case 'deferred':
    case 'accepted':
    case 'filed_elsewhere':
    case 'not_required':
    case 'cancelled':
      return told ?? say(`queue.meanings.${state}`)
    default:
      return assertNever(state)
  }
}

/** States in which the service may already hold the notice. */
const UNPROVEN: readonly NotificationState[] = ['sending', 'unknown', 'deferred', 'duplicate']

function deadlineInWords(notice: Notice, standing: Standing, words: Words): string {
  const { say } = words
  if (isSettled(notice.state) || notice.lane === null) return say('queue.deadline.settled')
  if (notice.lane === 'overdue') return say('queue.deadline.overdue')
  const { text, portal } = lastMoment(notice, standing.today, words, standing.reading)
  const moment = portal === null ? text : `${text}, ${portal}`
  return UNPROVEN.includes(notice.state) ? say('queue.deadline.unproven', { moment }) : say('queue.deadline.open', { moment })
}
