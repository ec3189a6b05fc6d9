import { createHash } from 'node:crypto'
import type { Actor } from '#shared/domain/actor.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { Cause, ChannelCapabilities } from '#shared/domain/channel.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { SENDABLE_SCHEMA_VERSIONS, type SealedNotice } from '#shared/domain/notice-payload.ts'
import { isSettled, type NotificationEvent, transition } from '#shared/domain/notification.ts'
import type { LookUpAnswer, OutgoingNotice, Receipt, RedactedExchange, Verdict } from '../channels/adapter.ts'
import { instantNow } from '../store/ports.ts'
import { RESTORED_SETTING, restoredSchema } from '../store/restored-mark.ts'
import { type NotificationRecord, notificationRows, type Refusal } from '../store/rows/notifications.ts'
import { receiptRows } from '../store/rows/receipts.ts'
import { revisionRows } from '../store/rows/revisions.ts'
import type { Store } from '../store/store.ts'
import { type AnswerFollower, createAbsences, NOBODY_FOLLOWS } from './answer-follower.ts'
import { doubtAbout } from './doubt.ts'
import type { OutboxRows } from './outbox-rows.ts'
import { causeOf, eventOf, provenVerdict } from './outcome.ts'
import { absentPlan, type RetryPlan, retryPlan, UNKNOWNS_TO_SUSPECT } from './retry-policy.ts'

/** Who acts when nobody pressed anything. */
export const OUTBOX_ACTOR: Actor = { staffId: 'outbox', name: 'Qabyl', role: 'manager' }

/** One notice of a flight, written down as `sending` (or being asked about) before the call. */
export interface Claimed {
  readonly attemptId: string
  readonly notice: OutgoingNotice
}

export interface Settled {
  readonly notificationId: string
  readonly plan: RetryPlan
  readonly isAccepted: boolean
}

/**
 * The outbox's book-keeping: every function belongs inside a transaction, and every change of state goes through `transition`, makes a
 * new version and an audit entry.
 */
