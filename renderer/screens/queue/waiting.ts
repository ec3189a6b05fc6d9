import type { Notice } from '#shared/contract/schemas.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import { type Cause, isFiledByHand } from '#shared/domain/channel.ts'
import type { NotificationState } from '#shared/domain/notification.ts'
import { dayMonth, localDay, localTime } from '#shared/i18n/dates.ts'
import type { Words } from '../../i18n/use-words.ts'
import { fieldName } from '../../notices/field-name.ts'
import { deadlineInWords } from './deadline-words.ts'
import { type NextStep, nextInWords } from './next-step.ts'
import { isExpected, minutesUntil, NO_TURN, type Standing, type Turn } from './standing.ts'

/** Why a notice waits, in the clerk's words. */
export interface Waiting extends NextStep {
  /** Under the state: what holds it. */
  readonly reason: string
  /** Whole sentences: what happened and what to do. */
  readonly meaning: string
  /** What the wait means for the guest's deadline. */
  readonly deadline: string
}

/** Every state with every cause has an answer; a cause that does not belong to the state never contradicts it. */
export function waitingInWords(notice: Notice, standing: Standing, words: Words, turn: Turn = NO_TURN): Waiting {
  const told = notice.kind === 'arrival' ? '' : `${words.say(`queue.told.${notice.kind}`)} `
  return {
    reason: reasonInWords(notice, standing, words, turn),
    ...nextInWords(notice, standing, words, turn),
    meaning: `${told}${meaningInWords(notice, standing, words, turn)}`,
    deadline: deadlineInWords(notice, standing, words),
  }
}

/** States in which a cause's own sentence tells the whole story. Elsewhere it is a thing of the past. */
const TOLD_BY_CAUSE: Readonly<Record<Cause, readonly NotificationState[]>> = {
  offline: ['ready'],
  dns: ['ready'],
  refused: ['ready'],
  tls: ['ready'],
  proxy: ['ready'],
  rate_limited: ['ready'],
  sign_in_refused: ['ready'],
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

/** Their words speak of data that left this PC; a ready notice has lost the connection before that. */
const BEFORE_LEAVING: readonly Cause[] = ['timeout', 'connection_cut', 'server_error', 'unreadable_answer']

/** Where a person files, it does not matter any more how a call went. */
function toldBy({ state, cause }: Pick<Notice, 'state' | 'cause'>, { channel }: Pick<Standing, 'channel'>): Cause | null {
  if (cause === null || (isFiledByHand(channel) && state === 'ready')) return null
  return TOLD_BY_CAUSE[cause].includes(state) ? cause : null
}

function hasNotLeft({ state, cause }: Pick<Notice, 'state' | 'cause'>): boolean {
  return state === 'ready' && cause !== null && BEFORE_LEAVING.includes(cause)
}

/** A person has said that what the service holds is not this notice. */
function isDisowned({ state, cause }: Pick<Notice, 'state' | 'cause'>): boolean {
  return state === 'handover' && cause === 'already_there'
}

function reasonInWords(notice: Notice, standing: Standing, words: Words, turn: Turn): string {
  const { say } = words
  const reason = bareReason(notice, standing, words, turn)
  // The first one is what anybody would expect.
  const wasTriedAgain = notice.attemptCount > 1 && ['ready', 'unknown', 'sending', 'deferred'].includes(notice.state)
  return wasTriedAgain ? say('queue.reasons.attempt', { reason, count: notice.attemptCount }) : reason
}

function bareReason(notice: Notice, standing: Standing, words: Words, { place, total, behind }: Turn): string {
  const { say } = words
  const { state, refusal, lease, missing } = notice
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
  if (notice.paper !== undefined) return say('paper.lists.number', { number: notice.paper.number })
  if (behind !== null) return say('queue.reasons.behind', { earlier: say(`queue.kinds.${behind}`) })
  const cause = toldBy(notice, standing)
  if (cause !== null) return say(`causes.${cause}.short`)
  if (hasNotLeft(notice) && !isFiledByHand(standing.channel)) return say('queue.reasons.notLeft')
  if (isDisowned(notice)) return say('queue.reasons.disowned')
  if (state === 'ready') {
    if (isExpected(notice, standing)) return say('queue.reasons.expected')
    if (standing.channel === 'paper') return say('paper.queue.ready')
    if (isFiledByHand(standing.channel) || place === null) return say('queue.reasons.readyByHand')
    return say('queue.reasons.ready', { place, total })
  }
  return state === 'leased' ? say('states.leased') : say(`queue.reasons.${state}`)
}

function meaningInWords(notice: Notice, standing: Standing, words: Words, { behind }: Turn): string {
  const { say } = words
  const { state, cause, refusal, missing, lease } = notice
  const teller = toldBy(notice, standing)
  const told = teller === null ? null : say(`causes.${teller}.meaning`)
  const isByHand = isFiledByHand(standing.channel)
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
      if (behind !== null) return say('queue.meanings.behind', { earlier: say(`queue.kinds.${behind}`) })
      if (standing.channel === 'paper') return say('paper.queue.readyMeaning')
      if (isByHand) return say('queue.meanings.readyByHand')
      if (told !== null) return told
      if (hasNotLeft(notice)) return say('queue.meanings.notLeft')
      if (isExpected(notice, standing)) return say('queue.meanings.expected')
      return cause === 'content_refused' ? say('queue.meanings.readyAlone') : say('queue.meanings.ready')
    case 'rejected':
    case 'duplicate': {
      const meaning = told ?? say(`queue.meanings.${state}`)
      return refusal === null ? meaning : `${meaning} ${say('queue.meanings.refusal', { message: refusal.message })}`
    }
    case 'handover':
      if (notice.paper !== undefined) return onListInWords(notice.paper, standing, words)
      return told ?? say(isDisowned(notice) ? 'queue.meanings.disowned' : 'queue.meanings.handover')
    case 'unknown':
      if (isByHand) return say('queue.meanings.unknownByHand')
      if (cause === 'program_error') return say('queue.meanings.unknownOurMistake')
      return told ?? say('queue.meanings.unknown')
    case 'citizenship_unknown':
    case 'sending':
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

function onListInWords(paper: NonNullable<Notice['paper']>, { zone }: Standing, { say, language }: Words): string {
  const { number, by, madeAt } = paper
  const at = `${dayMonth(localDay(madeAt, zone), language)}, ${localTime(madeAt, zone)}`
  return say('paper.onList', { number, at, by })
}
