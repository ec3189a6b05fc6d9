import type { z } from 'zod'
import type { AuditDetails, AuditEntry } from '#electron/store/audit-chain.ts'
import type { Attempt } from '#electron/store/rows/attempts.ts'
import type { timelineEntrySchema } from '#shared/contract/schemas.ts'
import { CAUSES } from '#shared/domain/channel.ts'
import type { Register } from './register.ts'

type TimelineEntry = z.infer<typeof timelineEntrySchema>

/** What the outbox writes when it begins to send; the attempt says the same and more. */
const SEND_STARTED = 'notice.send_started'

/**
 * What happened to one notice, oldest first: the audit's entries in their own order, which no clock can shuffle, with every request in
 * its place.
 */
export function timelineOf(register: Register, noticeId: string, stayId: string): TimelineEntry[] {
  const attempts = register.rows.attempts.ofNotification(noticeId)
  const sends = attempts.filter(({ kind }) => kind === 'send').values()
  const timeline = register.store.audit.entriesOf(noticeId).flatMap((entry) => {
    if (entry.action !== SEND_STARTED) return [auditEntry(entry)]
    const attempt = sends.next().value
    return attempt === undefined ? [] : [attemptEntry(register, stayId, attempt)]
  })
  for (const question of attempts.filter(({ kind }) => kind === 'look_up')) {
    const next = timeline.findIndex(({ at }) => at > question.startedAt)
    timeline.splice(next === -1 ? timeline.length : next, 0, attemptEntry(register, stayId, question))
  }
  return timeline
}

function auditEntry(entry: AuditEntry): TimelineEntry {
  const receiptId = entry.details?.['receiptId']
  const cause = CAUSES.find((word) => word === entry.details?.['cause']) ?? null
  return {
    id: `audit-${entry.sequence}`,
    at: entry.at,
    by: entry.actorName,
    // `notice.lease_taken` → `lease_taken`: the catalogue words what happened, not to what.
    kind: entry.action.slice(entry.action.indexOf('.') + 1),
    cause,
    details: plain(entry.details ?? {}),
    raw: null,
    receiptId: typeof receiptId === 'string' ? receiptId : null,
  }
}

function attemptEntry(register: Register, stayId: string, attempt: Attempt): TimelineEntry {
  const { sealedExchange } = attempt
  const exchange =
    sealedExchange === null ? undefined : register.store.stayKeys.open(stayId, `exchange:${attempt.id}`, sealedExchange)
  return {
    id: attempt.id,
    at: attempt.startedAt,
    by: null,
    kind: attempt.kind === 'send' ? 'attempt' : 'look_up',
    cause: attempt.cause,
    details: { number: attempt.number, revision: attempt.revision, outcome: attempt.outcome, endedAt: attempt.endedAt },
    raw: exchange === undefined ? null : exchange.toString('utf8'),
    receiptId: null,
  }
}

function plain(details: AuditDetails): TimelineEntry['details'] {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [
      key,
      typeof value === 'string' || typeof value === 'number' || value === null ? value : JSON.stringify(value),
    ]),
  )
}