export function outboxLedger(
  store: Store,
  rows: OutboxRows,
  capabilities: ChannelCapabilities,
  follower: AnswerFollower = NOBODY_FOLLOWS,
) {
  const notifications = notificationRows(store)
  const revisions = revisionRows(store)
  const receipts = receiptRows(store)
  const absences = createAbsences(store.ports.clock)
  const now = (): IsoInstant => instantNow(store.ports.clock)

  /** When a wait ends, as people are shown it; `null` = there is none. */
  function instantAfter({ waitMs }: RetryPlan): IsoInstant | null {
    return waitMs === null || waitMs === 0 ? null : new Date(store.ports.clock.now() + waitMs).toISOString()
  }

  /** Moves a notice, saves and audits it. False, with nothing changed, when its state does not allow the move any more. */
  function move(
    record: NotificationRecord,
    event: NotificationEvent,
    changes: Partial<NotificationRecord>,
    details: Readonly<Record<string, string | number | null>>,
  ): boolean {
    const next = transition(record.state, event)
    if (!next.ok) return false
    const saved = notifications.save({ ...record, ...changes, state: next.value }, now())
    store.audit.append({
      actor: OUTBOX_ACTOR,
      action: `notice.${event.type}`,
      subject: record.id,
      // Nothing here is personal; the entry of a stay whose key is gone is written all the same.
      stayId: store.stayKeys.has(record.stayId) ? record.stayId : null,
      details: { state: next.value, revision: record.revision, ...details },
    })
    if (record.state === 'handover') follower.leftHands?.(saved)
    return true
  }

  /** The notice as it was sealed; `undefined` when it cannot be read any more. */
  function outgoing(record: NotificationRecord): OutgoingNotice | undefined {
    const revision = revisions.find(record.id, record.revision)
    if (revision === undefined || !SENDABLE_SCHEMA_VERSIONS.includes(revision.schemaVersion)) return undefined
    const bytes = store.stayKeys.open(record.stayId, `revision:${revision.clientId}`, revision.sealedPayload)
    if (bytes === undefined) return undefined
    const payload = JSON.parse(bytes.toString('utf8')) as SealedNotice
    const batchReference = record.state === 'deferred' ? record.batchReference : null
    return { notificationId: record.id, clientId: revision.clientId, payload, batchReference }
  }

  function begin(record: NotificationRecord, kind: 'send' | 'look_up', notice: OutgoingNotice): Claimed {
    const attemptId = store.ports.newId()
    const { id: channel } = capabilities
    rows.insertAttempt({ id: attemptId, notificationId: record.id, revision: record.revision, kind, channel, startedAt: now() })
    return { attemptId, notice }
  }

  function end(
    attemptId: string,
    stayId: string,
    outcome: string,
    verdict: { readonly cause: Cause | null; readonly retryAfterMs: number | null },
    exchange: RedactedExchange | null,
  ): boolean {
    const sealed =
      exchange === null || !store.stayKeys.has(stayId)
        ? null
        : store.stayKeys.seal(stayId, `exchange:${attemptId}`, Buffer.from(JSON.stringify(exchange)))
    return rows.endAttempt({ id: attemptId, endedAt: now(), outcome, ...verdict, sealedExchange: sealed })
  }

  /** Names the row in the journal, and the file by its hash: so nobody can put another in its place later. */
  function storeReceipt(record: NotificationRecord, reference: string | null, receipt: Receipt | null) {
    const id = store.ports.newId()
    const file =
      receipt === null
        ? null
        : {
            mediaType: receipt.mediaType,
            fileName: `${reference ?? record.id}.${receipt.mediaType === 'application/pdf' ? 'pdf' : 'bin'}`,
            sizeBytes: receipt.bytes.length,
            sha256: createHash('sha256').update(receipt.bytes).digest('hex'),
          }
    receipts.insert(
      { id, notificationId: record.id, revision: record.revision, source: 'channel', reference, file, storedAt: now() },
      receipt === null ? null : store.stayKeys.seal(record.stayId, `receipt:${id}`, receipt.bytes),
    )
    return { receiptId: id, sha256: file?.sha256 ?? null }
  }

  /** Writes a verdict into the notice, and what follows from it about the guest into the register. */
  function settle(record: NotificationRecord, verdict: Verdict, plan: RetryPlan): boolean {
    const isMoved = writeVerdict(record, verdict, plan)
    if (isMoved && verdict.kind !== 'unknown' && verdict.kind !== 'deferred') follower.follow(record.guestId)
    return isMoved
  }

  function writeVerdict(record: NotificationRecord, verdict: Verdict, plan: RetryPlan): boolean {
    const event = eventOf(verdict)
    if (!transition(record.state, event).ok) return false
    const changes: Partial<NotificationRecord> = {
      cause: causeOf(verdict),
      refusal: refusalOf(verdict),
      existingReference: verdict.kind === 'duplicate' ? verdict.existingReference : null,
      nextAttemptAt: instantAfter(plan),
    }
    if (verdict.kind === 'accepted') {
      const stored = storeReceipt(record, verdict.reference, verdict.receipt)
      const proof = { reference: verdict.reference, acceptedAt: now() }
      return move(
        record,
        event,
        { ...changes, ...proof },
        { ...stored, reference: verdict.reference, warnings: verdict.warnings.join(' ') },
      )
    }
    if (verdict.kind === 'deferred') return move(record, event, { ...changes, batchReference: verdict.batchReference }, {})
    return move(record, event, changes, { cause: causeOf(verdict) })
  }

  function backOffOf(record: NotificationRecord, attempt: number, today: CalendarDate) {
    return { attempt, isUrgent: record.due?.actBy === today, random: store.ports.random() }
  }

  return {
    /** Puts back what has to be asked about first. Marks what the candidates' order and the size of the flight allow as `sending`, each with an attempt row. */
    claim(candidates: readonly NotificationRecord[], limit: number): Claimed[] {
      const claimed: Claimed[] = []
      for (const record of candidates) {
        if (doubt(record)) {
          // It may turn out to be the first in the order: nothing overtakes it.
          if (capabilities.reconcile === 'by_client_id') break
          continue
        }
        const isAlone = goesAlone(record)
        if (claimed.length >= limit || (isAlone && claimed.length > 0)) break
        const notice = outgoing(record)
        move(record, { type: 'send_started' }, { cause: null, nextAttemptAt: null, attemptCount: record.attemptCount + 1 }, {})
        absences.forget(record.id)
        if (notice !== undefined) claimed.push(begin(record, 'send', notice))
        else handOver(record.id)
        if (isAlone) break
      }
      return claimed
    },

    /** Ends the attempts of one flight, one verdict per notice. Settling the same flight again changes nothing. */
    settleSend(
      claimed: readonly Claimed[],
      given: readonly Verdict[],
      exchanges: readonly (RedactedExchange | null)[],
      today: CalendarDate,
    ): Settled[] {
      return claimed.flatMap(({ attemptId, notice }, index) => {
        const record = notifications.find(notice.notificationId)
        if (record === undefined) throw new Error('A notice vanished while it was being sent')
        const verdict = provenVerdict(given[index] ?? NO_VERDICT, capabilities.proofKinds)
        const outcome = { cause: causeOf(verdict), retryAfterMs: 'retryAfterMs' in verdict ? verdict.retryAfterMs : null }
        if (!end(attemptId, record.stayId, verdict.kind, outcome, exchanges[index] ?? null)) return []
        const plan = retryPlan(verdict, backOffOf(record, record.attemptCount, today))
        const isAccepted = settle(record, verdict, plan) && verdict.kind === 'accepted'
        return [{ notificationId: record.id, plan: asItIsNow(record, plan), isAccepted }]
      })
    },

    /** Writes down that the service is asked about a notice; `undefined` when its content cannot be read any more. */
    beginLookUp(id: string): Claimed | undefined {
      const record = notifications.find(id)
      const notice = record === undefined ? undefined : outgoing(record)
      return record === undefined || notice === undefined ? undefined : begin(record, 'look_up', notice)
    },

    /** What the service said about one notice. A person may have settled it meanwhile: then only the attempt is ended. */
    settleLookUp({ attemptId, notice }: Claimed, answer: LookUpAnswer, today: CalendarDate): Settled[] {
      const record = notifications.find(notice.notificationId)
      if (record === undefined) throw new Error('A notice vanished while it was being asked about')
      const trouble = answer.kind === 'no_answer' ? answer : { cause: null, retryAfterMs: null }
      const { cause, retryAfterMs } = trouble
      if (!end(attemptId, record.stayId, answer.kind, { cause, retryAfterMs }, answer.exchange)) return []
      if (isSettled(record.state)) return []
      const asked = rows.countAttempts(record.id, record.revision, 'look_up', 'no_answer')
      const backOff = backOffOf(record, asked, today)
      if (answer.kind === 'present') {
        const verdict = provenVerdict(answer.verdict, capabilities.proofKinds)
        const plan = retryPlan(verdict, backOff)
        const isAccepted = settle(record, verdict, plan) && verdict.kind === 'accepted'
        return [{ notificationId: record.id, plan, isAccepted }]
      }
      if (answer.kind === 'absent') {
        // "We have it already" and "we do not have yours" together mean somebody else's: a person decides.
        if (record.state === 'duplicate') return []
        if (follower.isTakenBack(record)) return [notComing(record)]
        const plan = absentPlan(rows.countAttempts(record.id, record.revision, 'send', 'unknown'), backOff)
        move(record, { type: 'found_absent' }, { cause: 'found_absent', nextAttemptAt: instantAfter(plan) }, {})
        follower.follow(record.guestId)
        return [{ notificationId: record.id, plan: asItIsNow(record, plan), isAccepted: false }]
      }
      if (answer.cause === 'program_error') notifications.save({ ...record, cause: 'program_error' }, now())
      const plan = retryPlan({ kind: 'notSent', cause: answer.cause, retryAfterMs: answer.retryAfterMs }, backOff)
      return [{ notificationId: record.id, plan, isAccepted: false }]
    },

    /** `sending` without a flight wakes as `unknown`: it may have arrived. Returns the ids. */
    wakeInterrupted(): string[] {
      return rows.interrupted().map((record) => {
        move(record, { type: 'woken' }, { cause: 'process_died', nextAttemptAt: null }, { cause: 'process_died' })
        return record.id
      })
    },

    /**
     * After a backup was brought back: what it holds as ready may have been sent since it was made, under the same client id. Each is
     * asked about once before its first send. Returns the ids.
     */
    doubtRestored(): string[] {
      if (capabilities.reconcile !== 'by_client_id' || store.settings.get(RESTORED_SETTING, restoredSchema) === undefined)
        return []
      store.settings.remove(RESTORED_SETTING)
      return rows.readyToSend().map((record) => {
        move(record, { type: 'doubted' }, { cause: 'restored', nextAttemptAt: null }, { cause: 'restored' })
        return record.id
      })
    },

    /** A person wants it tried although a mistake of ours left it unknown: it may be asked about again. */
    askAgain(id: string): void {
      const record = notifications.find(id)
      if (record?.state === 'unknown' && record.cause === 'program_error') notifications.save({ ...record, cause: null }, now())
    },

    find: (id: string): NotificationRecord | undefined => notifications.find(id),

    /** An accepted notice as it went out, to fetch its receipt; `undefined` when it cannot be read any more. */
    acceptedNotice(id: string): OutgoingNotice | undefined {
      const record = notifications.find(id)
      return record?.state === 'accepted' ? outgoing(record) : undefined
    },

    /** The receipt that came after the acceptance: a row of its own beside the reference. False when the notice has moved on meanwhile. */
    addReceipt({ notificationId, clientId }: OutgoingNotice, receipt: Receipt): boolean {
      const record = notifications.find(notificationId)
      if (record?.state !== 'accepted' || !store.stayKeys.has(record.stayId)) return false
      if (revisions.find(record.id, record.revision)?.clientId !== clientId) return false
      const details = storeReceipt(record, record.reference, receipt)
      const { id: subject, stayId } = record
      store.audit.append({ actor: OUTBOX_ACTOR, action: 'notice.receipt_fetched', subject, stayId, details })
      return true
    },
  }

  /** Written anew with the answer: what the old content would have waited for is not the new one's to wait for. */
  function asItIsNow({ id, revision }: NotificationRecord, plan: RetryPlan): RetryPlan {
    const isWrittenAnew = notifications.find(id)?.revision !== revision
    return isWrittenAnew ? { ...plan, waitMs: 0, isOwnWait: false } : plan
  }

  /** What may have arrived after all is asked about instead of sent. True when it was put back for that. */
  function doubt(record: NotificationRecord): boolean {
    const why = doubtAbout(rows.lastWord(record.id, record.revision), store.ports.clock.now())
    return why !== null && move(record, { type: 'doubted' }, { cause: why.cause, nextAttemptAt: null }, { cause: why.cause })
  }

  /** The service does not have what nobody wants it to have: believed once no delivery can be under way any more, asked again until then. */
  function notComing(record: NotificationRecord): Settled {
    const waitMs = absences.heard(record.id)
    const plan: RetryPlan = { waitMs, isOwnWait: true, holdMs: null }
    if (waitMs > 0) {
      notifications.save({ ...record, nextAttemptAt: instantAfter(plan) }, now())
    } else {
      move(record, { type: 'found_absent' }, { cause: 'found_absent', nextAttemptAt: null }, {})
      follower.follow(record.guestId, record.id)
    }
    return { notificationId: record.id, plan, isAccepted: false }
  }

  /** Refused with its neighbours, or the last to be sent when the service broke several times: nobody else shall suffer with it. */
  function goesAlone(record: NotificationRecord): boolean {
    return (
      record.cause === 'content_refused' ||
      rows.countAttempts(record.id, record.revision, 'send', 'unknown') >= UNKNOWNS_TO_SUSPECT
    )
  }

  /** What cannot be read cannot be sent; it is not lost either: a person files it by hand. */
  function handOver(id: string): void {
    const record = notifications.find(id)
    if (record === undefined) return
    move(record, { type: 'needs_human' }, { cause: 'program_error' }, { cause: 'program_error' })
    follower.follow(record.guestId)
  }
}
export type OutboxLedger = ReturnType<typeof outboxLedger>

const NO_VERDICT: Verdict = { kind: 'unknown', cause: 'program_error', retryAfterMs: null }

function refusalOf(verdict: Verdict): Refusal | null {
  if (verdict.kind !== 'rejected') return null
  const [first] = verdict.issues
  return first === undefined ? null : { field: first.field, message: first.message }
}
