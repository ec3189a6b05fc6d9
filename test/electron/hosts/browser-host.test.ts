import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserHost, startBrowserHost } from '#electron/hosts/browser-host.ts'
import { createHttpLink } from '#shared/contract/transport/http-link.ts'
import { createSampleDesk, type sampleContract } from '../contract/sample-desk.ts'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

let host: BrowserHost
let folder: string
const log: string[] = []
const desk = createSampleDesk()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qabyl-host-'))
  const renderer = join(folder, 'renderer')
  await mkdir(join(renderer, 'assets'), { recursive: true })
  await writeFile(
    join(renderer, 'index.html'),
    '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><title>Q</title>',
  )
  await writeFile(join(renderer, 'assets', 'app-1a2b.js'), 'export {}')
  await writeFile(join(renderer, '.hidden.txt'), 'hidden')
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await mkdir(join(folder, 'renderer-beside'))
  await writeFile(join(folder, 'renderer-beside', 'secret.txt'), 'secret')
  const started = await startBrowserHost(hostOptions(0))
  if (!started.ok) throw new Error(started.error.message)
  host = started.value
})
afterAll(async () => {
  await host.stop()
  await rm(folder, { recursive: true })
})

function hostOptions(port: number) {
  return {
    desk: { router: desk.router, contextFor: (workplace: string) => ({ workplace }) },
    port,
    rendererDirectory: join(folder, 'renderer'),
    appVersion: '1.2.3',
    log: (message: string) => log.push(message),
  }
}

/** A request as an attacker can shape it; `fetch` would correct path and headers. */
function send(path: string, options: { method?: string; headers?: OutgoingHttpHeaders; body?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { host: `127.0.0.1:${host.port}`, ...options.headers }
    const request = httpRequest(
      { host: '127.0.0.1', port: host.port, path, method: options.method ?? 'GET', headers, setHost: false },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      },
    )
    request.on('error', reject)
    request.end(options.body)
  })
}

const ownPage = () => ({ origin: host.origin, 'x-qabyl-request': '1', 'content-type': 'application/json' })

async function signIn(): Promise<string> {
  const body = JSON.stringify({ token: host.token })
  const answer = await send('/session', { method: 'POST', headers: { ...ownPage(), 'content-length': body.length }, body })
  return answer.headers['set-cookie']?.[0] ?? ''
}

function echo(headers: OutgoingHttpHeaders, value = 'x'): Promise<Answer> {
  const body = JSON.stringify({ json: value })
  return send('/rpc/echo', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
    body,
  })
}

function codeOf(answer: Answer): string {
  const body: unknown = JSON.parse(answer.body)
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

describe('the page', () => {
  it('comes with a strict policy whose nonce is new each time and stands in the page', async () => {
    const [first, second] = [await send('/'), await send('/')]
    const nonces = [first, second].map((answer) => /<meta name="csp-nonce" content="([^"]+)">/.exec(answer.body)?.[1])
    expect(nonces[0]).toBeTruthy()
    expect(nonces[0]).not.toBe(nonces[1])
    expect(first.headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonces[0]}'; img-src 'self' data: blob:; font-src 'self'; ` +
        "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    expect({
      type: first.headers['content-type'],
      sniff: first.headers['x-content-type-options'],
      referrer: first.headers['referrer-policy'],
      opener: first.headers['cross-origin-opener-policy'],
      cache: first.headers['cache-control'],
    }).toEqual({
      type: 'text/html; charset=utf-8',
      sniff: 'nosniff',
      referrer: 'no-referrer',
      opener: 'same-origin',
      cache: 'no-store',
    })
  })

  it('serves hashed files for ever and a screen’s address as the page', async () => {
    const script = await send('/assets/app-1a2b.js')
    expect([script.status, script.headers['content-type'], script.headers['cache-control']]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ])
    expect((await send('/queue?lane=late')).body).toContain('<title>Q</title>')
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..%2frenderer-beside/secret.txt',
    '/.hidden.txt',
    '/assets/%00.js',
    '/missing.js',
    '//etc/passwd.txt',
  ])('answers 404 to %s', async (path) => {
    const answer = await send(path)
    expect([answer.status, answer.body]).toEqual([404, 'Not found\n'])
  })

  it('is only read', async () => {
    expect((await send('/index.html', { method: 'DELETE' })).status).toBe(405)
  })
})

