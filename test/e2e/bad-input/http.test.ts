import { type ClientRequestArgs, type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningDesk, startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { checkInOf, contentOf, MARKER, makeRegister } from './refused.ts'

let base: string
let data: string
let desk: RunningDesk
let before: Awaited<ReturnType<typeof contentOf>>

beforeAll(async () => {
  base = makeTempDirectory()
  data = join(base, 'data')
  await makeRegister(data)
  desk = await startServe(['--data', data])
  before = await contentOf(data)
})

afterAll(async () => {
  await desk.stop()
  removeDirectory(base)
})

interface Answer {
  readonly status: number
  readonly body: string
  readonly headers: IncomingHttpHeaders
}

/** A raw request: `fetch` would tidy path, host and method first. */
function ask(options: ClientRequestArgs, body: string | Buffer = ''): Promise<Answer> {
  const { hostname, port } = new URL(desk.ready.url)
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { hostname, port, setHost: options.headers === undefined || !('host' in options.headers), ...options },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }))
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

const origin = () => new URL(desk.ready.url).origin
const CALL = '/rpc/checkIn/create'
const JSON_BODY = { 'content-type': 'application/json' }
const body = () => JSON.stringify({ json: { requestId: crypto.randomUUID(), ...checkInOf({ surname: MARKER.surname }) } })

async function cookie(): Promise<string> {
  const answer = await ask(
    { method: 'POST', path: '/session', headers: { ...JSON_BODY, origin: origin(), 'x-qabyl-request': '1' } },
    JSON.stringify({ token: desk.ready.token }),
  )
  return String(answer.headers['set-cookie']).split(';')[0] ?? ''
}

test('whoever is not the desk’s own page is refused with a reason, whatever he asks for', async () => {
  const own = { ...JSON_BODY, origin: origin(), cookie: await cookie(), 'x-qabyl-request': '1' }
  const bearer = { ...JSON_BODY, authorization: `Bearer ${desk.ready.token}` }
  const cases: readonly (readonly [string, ClientRequestArgs, number, string])[] = [
    ['another name', { headers: { ...bearer, host: 'desk.example:80' } }, 403, 'WRONG_HOST'],
    ['our address under another port', { headers: { ...bearer, host: '127.0.0.1:1' } }, 403, 'WRONG_HOST'],
    ['another page', { headers: { ...own, origin: 'https://evil.example' } }, 403, 'WRONG_ORIGIN'],
    ['a page from a file', { headers: { ...own, origin: 'null' } }, 403, 'WRONG_ORIGIN'],
    ['another site by the browser’s word', { headers: { ...own, 'sec-fetch-site': 'cross-site' } }, 403, 'CROSS_SITE'],
    ['a form elsewhere', { headers: { ...own, 'x-qabyl-request': '' } }, 403, 'NOT_OUR_PAGE'],
    ['nobody', { headers: JSON_BODY }, 401, 'NO_SESSION'],
    ['a made-up cookie', { headers: { ...own, cookie: `${own.cookie.split('=')[0]}=${'A'.repeat(43)}` } }, 401, 'NO_SESSION'],
    ['a made-up token', { headers: { ...JSON_BODY, authorization: 'Bearer x' } }, 401, 'NO_SESSION'],
    [
      'the REST token for the page',
      { headers: { ...JSON_BODY, authorization: `Bearer ${desk.ready.apiToken}` } },
      401,
      'NO_SESSION',
    ],
    ['the page’s token for REST', { ...{ path: '/api/v1/check-ins' }, headers: bearer }, 401, 'NO_TOKEN'],
    [
      'a token in the address',
      { path: `${CALL}?token=${desk.ready.token}`, headers: { ...JSON_BODY, referer: desk.ready.url } },
      401,
      'NO_SESSION',
    ],
  ]
  for (const [who, options, status, code] of cases) {
    const answer = await ask({ method: 'POST', path: CALL, ...options }, body())
    expect({ who, status: answer.status, body: answer.body }).toEqual({
      who,
      status,
      body: expect.stringContaining(`"${code}"`),
    })
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  }
  expect(await contentOf(data)).toEqual(before)
})

test('a session is given for the run’s token alone', async () => {
  const headers = { ...JSON_BODY, origin: origin(), 'x-qabyl-request': '1' }
  for (const content of [
    '',
    '{',
    '[]',
    '{"token": 1}',
    `{"token": "${'A'.repeat(43)}"}`,
    `{"token": "${desk.ready.apiToken}"}`,
  ]) {
    const answer = await ask({ method: 'POST', path: '/session', headers }, content)
    expect({ content, refused: answer.status === 401 || answer.status === 400 }).toEqual({ content, refused: true })
    expect(answer.headers['set-cookie']).toBeUndefined()
  }
  const foreign = await ask(
    { method: 'POST', path: '/session', headers: { ...headers, origin: 'https://evil.example' } },
    JSON.stringify({ token: desk.ready.token }),
  )
  expect([foreign.status, foreign.headers['set-cookie']]).toEqual([403, undefined])
})

