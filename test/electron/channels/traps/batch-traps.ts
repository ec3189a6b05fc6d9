import { rawAnswer, rawJson, rawProblem } from '../nasty-server.ts'
import { drip, honest, html, problem, reset, silence } from './answers.ts'
import type { Trap } from './trap.ts'

const UNREADABLE = 'no_answer: unreadable_answer'
const OTHER_ID = '01934f00-0000-7000-8000-b00000000001'

interface BatchAnswer {
  readonly batchReference: string
  readonly results: readonly Readonly<Record<string, unknown>>[]
}

/** The honest answer about the batch as `spoil` makes it. */
function batch(spoil: (answer: BatchAnswer) => unknown): Trap['springs'] {
  return honest((answer, socket) => {
    const content = JSON.parse(answer.subarray(answer.indexOf('\r\n\r\n')).toString()) as BatchAnswer
    socket.write(rawJson('200 OK', spoil(content)))
  })
}

const second =
  (change: (result: Readonly<Record<string, unknown>>) => unknown): ((answer: BatchAnswer) => unknown) =>
  ({ results, ...rest }) => ({ ...rest, results: results.map((result, index) => (index === 1 ? change(result) : result)) })

/**
 * The service took three notices into work and gave a batch reference; this is what may happen to the question about the batch. What it
 * does not say about a notice is asked by client id; nothing is ever sent again on the word of a batch.
 */
export const BATCH_TRAPS: readonly Trap[] = [
  { name: 'decided, each by itself', origin: 'outcome', springs: batch((answer) => answer), outcome: 'present' },
  {
    name: '"all accepted" while the second is refused',
    origin: 'field',
    springs: batch((answer) => ({
      status: 'accepted',
      accepted: 3,
      refused: 0,
      ...(second(({ clientId }) => ({
        clientId,
        status: 'rejected',
        issues: [{ field: 'document.number', code: 'format', message: 'Not the expected form.' }],
      }))(answer) as object),
    })),
    outcome: 'present',
    ends: ['accepted', 'rejected', 'accepted'],
  },
  {
    name: '"all accepted" and not one result: asked by client id',
    origin: 'field',
    springs: batch(({ batchReference }) => ({ batchReference, status: 'accepted', accepted: 3, results: [] })),
    outcome: 'present',
  },
  {
    name: '"all accepted" while nothing was taken: asked by client id, sent again under the same',
    origin: 'field',
    springs: (_r, s) =>
      void s.write(rawJson('200 OK', { batchReference: 'B-1', status: 'accepted', accepted: 3, results: [] })),
    outcome: 'absent',
  },
  {
    name: 'results about other notices while ours were not taken',
    origin: 'wire',
    springs: (_r, s) =>
      void s.write(
        rawJson('200 OK', {
          batchReference: 'B-1',
          results: [
            { clientId: OTHER_ID, status: 'accepted', reference: 'R-9', receivedAt: '2026-11-23T05:43:00Z', warnings: [] },
          ],
        }),
      ),
    outcome: 'absent',
  },
  {
    name: 'still in work',
    origin: 'outcome',
    springs: batch(({ batchReference, results }) => ({
      batchReference,
      results: results.map(({ clientId }) => ({ clientId, status: 'deferred', batchReference, askAgainAfterSeconds: 60 })),
    })),
    outcome: 'present',
  },
  {
    name: 'one of three still in work',
    origin: 'outcome',
    springs: batch((answer) =>
      second(({ clientId }) => ({
        clientId,
        status: 'deferred',
        batchReference: answer.batchReference,
        askAgainAfterSeconds: 60,
      }))(answer),
    ),
    outcome: 'present',
  },
  {
    name: 'results about other notices: ours are asked by client id',
    origin: 'wire',
    springs: batch(({ results, ...rest }) => ({
      ...rest,
      results: results.map((result, index) => ({ ...result, clientId: `01934f00-0000-7000-8000-b0000000000${index}` })),
    })),
    outcome: 'present',
  },
  {
    name: 'one result missing: that one is asked by client id',
    origin: 'wire',
    springs: batch(({ results, ...rest }) => ({ ...rest, results: results.filter((_result, index) => index !== 1) })),
    outcome: 'present',
  },
  {
    name: 'two results for one notice',
    origin: 'wire',
    springs: batch(({ results, ...rest }) => ({ ...rest, results: [...results, { ...results[1], status: 'duplicate' }] })),
    outcome: ['present', UNREADABLE, 'present'],
  },
  {
    name: 'accepted without a reference',
    origin: 'field',
    springs: batch(second((result) => ({ ...result, reference: '' }))),
    outcome: ['present', UNREADABLE, 'present'],
  },
  {
    name: 'the answer about another batch',
    origin: 'wire',
    springs: batch((answer) => ({ ...answer, batchReference: 'B-999' })),
    outcome: UNREADABLE,
  },
  {
    name: 'the batch is forgotten: asked by client id, nothing sent again',
    origin: 'field',
    springs: (_request, socket, service) => {
      service.weaknesses.forgetsBatches = true
      honest((answer, s) => void s.write(answer))(_request, socket, service)
    },
    outcome: 'present',
  },
  {
    name: 'the batch is forgotten and its notices with it: sent again under the same id',
    origin: 'field',
    springs: (_r, s) => void s.write(rawProblem(404, 'batch_not_found', {}, { batchReference: 'B-1' })),
    outcome: 'absent',
  },
  { name: '410 as a page of somebody else', origin: 'outcome', springs: html('410 Gone'), outcome: 'absent' },
  { name: 'captive portal: 200 with HTML', origin: 'field', springs: html('200 OK'), outcome: UNREADABLE },
  { name: '302 to a login page', origin: 'outcome', springs: html('302 Found', { Location: '/login' }), outcome: UNREADABLE },
  {
    name: 'session expired, reported inside a 200',
    origin: 'field',
    springs: (_r, s) => void s.write(rawJson('200 OK', { error: 'session_expired' })),
    outcome: UNREADABLE,
  },
  {
    name: 'a receipt where an answer about the batch belongs',
    origin: 'wire',
    springs: (_r, s) => void s.write(rawJson('200 OK', { clientId: OTHER_ID, status: 'accepted', reference: 'R-1' })),
    outcome: UNREADABLE,
  },
  {
    name: '200 with an empty body',
    origin: 'wire',
    springs: (_r, s) => void s.write(rawAnswer('200 OK', { 'Content-Type': 'application/json' }, '')),
    outcome: UNREADABLE,
  },
  { name: '401', origin: 'outcome', springs: problem(401, 'sign_in_required'), outcome: 'no_answer: sign_in_refused' },
  { name: '500', origin: 'outcome', springs: problem(500, 'trouble'), outcome: 'no_answer: server_error' },
  { name: 'HTML 502', origin: 'field', springs: html('502 Proxy Error'), outcome: 'no_answer: server_error' },
  {
    name: '429 with Retry-After',
    origin: 'outcome',
    springs: problem(429, 'slow_down', { 'Retry-After': '120' }),
    outcome: 'no_answer: rate_limited',
    holdMs: 120_000,
  },
  { name: 'reset', origin: 'outcome', springs: reset, outcome: 'no_answer: connection_cut' },
  { name: 'silence until the deadline', origin: 'outcome', springs: silence, deadlineMs: 150, outcome: 'no_answer: timeout' },
  { name: 'drip-feed beyond the deadline', origin: 'wire', springs: drip, deadlineMs: 250, outcome: 'no_answer: timeout' },
]