describe('who may call', () => {
  it('trades the token for a cookie that scripts and other sites cannot use, and works by it after a reload', async () => {
    const cookie = await signIn()
    expect(cookie).toMatch(new RegExp(`^qabyl_session_${host.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`))
    const [pair = ''] = cookie.split(';')
    for (let visit = 0; visit < 2; visit++) {
      const answer = await echo({ ...ownPage(), cookie: pair }, 'сәлем')
      expect([answer.status, answer.body]).toEqual([200, '{"json":"сәлем"}'])
    }
  })

  it('puts the token behind # in the address, where no server sees it', () => {
    expect(host.url).toBe(`http://127.0.0.1:${host.port}/#token=${host.token}`)
  })

  it.each([
    ['a wrong token', { token: 'x'.repeat(43) }],
    ['no token', {}],
    ['something else', 'token'],
  ])('gives no session for %s', async (_name, content) => {
    const body = JSON.stringify(content)
    const answer = await send('/session', { method: 'POST', headers: { ...ownPage(), 'content-length': body.length }, body })
    expect([answer.status, codeOf(answer), answer.headers['set-cookie']]).toEqual([401, 'NO_SESSION', undefined])
  })

  it('refuses a call without session, with an invented one, and with the wrong bearer', async () => {
    const answers = [
      await echo(ownPage()),
      await echo({ ...ownPage(), cookie: `qabyl_session_${host.port}=invented` }),
      await echo({ authorization: `Bearer ${host.apiToken}` }),
    ]
    expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual([
      [401, 'NO_SESSION'],
      [401, 'NO_SESSION'],
      [401, 'NO_SESSION'],
    ])
  })

  it('refuses a session’s cookie that comes without our header or our origin', async () => {
    const [cookie = ''] = (await signIn()).split(';')
    const answers = [await echo({ cookie, origin: host.origin }), await echo({ cookie, 'x-qabyl-request': '1' })]
    expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual([
      [403, 'NOT_OUR_PAGE'],
      [403, 'NOT_OUR_PAGE'],
    ])
  })

  it.each([
    ['a name that points here', { host: 'evil.example' }, 'WRONG_HOST'],
    ['another port', { host: '127.0.0.1:1' }, 'WRONG_HOST'],
    ['another site', { origin: 'https://evil.example' }, 'WRONG_ORIGIN'],
    ['a file or a sandboxed frame', { origin: 'null' }, 'WRONG_ORIGIN'],
    ['another port of this PC', { origin: 'http://127.0.0.1:1' }, 'WRONG_ORIGIN'],
  ])('refuses everything to %s', async (_name, headers, code) => {
    const [cookie = ''] = (await signIn()).split(';')
    const before = log.length
    const answers = [await echo({ ...ownPage(), cookie, ...headers }), await send('/', { headers })]
    expect(answers.map((answer) => [answer.status, codeOf(answer)])).toEqual([
      [403, code],
      [403, code],
    ])
    expect(log.slice(before)).toEqual([`Refused POST: ${code}`, `Refused GET: ${code}`])
  })

  it('refuses a cross-site call and lets a link be followed', async () => {
    const [cookie = ''] = (await signIn()).split(';')
    expect(codeOf(await echo({ ...ownPage(), cookie, 'sec-fetch-site': 'cross-site' }))).toBe('CROSS_SITE')
    expect((await send('/', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(200)
  })

  it('lets the command line in with the run’s token and names its workplace', async () => {
    const client: ContractRouterClient<typeof sampleContract> = createORPCClient(
      createHttpLink({ origin: host.origin, workplace: 'cli-7', bearerToken: host.token, fetch }),
    )
    expect(await client.whoCalls()).toEqual({ workplace: 'cli-7' })
  })
})

describe('bad requests', () => {
  const authorization = () => `Bearer ${host.token}`

  it('refuses a body that is too large before reading it', async () => {
    const answer = await send('/rpc/echo', {
      method: 'POST',
      headers: { authorization: authorization(), 'content-type': 'application/json', 'content-length': 30_000_000 },
    })
    expect([answer.status, codeOf(answer)]).toEqual([413, 'TOO_LARGE'])
  })

  it('refuses a body without a length', async () => {
    const answer = await send('/rpc/echo', {
      method: 'POST',
      headers: { authorization: authorization(), 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
      body: '{}',
    })
    expect([answer.status, codeOf(answer)]).toEqual([411, 'LENGTH_REQUIRED'])
  })

  it('answers malformed JSON with an error, not with a crash', async () => {
    const answer = await send('/rpc/echo', {
      method: 'POST',
      headers: { authorization: authorization(), 'content-type': 'application/json', 'content-length': 5 },
      body: '{"a":',
    })
    expect(answer.status).toBe(400)
  })

  it('answers 404 for a procedure that does not exist', async () => {
    const answer = await send('/rpc/nothing/here', {
      method: 'POST',
      headers: { authorization: authorization(), 'content-length': 0 },
    })
    expect([answer.status, codeOf(answer)]).toEqual([404, 'NOT_FOUND'])
  })
})

describe('the REST API', () => {
  it('wants its own token', async () => {
    const answers = [
      await send('/api/v1/openapi.json'),
      await send('/api/v1/openapi.json', { headers: { authorization: `Bearer ${host.token}` } }),
    ]
    expect(answers.map((answer) => [answer.status, codeOf(answer), answer.headers['www-authenticate']])).toEqual([
      [401, 'NO_TOKEN', 'Bearer'],
      [401, 'NO_TOKEN', 'Bearer'],
    ])
  })

  it('describes exactly the public procedures', async () => {
    const answer = await send('/api/v1/openapi.json', { headers: { authorization: `Bearer ${host.apiToken}` } })
    const document = JSON.parse(answer.body)
    expect({ openapi: document.openapi, version: document.info.version, paths: Object.keys(document.paths).sort() }).toEqual({
      openapi: '3.1.1',
      version: '1.2.3',
      paths: ['/check-ins', '/notices', '/status'],
    })
  })
})

describe('starting and stopping', () => {
  it('says in a sentence that the port is busy', async () => {
    const second = await startBrowserHost(hostOptions(host.port))
    expect(second).toEqual({
      ok: false,
      error: {
        code: 'port_busy',
        port: host.port,
        message: `Port ${host.port} is used by another program. Choose another with --port, or 0 for any free one.`,
      },
    })
  })

  it('lets a call under way finish and takes no new ones', async () => {
    const waiting = createSampleDesk()
    const started = await startBrowserHost({
      ...hostOptions(0),
      desk: { router: waiting.router, contextFor: () => ({ workplace: '' }) },
    })
    if (!started.ok) throw new Error(started.error.message)
    const client: ContractRouterClient<typeof sampleContract> = createORPCClient(
      createHttpLink({ origin: started.value.origin, workplace: 'w', bearerToken: started.value.token, fetch }),
    )
    const controller = new AbortController()
    const call = client.neverAnswers(undefined, { signal: controller.signal }).catch(() => 'given up')
    const stream = await client.stream.endless()
    await stream.next()
    const streamEnd = stream.next().catch(() => 'cut')
    await waiting.seen.started.promise
    let isStopped = false
    const stopped = started.value.stop().then(() => {
      isStopped = true
    })
    // Streams have no end of their own, so they are ended; the call is waited for.
    expect(await streamEnd).toBe('cut')
    expect(isStopped).toBe(false)
    controller.abort()
    expect(await call).toBe('given up')
    await stopped
  })
})
