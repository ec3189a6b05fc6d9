import { rawAnswer, rawJson, rawProblem } from '../nasty-server.ts'
import { drip, flood, gzipBomb, honest, html, problem, reset, silence } from './answers.ts'
import type { Trap } from './trap.ts'

const UNREADABLE = 'no_answer: unreadable_answer'
const OTHER_ID = '01934f00-0000-7000-8000-b00000000001'

/**
 * The notices were stored and the answer was lost; this is what may happen to the question what became of them. Whatever it is, only
 * a clear "not here" about our own client id lets a notice be sent again.
 */
export const QUESTION_TRAPS: readonly Trap[] = [
  { name: 'captive portal: 200 with HTML', origin: 'field', springs: html('200 OK'), outcome: UNREADABLE },
  { name: '404 as a page of somebody else', origin: 'outcome', springs: html('404 Not Found'), outcome: UNREADABLE },
  { name: '404 for a wrong address', origin: 'outcome', springs: problem(404, 'no_such_page'), outcome: UNREADABLE },
  {
    name: '"not here" about another id',
    origin: 'wire',
    springs: (_r, s) => void s.write(rawProblem(404, 'notice_not_found', {}, { clientId: OTHER_ID })),
    outcome: UNREADABLE,
  },
  {
    name: '"not here" about nothing in particular',
    origin: 'wire',
    springs: problem(404, 'notice_not_found'),
    outcome: UNREADABLE,
  },
  {
    name: '"here it is" about another id',
    origin: 'wire',
    springs: honest((answer, s) => void s.write(answer.toString('latin1').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, OTHER_ID))),
    outcome: UNREADABLE,
  },
  { name: 'an empty object', origin: 'wire', springs: (_r, s) => void s.write(rawJson('200 OK', {})), outcome: UNREADABLE },
  {
    name: 'neither here nor absent',
    origin: 'wire',
    springs: (_r, s) => void s.write(rawJson('200 OK', { notices: [], absent: [] })),
    outcome: UNREADABLE,
  },
  {
    name: 'here and absent at once',
    origin: 'wire',
    springs: honest((answer, s) => {
      const { notices } = JSON.parse(answer.subarray(answer.indexOf('\r\n\r\n')).toString()) as {
        notices: { clientId: string }[]
      }
      s.write(rawJson('200 OK', { notices, absent: notices.map(({ clientId }) => clientId) }))
    }),
    outcome: UNREADABLE,
  },
  {
    name: 'here twice',
    origin: 'wire',
    springs: honest((answer, s) => {
      const { notices } = JSON.parse(answer.subarray(answer.indexOf('\r\n\r\n')).toString()) as { notices: unknown[] }
      s.write(rawJson('200 OK', { notices: [...notices, ...notices], absent: [] }))
    }),
    outcome: UNREADABLE,
  },
  {
    name: '200 with an empty body',
    origin: 'wire',
    springs: (_r, s) => void s.write(rawAnswer('200 OK', { 'Content-Type': 'application/json' }, '')),
    outcome: UNREADABLE,
  },
  {
    name: 'session expired, reported inside a 200',
    origin: 'field',
    springs: (_r, s) => void s.write(rawJson('200 OK', { error: 'session_expired' })),
    outcome: UNREADABLE,
  },
  { name: '302 to a login page', origin: 'outcome', springs: html('302 Found', { Location: '/login' }), outcome: UNREADABLE },
  { name: 'endless body', origin: 'wire', springs: flood, outcome: UNREADABLE },
  { name: 'gzip bomb', origin: 'wire', springs: gzipBomb, outcome: UNREADABLE },
  ...([401, 403] as const).map(
    (status): Trap => ({
      name: `${status}`,
      origin: 'outcome',
      springs: problem(status, 'sign_in_required'),
      outcome: 'no_answer: sign_in_refused',
    }),
  ),
  ...([408, 409, 425, 500, 502, 503, 504] as const).map(
    (status): Trap => ({
      name: `${status}`,
      origin: 'outcome',
      springs: problem(status, 'trouble'),
      outcome: 'no_answer: server_error',
    }),
  ),
  {
    name: '503 with Retry-After',
    origin: 'outcome',
    springs: problem(503, 'unavailable', { 'Retry-After': '30' }),
    outcome: 'no_answer: server_error',
    holdMs: 30_000,
  },
  {
    name: '429 with Retry-After',
    origin: 'outcome',
    springs: problem(429, 'slow_down', { 'Retry-After': '30' }),
    outcome: 'no_answer: rate_limited',
    holdMs: 30_000,
  },
  { name: 'drip-feed beyond the deadline', origin: 'wire', springs: drip, deadlineMs: 250, outcome: 'no_answer: timeout' },
  { name: 'silence until the deadline', origin: 'outcome', springs: silence, deadlineMs: 150, outcome: 'no_answer: timeout' },
  { name: 'reset', origin: 'outcome', springs: reset, outcome: 'no_answer: connection_cut' },
  {
    name: 'cut in the middle of the body',
    origin: 'outcome',
    springs: honest((answer, s) => void s.end(answer.subarray(0, -9))),
    outcome: 'no_answer: connection_cut',
  },
]
