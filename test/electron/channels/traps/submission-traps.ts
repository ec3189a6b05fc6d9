import { rawAnswer, rawJson } from '../nasty-server.ts'
import {
  afterTaking,
  changeSecond,
  drip,
  flood,
  gzipBomb,
  honest,
  html,
  problem,
  reset,
  results,
  silence,
  withHead,
} from './answers.ts'
import type { Trap } from './trap.ts'

const UNREADABLE = 'unknown: unreadable_answer'
const BROKEN = 'unknown: server_error'
const CUT = 'unknown: connection_cut'

const HOUR_MS = 3_600_000

/** What may happen to `POST /v1/notices` with three notices in it. */
export const SUBMISSION_TRAPS: readonly Trap[] = [
  // Answers that look like a success and are none.
  { name: 'captive portal: 200 with HTML', origin: 'field', springs: html('200 OK'), outcome: UNREADABLE },
  { name: 'a 502 page with status 200', origin: 'field', springs: afterTaking(html('200 OK')), outcome: UNREADABLE },
  {
    name: '204 without a word, stored',
    origin: 'outcome',
    springs: afterTaking((_r, s) => void s.write(rawAnswer('204 No Content', {}, ''))),
    outcome: UNREADABLE,
  },
  {
    name: '200 with an empty body, stored',
    origin: 'outcome',
    springs: afterTaking((_r, s) => void s.write(rawAnswer('200 OK', { 'Content-Type': 'application/json' }, ''))),
    outcome: UNREADABLE,
  },
  {
    name: 'the right answer called text/plain',
    origin: 'wire',
    springs: withHead((head) => head.replace('application/json', 'text/plain')),
    outcome: UNREADABLE,
  },
  {
    name: 'the right answer without a content type',
    origin: 'wire',
    springs: withHead((head) => head.replace(/\r\nContent-Type: [^\r]*/i, '')),
    outcome: UNREADABLE,
  },
  {
    name: 'session expired, reported inside a 200',
    origin: 'field',
    springs: (r, s) => void s.write(rawJson('200 OK', { error: 'session_expired', detail: r.body })),
    outcome: UNREADABLE,
  },
  {
    name: '"3 accepted, 0 refused" while the second is a duplicate error',
    origin: 'field',
    springs: results((honestResults) => ({
      accepted: 3,
      refused: 0,
      ...changeSecond(({ clientId }) => ({ clientId, status: 'duplicate', existingReference: 'OLD-7' }))(honestResults),
    })),
    outcome: ['accepted', 'duplicate: already_there', 'accepted'],
    ends: ['accepted', 'duplicate', 'accepted'],
  },
  {
    name: '"3 accepted, 0 refused" and nothing else',
    origin: 'field',
    springs: results(() => ({ accepted: 3, refused: 0 })),
    outcome: UNREADABLE,
  },
  {
    name: '"codigo 0" means only "well formed"',
    origin: 'field',
    springs: results(() => ({ codigo: 0, descripcion: 'OK' })),
    outcome: UNREADABLE,
  },
  {
    name: 'a misspelt element in one result',
    origin: 'field',
    springs: results(changeSecond(({ reference, ...rest }) => ({ ...rest, refrence: reference }))),
    outcome: ['accepted', UNREADABLE, 'accepted'],
  },
  {
    name: 'a misspelt status in one result',
    origin: 'field',
    springs: results(changeSecond((result) => ({ ...result, status: 'acepted' }))),
    outcome: ['accepted', UNREADABLE, 'accepted'],
  },
  {
    name: 'accepted without a reference',
    origin: 'field',
    springs: results(changeSecond((result) => ({ ...result, reference: '' }))),
    outcome: ['accepted', UNREADABLE, 'accepted'],
  },
  {
    name: 'one item refused in a batch that succeeded',
    origin: 'field',
    springs: (r, s, service) => {
      const [, second] = service.idsOf(r)
      const issues = [{ field: 'document.number', code: 'format', message: `No such document: ${r.body}` }]
      const { results: taken } = service.take(r, (clientId) => clientId !== second)
      s.write(rawJson('200 OK', { results: [...taken, { clientId: second, status: 'rejected', issues }] }))
    },
    outcome: ['accepted', 'rejected: content_refused', 'accepted'],
    ends: ['accepted', 'rejected', 'accepted'],
  },
  {
    name: 'receipts for another request',
    origin: 'wire',
    springs: results((honestResults) => ({
      results: honestResults.map((result, index) => ({ ...result, clientId: `01934f00-0000-7000-8000-b0000000000${index}` })),
    })),
    outcome: UNREADABLE,
  },
  {
    name: 'results in another order',
    origin: 'wire',
    springs: results((honestResults) => ({ results: [...honestResults].reverse() })),
    outcome: 'accepted',
  },
  {
    name: 'one result missing',
    origin: 'wire',
    springs: results((honestResults) => ({ results: honestResults.filter((_result, index) => index !== 1) })),
    outcome: ['accepted', UNREADABLE, 'accepted'],
  },
  {
    name: 'two results for one notice',
    origin: 'wire',
    springs: results((honestResults) => ({
      results: [...honestResults, { ...honestResults[1], status: 'duplicate', existingReference: 'OLD-7' }],
    })),
    outcome: ['accepted', UNREADABLE, 'accepted'],
  },
  {
    name: 'accepted, reported late: an acceptance with a warning',
    origin: 'field',
    springs: results(changeSecond((result) => ({ ...result, warnings: [{ code: 'reported_late', message: 'Late.' }] }))),
    outcome: 'accepted',
  },
  {
    name: 'a field nobody published, a guest in it',
    origin: 'wire',
    springs: results((honestResults, r) => ({
      results: honestResults.map((result) => ({ ...result, guest: r.body, code: r.body })),
    })),
    outcome: 'accepted',
  },

  // Taken into work.
  {
    name: '202 with a batch: deferred, and asked about later',
    origin: 'outcome',
    springs: (r, s, service) => {
      service.weaknesses.defers = true
      s.write(service.answer(r))
      service.weaknesses.defers = false
    },
    outcome: 'deferred',
  },
  {
    name: '202 without a word, stored',
    origin: 'outcome',
    springs: afterTaking((_r, s) => void s.write(rawAnswer('202 Accepted', {}, ''))),
    outcome: UNREADABLE,
  },
  {
    name: '202 that names other notices',
    origin: 'wire',
    springs: afterTaking(
      (_r, s) =>
        void s.write(
          rawJson('202 Accepted', {
            batchReference: 'B-7',
            askAgainAfterSeconds: 20,
            clientIds: ['01934f00-0000-7000-8000-b00000000001'],
          }),
        ),
    ),
    outcome: UNREADABLE,
  },
  {
    name: '202 that leaves out the second',
    origin: 'wire',
    springs: (r, s, service) => {
      service.weaknesses.defers = true
      const answer = service.answer(r).toString('latin1')
      service.weaknesses.defers = false
      const { clientIds, ...rest } = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))) as { clientIds: string[] }
      s.write(rawJson('202 Accepted', { ...rest, clientIds: clientIds.filter((_id, index) => index !== 1) }))
    },
    outcome: ['deferred', UNREADABLE, 'deferred'],
  },
  {
    name: '202 with a batch reference that is a path',
    origin: 'wire',
    springs: afterTaking(
      (r, s, service) =>
        void s.write(
          rawJson('202 Accepted', {
            batchReference: '../notices?since=2000',
            askAgainAfterSeconds: 20,
            clientIds: service.idsOf(r),
          }),
        ),
    ),
    outcome: UNREADABLE,
  },
  {
    name: 'one of three still in work',
    origin: 'outcome',
    springs: results(
      changeSecond(({ clientId }) => ({
        clientId,
        status: 'deferred',
        batchReference: 'B-not-there',
        askAgainAfterSeconds: 20,
      })),
    ),
    outcome: ['accepted', 'deferred', 'accepted'],
  },

  // Redirects.
  ...([301, 302, 303, 307, 308] as const).map(
    (status): Trap => ({
      name: `${status} to a login page`,
      origin: 'outcome',
      springs: html(`${status} Redirect`, { Location: '/login?returnTo=/v1/notices&name=MUSTERMANN' }),
      outcome: UNREADABLE,
    }),
  ),
  {
    name: '302, stored all the same',
    origin: 'outcome',
    springs: afterTaking(html('302 Found', { Location: '/done' })),
    outcome: UNREADABLE,
  },

  // Every status of the table, in the contract's words and as a page of somebody in between.
  ...([400, 404, 422] as const).map(
    (status): Trap => ({
      name: `${status} about the whole batch: each goes alone`,
      origin: 'outcome',
      springs: problem(status, 'bad_request'),
      outcome: 'notSent: content_refused',
    }),
  ),
  { name: '404 from somebody else', origin: 'outcome', springs: html('404 Not Found'), outcome: UNREADABLE },
  {
    name: '413: all of them again, in smaller batches',
    origin: 'outcome',
    springs: problem(413, 'too_large'),
    outcome: 'notSent',
  },
  { name: '413 from a proxy', origin: 'outcome', springs: html('413 Payload Too Large'), outcome: 'notSent' },
  ...([401, 403] as const).map(
    (status): Trap => ({
      name: `${status}: refused before it was read`,
      origin: 'outcome',
      springs: problem(status, 'sign_in_required'),
      outcome: 'notSent: sign_in_refused',
    }),
  ),
  ...([408, 409, 425, 500, 502, 503, 504] as const).flatMap((status): Trap[] => [
    { name: `${status}, nothing stored`, origin: 'outcome', springs: problem(status, 'trouble'), outcome: BROKEN },
    {
      name: `${status}, stored all the same`,
      origin: 'outcome',
      springs: afterTaking(problem(status, 'trouble')),
      outcome: BROKEN,
    },
  ]),
  {
    name: 'HTML 502 of a proxy, stored behind it',
    origin: 'field',
    springs: afterTaking(html('502 Proxy Error')),
    outcome: BROKEN,
  },
  {
    name: '500 with the right results in it',
    origin: 'outcome',
    springs: (r, s, service) => void s.write(rawJson('500 Oops', service.take(r))),
    outcome: BROKEN,
  },
  {
    name: '409 in flight, with a time to wait',
    origin: 'outcome',
    springs: afterTaking(problem(409, 'in_flight', { 'Retry-After': '3' })),
    outcome: BROKEN,
    holdMs: 3_000,
  },

  // Retry-After in every spelling, clamped to a second and an hour.
  ...(
    [
      ['seconds', { 'Retry-After': '120' }, 120_000],
      ['a date', { 'Retry-After': 'Mon, 23 Nov 2026 05:44:30 GMT' }, 90_000],
      [
        'a date beside a clock of its own',
        { Date: 'Fri, 01 Jan 2027 00:00:00 GMT', 'Retry-After': 'Fri, 01 Jan 2027 00:00:10 GMT' },
        10_000,
      ],
      ['a date gone by', { 'Retry-After': 'Mon, 23 Nov 2020 05:44:30 GMT' }, 1_000],
      ['zero', { 'Retry-After': '0' }, 1_000],
      ['a huge number', { 'Retry-After': '9'.repeat(400) }, HOUR_MS],
    ] as const
  ).flatMap(([word, headers, holdMs]): Trap[] => [
    {
      name: `429 with Retry-After: ${word}`,
      origin: 'outcome',
      springs: problem(429, 'slow_down', headers),
      outcome: 'notSent: rate_limited',
      holdMs,
    },
    {
      name: `503 with Retry-After: ${word}`,
      origin: 'outcome',
      springs: problem(503, 'unavailable', headers),
      outcome: BROKEN,
      holdMs,
    },
  ]),
  ...['soon', '-5', '1e9', ''].map(
    (garbage): Trap => ({
      name: `503 with Retry-After: "${garbage}" is a 503 without one`,
      origin: 'outcome',
      springs: problem(503, 'unavailable', { 'Retry-After': garbage }),
      outcome: BROKEN,
    }),
  ),
  {
    name: '429 with garbage: held all the same',
    origin: 'outcome',
    springs: problem(429, 'slow_down', { 'Retry-After': 'soon' }),
    outcome: 'notSent: rate_limited',
    holdMs: 'back_off',
  },

  // Time and broken connections.
  {
    name: 'drip-feed beyond the deadline, stored',
    origin: 'wire',
    springs: afterTaking(drip),
    deadlineMs: 250,
    outcome: 'unknown: timeout',
  },
  {
    name: 'silence until the deadline, stored',
    origin: 'outcome',
    springs: afterTaking(silence),
    deadlineMs: 150,
    outcome: 'unknown: timeout',
  },
  {
    name: 'silence until the deadline, nothing stored',
    origin: 'outcome',
    springs: silence,
    deadlineMs: 150,
    outcome: 'unknown: timeout',
  },
  { name: 'reset after processing, on a fresh connection', origin: 'outcome', springs: afterTaking(reset), outcome: CUT },
  {
    name: 'reset after processing, on a reused keep-alive connection',
    origin: 'wire',
    springs: afterTaking(reset),
    isReused: true,
    outcome: CUT,
  },
  {
    name: 'reset before processing, on a reused keep-alive connection',
    origin: 'wire',
    springs: reset,
    isReused: true,
    outcome: CUT,
  },
  {
    name: 'closed politely without an answer, stored',
    origin: 'outcome',
    springs: afterTaking((_r, s) => void s.end()),
    outcome: CUT,
  },
  {
    name: 'reset at the first bytes of the request',
    origin: 'wire',
    springs: silence,
    interrupts: (socket) => void socket.resetAndDestroy(),
    outcome: CUT,
  },
  {
    name: 'cut in the middle of the body',
    origin: 'outcome',
    springs: honest((answer, s) => void s.end(answer.subarray(0, -30))),
    outcome: CUT,
  },
  {
    name: 'cut in the middle of the head',
    origin: 'outcome',
    springs: honest((answer, s) => void s.end(answer.subarray(0, 20))),
    outcome: CUT,
  },
  {
    name: 'cut in the middle of a chunk',
    origin: 'outcome',
    springs: afterTaking(
      (_r, s) =>
        void s.end('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{"results":['),
    ),
    outcome: CUT,
  },
  {
    name: 'JSON cut short by a length that is wrong',
    origin: 'wire',
    springs: honest(
      (answer, s) =>
        void s.write(
          answer
            .subarray(0, -9)
            .toString('latin1')
            .replace(/Content-Length: (\d+)/, (_all, length: string) => `Content-Length: ${Number(length) - 9}`),
        ),
    ),
    outcome: UNREADABLE,
  },

  // Answers no library would send.
  { name: 'endless body', origin: 'wire', springs: afterTaking(flood), outcome: UNREADABLE },
  { name: 'gzip bomb', origin: 'wire', springs: afterTaking(gzipBomb), outcome: UNREADABLE },
  {
    name: 'gzip that does not unpack',
    origin: 'wire',
    springs: afterTaking(
      (_r, s) =>
        void s.write(rawAnswer('200 OK', { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }, 'not gzip')),
    ),
    outcome: UNREADABLE,
  },
  {
    name: 'brackets a million deep',
    origin: 'wire',
    springs: afterTaking(
      (_r, s) =>
        void s.write(
          rawAnswer(
            '200 OK',
            { 'Content-Type': 'application/json' },
            `{"results":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`,
          ),
        ),
    ),
    outcome: UNREADABLE,
  },
  {
    name: 'a head without end',
    origin: 'wire',
    springs: afterTaking((_r, s) => void s.write(`HTTP/1.1 200 OK\r\nX-Padding: ${'x'.repeat(200_000)}\r\n\r\n`)),
    outcome: UNREADABLE,
  },
  {
    name: 'two lengths that disagree',
    origin: 'wire',
    springs: afterTaking(
      (_r, s) =>
        void s.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}'),
    ),
    outcome: UNREADABLE,
  },
  {
    name: 'noise instead of HTTP',
    origin: 'wire',
    springs: (_r, s) => void s.write('SSH-2.0-OpenSSH_9.2\r\n\r\n'),
    outcome: UNREADABLE,
  },
  {
    name: 'bytes that are no UTF-8',
    origin: 'wire',
    springs: afterTaking(
      (_r, s) =>
        void s.write(
          rawAnswer(
            '200 OK',
            { 'Content-Type': 'application/json' },
            Buffer.from([0x7b, 0x22, 0xcf, 0xf0, 0x22, 0x3a, 0x31, 0x7d]),
          ),
        ),
    ),
    outcome: UNREADABLE,
  },
  {
    name: 'an answer before the request was read: nobody can have taken it',
    origin: 'wire',
    springs: silence,
    interrupts: (socket) => void socket.end(rawJson('200 OK', { results: [] }, { Connection: 'close' })),
    outcome: UNREADABLE,
  },
  {
    name: 'a 503 before the request was read',
    origin: 'wire',
    springs: silence,
    interrupts: (socket) => void socket.end(rawJson('503 Busy', {}, { Connection: 'close' })),
    outcome: BROKEN,
  },
  {
    name: 'HTTP/1.0, body without a length, cut',
    origin: 'wire',
    springs: honest(
      (answer, s) =>
        void s.end(
          answer
            .subarray(0, -9)
            .toString('latin1')
            .replace('HTTP/1.1', 'HTTP/1.0')
            .replace(/Content-Length: \d+\r\n/, ''),
        ),
    ),
    outcome: UNREADABLE,
  },

  // Odd, and right all the same.
  {
    name: 'HTTP/1.0, body without a length, whole',
    origin: 'wire',
    springs: honest(
      (answer, s) =>
        void s.end(
          answer
            .toString('latin1')
            .replace('HTTP/1.1', 'HTTP/1.0')
            .replace(/Content-Length: \d+\r\n/, ''),
        ),
    ),
    outcome: 'accepted',
  },
  {
    name: '103 Early Hints before the answer',
    origin: 'wire',
    springs: honest(
      (answer, s) => void s.write(Buffer.concat([Buffer.from('HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n'), answer])),
    ),
    outcome: 'accepted',
  },
  {
    name: 'a byte order mark before the JSON',
    origin: 'field',
    springs: (r, s, service) =>
      void s.write(rawAnswer('200 OK', { 'Content-Type': 'application/json' }, `\uFEFF${JSON.stringify(service.take(r))}`)),
    outcome: 'accepted',
  },
  {
    name: 'a second, unasked answer behind the first',
    origin: 'wire',
    springs: honest((answer, s) => void s.write(Buffer.concat([answer, answer]))),
    outcome: 'accepted',
  },
  {
    name: 'a connection closed after each answer',
    origin: 'wire',
    springs: honest((answer, s) => void s.end(answer.toString('latin1').replace('\r\n', '\r\nConnection: close\r\n'))),
    outcome: 'accepted',
  },
  {
    name: 'one byte at a time',
    origin: 'wire',
    springs: honest(
      (answer, s) =>
        void (async () => {
          s.setNoDelay(true)
          for (const byte of answer) await new Promise<void>((resolve) => void s.write(Buffer.of(byte), () => resolve()))
        })(),
    ),
    outcome: 'accepted',
  },

  // The service's memory.
  {
    name: 'delivered twice by a proxy',
    origin: 'wire',
    springs: (r, s, service) => {
      service.take(r)
      s.write(service.answer(r))
    },
    outcome: 'accepted',
  },
  {
    name: 'client ids forgotten when sent again: asked first, so there is no second',
    origin: 'field',
    springs: afterTaking((r, s, service) => {
      service.weaknesses.forgetsIdsWhenSent = true
      reset(r, s, service)
    }),
    outcome: CUT,
  },
  {
    name: 'client ids forgotten altogether: found again by the person, a human decides',
    origin: 'field',
    springs: afterTaking((r, s, service) => {
      service.weaknesses.forgetsIdsWhenAsked = true
      reset(r, s, service)
    }),
    outcome: CUT,
    ends: 'duplicate',
  },
  {
    name: 'a very late effect, after the question was answered with "no"',
    origin: 'wire',
    springs: (r, s, service) => {
      service.weaknesses.afterNextQuestion = () => void service.take(r)
      problem(504, 'gateway_timeout')(r, s, service)
    },
    outcome: BROKEN,
  },
]
