import { rawJson } from '../nasty-server.ts'
import { drip, html, problem, reset, silence } from './answers.ts'
import type { Trap } from './trap.ts'

/** What may happen to the request for a token. The notices themselves have not left, whatever it is. */
export const SIGN_IN_TRAPS: readonly Trap[] = [
  {
    name: 'client unknown',
    origin: 'outcome',
    springs: (_r, s) => void s.write(rawJson('401 Unauthorized', { error: 'invalid_client' })),
    outcome: 'notSent: sign_in_refused',
  },
  {
    name: 'client no longer allowed',
    origin: 'outcome',
    springs: problem(403, 'blocked'),
    outcome: 'notSent: sign_in_refused',
  },
  { name: 'captive portal: 200 with HTML', origin: 'field', springs: html('200 OK'), outcome: 'notSent: unreadable_answer' },
  {
    name: '302 to a login page',
    origin: 'outcome',
    springs: html('302 Found', { Location: '/login' }),
    outcome: 'notSent: unreadable_answer',
  },
  {
    name: 'a token without an end',
    origin: 'wire',
    springs: (_r, s) => void s.write(rawJson('200 OK', { access_token: 't-9', token_type: 'Bearer' })),
    outcome: 'notSent: unreadable_answer',
  },
  {
    name: 'a token of another kind',
    origin: 'wire',
    springs: (_r, s) => void s.write(rawJson('200 OK', { access_token: 't-9', token_type: 'mac', expires_in: 60 })),
    outcome: 'notSent: unreadable_answer',
  },
  {
    name: '503 with Retry-After',
    origin: 'outcome',
    springs: problem(503, 'unavailable', { 'Retry-After': '30' }),
    outcome: 'notSent: server_error',
    holdMs: 30_000,
  },
  {
    name: '429 with Retry-After',
    origin: 'outcome',
    springs: problem(429, 'slow_down', { 'Retry-After': '30' }),
    outcome: 'notSent: rate_limited',
    holdMs: 30_000,
  },
  { name: 'HTML 502', origin: 'field', springs: html('502 Proxy Error'), outcome: 'notSent: server_error' },
  { name: 'reset', origin: 'outcome', springs: reset, outcome: 'notSent: connection_cut' },
  { name: 'silence until the deadline', origin: 'outcome', springs: silence, deadlineMs: 150, outcome: 'notSent: timeout' },
  { name: 'drip-feed beyond the deadline', origin: 'wire', springs: drip, deadlineMs: 250, outcome: 'notSent: timeout' },
]
