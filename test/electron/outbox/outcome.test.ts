import { expect, it } from 'vitest'
import type { Verdict } from '#electron/channels/adapter.ts'
import { causeOf, eventOf, provenVerdict } from '#electron/outbox/outcome.ts'
import { type NotificationState, transition } from '#shared/domain/notification.ts'

const receipt = { bytes: new Uint8Array([1]), mediaType: 'application/pdf' }

it.each<[Verdict, NotificationState, string | null]>([
  [{ kind: 'accepted', reference: 'R', receipt: null, warnings: ['late'] }, 'accepted', null],
  [{ kind: 'deferred', batchReference: 'B', askAgainAfterMs: 1 }, 'deferred', null],
  [{ kind: 'rejected', issues: [] }, 'rejected', 'content_refused'],
  [{ kind: 'duplicate', existingReference: null }, 'duplicate', 'already_there'],
  [{ kind: 'notSent', cause: 'dns', retryAfterMs: null }, 'ready', 'dns'],
  [{ kind: 'unknown', cause: 'timeout', retryAfterMs: null }, 'unknown', 'timeout'],
  [{ kind: 'needsHuman' }, 'handover', null],
])('sending + %o → %s', (verdict, state, cause) => {
  expect(transition('sending', eventOf(verdict))).toEqual({ ok: true, value: state })
  expect(causeOf(verdict)).toBe(cause)
})

it.each<[string | null, typeof receipt | null, readonly ('reference' | 'receipt')[], boolean]>([
  ['R', null, ['reference', 'receipt'], true],
  [null, receipt, ['reference', 'receipt'], true],
  [null, null, ['reference', 'receipt'], false],
  ['R', null, ['receipt'], false],
  [null, receipt, ['reference'], false],
])('reference %s, receipt %o, channel declares %j: accepted = %s', (reference, bytes, proofKinds, isAccepted) => {
  const verdict: Verdict = { kind: 'accepted', reference, receipt: bytes, warnings: [] }
  const unproven = { kind: 'unknown', cause: 'unreadable_answer', retryAfterMs: null }
  expect(provenVerdict(verdict, proofKinds)).toEqual(isAccepted ? verdict : unproven)
})