test('no path leads out of the page’s own files', async () => {
  const paths = [
    '/..%2f..%2fregister.key',
    '/../../register.key',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%5c..%5cpackage.json',
    '/%252e%252e%252fpackage.json',
    '/.git/config',
    '/index.html%00.js',
    '/%ff',
    '//etc/passwd.txt',
    `/${'a'.repeat(5000)}.js`,
    '/desk.json',
    '/register.key',
  ]
  for (const path of paths) {
    const { status, body: text } = await ask({ method: 'GET', path })
    expect({ path, isRefused: status >= 400 && status < 500 }).toEqual({ path, isRefused: true })
    expect(text).not.toMatch(/"version"|root:|[0-9a-f]{64}/)
  }
})

test('a method that is none of ours is refused', async () => {
  const headers = { authorization: `Bearer ${desk.ready.token}` }
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']) {
    for (const path of ['/', CALL]) {
      const { status } = await ask({ method, path, headers })
      expect({ method, path, isRefused: status >= 400 && status < 500 }).toEqual({ method, path, isRefused: true })
    }
  }
})

test('a body that is no call is answered as one, tells no guest, and changes nothing', async () => {
  const headers = { ...JSON_BODY, authorization: `Bearer ${desk.ready.token}` }
  const rest = { ...JSON_BODY, authorization: `Bearer ${desk.ready.apiToken}` }
  const guest = { surname: MARKER.surname, documentNumber: MARKER.documentNumber }
  const cases: readonly (readonly [string, ClientRequestArgs, string | Buffer])[] = [
    ['nothing', { headers }, ''],
    ['half a JSON', { headers }, body().slice(0, -4)],
    ['no object', { headers }, '"x"'],
    ['another form of frame', { headers }, JSON.stringify({ meta: [['x', 'y']], json: null, maps: [[99, 'a']] })],
    ['bytes', { headers: { ...headers, 'content-type': 'application/octet-stream' } }, Buffer.alloc(5000, 0xfe)],
    ['a form without its bounds', { headers: { ...headers, 'content-type': 'multipart/form-data' } }, body()],
    ['fields that are none', { headers }, JSON.stringify({ json: checkInOf({ ...guest, documentNo: '1' }) })],
    ['a prototype key', { headers }, `{"json": {"__proto__": {"actor": 1}, ${JSON.stringify(checkInOf(guest)).slice(1)}}`],
    [
      'a misspelt field over REST',
      { path: '/api/v1/check-ins', headers: rest },
      JSON.stringify({ ...checkInOf({ ...guest, documentNo: '1' }), requestId: crypto.randomUUID() }),
    ],
    ['half a JSON over REST', { path: '/api/v1/check-ins', headers: rest }, '{"stay":'],
    ['no procedure', { path: '/rpc/checkIn/destroy', headers }, '{}'],
    ['an inherited procedure', { path: '/rpc/constructor/constructor', headers }, '{}'],
    ['a prototype as procedure', { path: '/rpc/__proto__/toString', headers }, '{}'],
    ['no resource', { path: '/api/v1/nothing', headers: rest }, '{}'],
  ]
  for (const [what, options, content] of cases) {
    const answer = await ask({ method: 'POST', path: CALL, ...options }, content)
    expect({ what, isRefused: answer.status >= 400 && answer.status < 500, says: answer.body }).toEqual({
      what,
      isRefused: true,
      says: expect.stringMatching(/message/),
    })
    expect(answer.body).not.toMatch(new RegExp(`${MARKER.surname}|${MARKER.documentNumber}|node_modules| at `))
  }
  expect(await contentOf(data)).toEqual(before)
})

test('a body too large, or of no known length, is refused before it is read', async () => {
  const headers = { ...JSON_BODY, authorization: `Bearer ${desk.ready.token}` }
  for (const [sent, status] of [
    [{ 'content-length': '99999999999' }, 413],
    [{ 'transfer-encoding': 'chunked' }, 411],
  ] as const) {
    const answer = await firstLineOf(
      `POST ${CALL} HTTP/1.1\r\nHost: ${new URL(origin()).host}\r\n${Object.entries({ ...headers, ...sent })
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('')}\r\n`,
    )
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  }
})

test('slow and broken clients hold nobody up', async () => {
  const { hostname, port } = new URL(desk.ready.url)
  const slow = Array.from({ length: 50 }, () => connect(Number(port), hostname))
  for (const socket of slow) {
    socket.on('error', () => undefined)
    socket.write(
      `POST ${CALL} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\nAuthorization: Bearer ${desk.ready.token}\r\nContent-Length: 100000\r\n\r\n{`,
    )
  }
  try {
    expect(await firstLineOf('\0\0\0 nonsense\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /)
    expect(await contentOf(data)).toEqual(before)
  } finally {
    for (const socket of slow) socket.destroy()
  }
  expect(await contentOf(data)).toEqual(before)
})

test('nothing of it all is in the log but what was refused and why', () => {
  expect(desk.log()).toContain('WRONG_HOST')
  expect(desk.log()).not.toMatch(
    new RegExp([desk.ready.token, desk.ready.apiToken, MARKER.surname, MARKER.documentNumber].join('|')),
  )
})

/** What the server says first to these bytes. */
function firstLineOf(bytes: string): Promise<string> {
  const { hostname, port } = new URL(desk.ready.url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    let text = ''
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      text += chunk
      if (!text.includes('\r\n')) return
      resolve(text)
      socket.destroy()
    })
    socket.on('error', reject)
    socket.on('end', () => resolve(text))
    socket.write(bytes, 'latin1')
  })
}
