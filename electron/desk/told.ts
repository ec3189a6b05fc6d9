import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { Stay } from '#electron/store/rows/stays.ts'
import { assess, type GuestFacts } from '#shared/domain/guest.ts'
import { type Difference, differenceOf, NO_DIFFERENCE, type SealedNotice } from '#shared/domain/notice-payload.ts'
import { isAtRest, type NotificationState } from '#shared/domain/notification.ts'
import { deskError } from './desk-error.ts'
import { buildNoticePayload } from './notice-payload.ts'
import type { Register } from './register.ts'

/** States of a notice of which the service will never hear. */
export const NOBODY_IS_TOLD: readonly NotificationState[] = ['cancelled', 'not_required', 'filed_elsewhere']

interface Known {
  readonly stay: Stay
  readonly facts: GuestFacts
  readonly departedOn: Stay['departureDate']
  readonly chain: readonly NotificationRecord[]
}

/**
 * What the register knows against what the service was told last, or is being told: what has left the desk, whatever became of it. For an
 * arrival that has not, against what it would say.
 */
export function differenceTold(register: Register, { stay, facts, departedOn, chain }: Known): Difference {
  const assessment = assess(facts, stay.departureDate)
  const [arrival] = chain
  const left = chain.filter((record) => record.revision > 0 && !isAtRest(record.state) && !isWithdrawn(record))
  // Nobody is told anything more about a citizen; an arrival that has not left is written anew as none.
  if (assessment === 'not_required') return left.length > 0 ? NO_DIFFERENCE : { ...NO_DIFFERENCE, anythingElse: true }
  if (assessment !== 'ready') return { ...NO_DIFFERENCE, anythingElse: true }
  const last = arrival !== undefined && left.length === 0 && arrival.revision > 0 ? [arrival] : left
  const now = buildNoticePayload(register.property, stay, facts, { kind: 'arrival', sequence: 1, revision: 1, follows: null })
  const isWanted = register.channel.departureNoticeWithinDays !== null
  return differenceOf(
    last.map((record) => contentOf(register, record)),
    now,
    isWanted ? departedOn : null,
  )
}

function isWithdrawn({ state }: NotificationRecord): boolean {
  return state === 'cancelled' || state === 'not_required'
}

/** A notice as it was sealed last. Throws `NOT_FOUND` when it cannot be read any more. */
export function contentOf({ rows, store }: Register, { id, stayId, revision: number }: NotificationRecord): SealedNotice {
  const revision = rows.revisions.find(id, number)
  const bytes =
    revision === undefined ? undefined : store.stayKeys.open(stayId, `revision:${revision.clientId}`, revision.sealedPayload)
  if (bytes === undefined) throw deskError('NOT_FOUND', { what: 'guest' })
  return JSON.parse(bytes.toString('utf8')) as SealedNotice
}
