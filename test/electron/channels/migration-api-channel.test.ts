import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { MachineChannel, Verdict } from '#electron/channels/adapter.ts'
import { createMigrationApiChannel, type MigrationApiConfig } from '#electron/channels/migration-api/migration-api-channel.ts'
import { receiptPdf } from '#electron/simulator/receipt-pdf.ts'
import { type SimulatorOptions, startSimulator } from '#electron/simulator/start-simulator.ts'
import { manualClock } from '../../support/ports.ts'
import { tempDirectory } from '../../support/temp-directory.ts'
import { type Misbehaviour, type NastyRequest, nastyServer, rawAnswer, rawJson, rawProblem } from './nasty-server.ts'
import { noticePayload, outgoingNotice, testId } from './notice-fixture.ts'
import { SELF_SIGNED } from './self-signed.ts'

const never = new AbortController().signal

function channelTo(baseUrl: string, config: Partial<MigrationApiConfig> = {}): MachineChannel {
  const channel = createMigrationApiChannel({ baseUrl, credentials: { kind: 'none' }, clock: manualClock(), ...config })
  onTestFinished(() => channel.close())
  return channel
}

async function simulator(options: Partial<SimulatorOptions> = {}) {
  const running = await startSimulator({
    directory: tempDirectory(),
    port: 0,
    now: () => Date.parse('2026-11-23T07:00:00.000Z'),
    ...options,
  })
  onTestFinished(() => running.close())
  return running
}

function acceptedResult(clientId: string, reference = 'R-1') {
  return { clientId, status: 'accepted', reference, receivedAt: '2026-11-23T07:00:00.000Z', warnings: [] }
}

/** Posts get this; receipts are not to be had. */
function toPosts(answer: (request: NastyRequest) => Buffer): Misbehaviour {
  return (request, socket) => {
    socket.write(request.method === 'POST' ? answer(request) : rawProblem(404, 'notice_not_found'))
  }
}

const unknown = (cause: string, retryAfterMs: number | null = null) => ({ kind: 'unknown', cause, retryAfterMs })
const notSent = (cause: string, retryAfterMs: number | null = null) => ({ kind: 'notSent', cause, retryAfterMs })
const accepted = (reference: string): Verdict => ({ kind: 'accepted', reference, receipt: null, warnings: [] })

describe('against a service that works', () => {
  it('sends a batch, and brings back a reference and the receipt of each notice', async () => {
    const { url } = await simulator()
    const channel = channelTo(url)
    const outcome = await channel.send([outgoingNotice(1), outgoingNotice(2)], never)
    const receipt = (number: number) => ({
      mediaType: 'application/pdf',
      bytes: receiptPdf({
        reference: `SIM-20261123-00000${number}`,
        kind: 'arrival',
        clientId: outgoingNotice(number).clientId,
        revision: 1,
        receivedAt: '2026-11-23T07:00:00.000Z',
        hostName: 'Hotel Tulpar',
        personName: `MUSTERMANN ${number} ERIKA`,
        arrivalAt: '2026-11-23T10:15',
      }),
    })
    expect(outcome.verdicts).toEqual([
      { kind: 'accepted', reference: 'SIM-20261123-000001', receipt: receipt(1), warnings: [] },
      { kind: 'accepted', reference: 'SIM-20261123-000002', receipt: receipt(2), warnings: [] },
    ])
    expect(Math.abs(Date.parse(outcome.serverTime ?? '') - Date.now())).toBeLessThan(60_000)
  })

  it('tells apart what the service has, what it certainly has not, and that it is up', async () => {
    const { url } = await simulator()
    const channel = channelTo(`${url}/`)
    await channel.send([outgoingNotice(1)], never)
    expect(await channel.lookUp(outgoingNotice(1), never)).toMatchObject({
      kind: 'present',
      verdict: { kind: 'accepted', reference: 'SIM-20261123-000001', receipt: { mediaType: 'application/pdf' }, warnings: [] },
    })
    expect(await channel.lookUp(outgoingNotice(2), never)).toMatchObject({ kind: 'absent' })
    expect(await channel.probe(never)).toMatchObject({ isUp: true, cause: null })
  })

  it('asks about a whole flight by one question, and each gets the answer that is its own', async () => {
    const { url } = await simulator()
    const channel = channelTo(url)
    await channel.send([outgoingNotice(1), outgoingNotice(3)], never)
    const answers = await channel.lookUpMany?.(
      [1, 2, 3].map((number) => outgoingNotice(number)),
      never,
    )
    expect(answers).toMatchObject([
      { kind: 'present', verdict: { reference: 'SIM-20261123-000001', receipt: { mediaType: 'application/pdf' } } },
      { kind: 'absent' },
      { kind: 'present', verdict: { reference: 'SIM-20261123-000002' } },
    ])
    expect(JSON.parse(answers?.[1]?.exchange?.answer ?? '')).toEqual({
      notices: [],
      absent: [outgoingNotice(2).clientId],
    })
  })

  it('asks one by one where the service knows no other question, and stops where it gets no answer', async () => {
    const absent = (path: string) => rawProblem(404, 'notice_not_found', {}, { clientId: path.split('/').at(-1) })
    const server = await nastyServer(({ method, path }, socket) => {
      if (method === 'POST') socket.write(rawProblem(405, 'no_such_method'))
      else socket.write(path.endsWith(outgoingNotice(2).clientId) ? rawProblem(503, 'unavailable') : absent(path))
    })
    const answers = await channelTo(server.url).lookUpMany?.(
      [1, 2, 3].map((number) => outgoingNotice(number)),
      never,
    )
    expect(answers).toMatchObject([
      { kind: 'absent' },
      { kind: 'no_answer', cause: 'server_error' },
      { kind: 'no_answer', cause: 'server_error', exchange: null },
    ])
    expect(server.requests).toHaveLength(3)
  })

  it('gives every notice of a batch the verdict that is its own', async () => {
    const { url } = await simulator()
    const channel = channelTo(url)
    await channel.send([outgoingNotice(1)], never)
    const again = { ...outgoingNotice(1), clientId: testId('c', 999), notificationId: testId('a', 999) }
    const { document, ...payload } = noticePayload(3)
    const wrong = { ...outgoingNotice(3), payload: { ...payload, document: { ...document, number: '' } } }
    const { verdicts } = await channel.send([outgoingNotice(2), again, wrong], never)
    expect(verdicts).toMatchObject([
      { kind: 'accepted', reference: 'SIM-20261123-000002' },
      { kind: 'duplicate', existingReference: 'SIM-20261123-000001' },
      { kind: 'rejected', issues: [{ field: 'documentNumber', code: 'too_small' }] },
    ])
  })

  it('carries a warning with the acceptance: a superseded revision is accepted all the same', async () => {
    const { url } = await simulator()
    const channel = channelTo(url)
    await channel.send([outgoingNotice(1, 2)], never)
    expect((await channel.send([outgoingNotice(1, 1)], never)).verdicts).toMatchObject([
      { kind: 'accepted', warnings: ['superseded'] },
    ])
  })

  it('keeps nothing personal and nothing about the neighbours in the exchange', async () => {
    const { url } = await simulator({ faults: { 'reject-field': 1 } })
    const channel = channelTo(url)
    const { exchanges } = await channel.send([outgoingNotice(1), outgoingNotice(2)], never)
    expect(exchanges).toMatchObject([{ method: 'POST', path: '/v1/notices', status: 200 }, {}])
    expect(exchanges.map((exchange) => JSON.parse(exchange?.answer ?? ''))).toEqual(
      [1, 2].map((number) => ({
        results: [
          {
            clientId: outgoingNotice(number).clientId,
            status: 'rejected',
            issues: [{ field: 'document.number', code: 'format' }],
          },
        ],
      })),
    )
    expect(JSON.stringify(exchanges)).not.toMatch(/MUSTERMANN|C01X|Erika|ERIKA/)
  })

  it('does not keep a sentence even where a code belongs', async () => {
    const { url } = await nastyServer(
      toPosts(() => rawProblem(422, 'guest Erika Mustermann is unknown', {}, { note: 'Erika' })),
    )
    const { exchanges } = await channelTo(url).send([outgoingNotice(1)], never)
    expect(exchanges.map((exchange) => exchange?.answer)).toEqual(['{"status":422,"code":"(text)"}'])
  })

  it('reuses its connection', async () => {
    const server = await nastyServer(toPosts(() => rawProblem(503, 'unavailable')))
    const channel = channelTo(server.url)
    for (let round = 0; round < 3; round++) await channel.send([outgoingNotice(1)], never)
    expect([server.requests.length, server.connections()]).toEqual([3, 1])
  })
})

describe('outcome → verdict, one notice', () => {
  const clientId = outgoingNotice(1).clientId
  const html = (status: string) => rawAnswer(status, { 'Content-Type': 'text/html' }, '<h1>Please sign in to the Wi-Fi</h1>')
  const valid = JSON.stringify({ results: [acceptedResult(clientId)] })
  const cases: readonly (readonly [string, Buffer, unknown])[] = [
    ['200 with our result', rawJson('200 OK', { results: [acceptedResult(clientId)] }), accepted('R-1')],
    ['201 with our result', rawJson('201 Created', { results: [acceptedResult(clientId)] }), accepted('R-1')],
    ['200 from a captive portal', html('200 OK'), unknown('unreadable_answer')],
    [
      '200 with our result, but called HTML',
      rawAnswer('200 OK', { 'Content-Type': 'text/html' }, valid),
      unknown('unreadable_answer'),
    ],
    ['200 without a body', rawAnswer('200 OK', { 'Content-Type': 'application/json' }, ''), unknown('unreadable_answer')],
    ['204', rawAnswer('204 No Content', {}, ''), unknown('unreadable_answer')],
    [
      '200 with JSON cut short',
      rawAnswer('200 OK', { 'Content-Type': 'application/json' }, valid.slice(0, -9)),
      unknown('unreadable_answer'),
    ],
    ['200 "7 accepted, 0 refused"', rawJson('200 OK', { accepted: 7, refused: 0 }), unknown('unreadable_answer')],
    [
      '200 with a receipt for another id',
      rawJson('200 OK', { results: [acceptedResult(testId('c', 5))] }),
      unknown('unreadable_answer'),
    ],
    [
      '200 accepted without a reference',
      rawJson('200 OK', { results: [{ ...acceptedResult(clientId), reference: '' }] }),
      unknown('unreadable_answer'),
    ],
    [
      '200 with two results for our id',
      rawJson('200 OK', { results: [acceptedResult(clientId), acceptedResult(clientId, 'R-2')] }),
      unknown('unreadable_answer'),
    ],
    [
      '200 with a status never published',
      rawJson('200 OK', { results: [{ clientId, status: 'queued' }] }),
      unknown('unreadable_answer'),
    ],
    ['200 that reports an expired session', rawJson('200 OK', { error: 'session_expired' }), unknown('unreadable_answer')],
    ['302', rawAnswer('302 Found', { Location: '/v1/elsewhere' }, ''), unknown('unreadable_answer')],
    ['307', rawAnswer('307 Temporary Redirect', { Location: '/v1/elsewhere' }, ''), unknown('unreadable_answer')],
    [
      '400 problem',
      rawProblem(400, 'not_json'),
      { kind: 'rejected', issues: [{ field: null, code: 'not_json', message: 'Not taken.' }] },
    ],
    [
      '404 problem',
      rawProblem(404, 'no_such_page'),
      { kind: 'rejected', issues: [{ field: null, code: 'no_such_page', message: 'Not taken.' }] },
    ],
    ['404 from somebody else', html('404 Not Found'), unknown('unreadable_answer')],
    ['403', html('403 Forbidden'), notSent('sign_in_refused')],
    ['408', rawProblem(408, 'timeout'), unknown('server_error')],
    ['409 in flight', rawProblem(409, 'in_flight', { 'Retry-After': '3' }), unknown('server_error', 3000)],
    [
      '413 problem',
      rawProblem(413, 'too_large'),
      { kind: 'rejected', issues: [{ field: null, code: 'too_large', message: 'Not taken.' }] },
    ],
    [
      '413 from a proxy',
      html('413 Payload Too Large'),
      { kind: 'rejected', issues: [{ field: null, code: 'too_large', message: 'The request is too large.' }] },
    ],
    [
      '422 that names the field',
      rawProblem(
        422,
        'bad_request',
        {},
        { issues: [{ field: 'notices.0.notice.document.issueDate', code: 'missing', message: 'Required' }] },
      ),
      { kind: 'rejected', issues: [{ field: 'issueDate', code: 'missing', message: 'Required' }] },
    ],
    ['425', rawProblem(425, 'too_early'), unknown('server_error')],
    ['500', rawProblem(500, 'internal'), unknown('server_error')],
    ['500 with our result in it', rawJson('500 Oops', { results: [acceptedResult(clientId)] }), unknown('server_error')],
    ['502 from a proxy', html('502 Proxy Error'), unknown('server_error')],
    ['503', rawProblem(503, 'unavailable'), unknown('server_error')],
    ['503 with Retry-After', rawProblem(503, 'unavailable', { 'Retry-After': '120' }), unknown('server_error', 120_000)],
    ['504 from a proxy', html('504 Gateway Time-out'), unknown('server_error')],
    ['429 with seconds', rawProblem(429, 'slow_down', { 'Retry-After': '7' }), notSent('rate_limited', 7000)],
    [
      '429 with a date',
      rawProblem(429, 'slow_down', { 'Retry-After': 'Mon, 23 Nov 2026 05:44:30 GMT' }),
      notSent('rate_limited', 90_000),
    ],
    [
      '429 with a date and a Date',
      rawProblem(429, 'slow_down', { Date: 'Fri, 01 Jan 2027 00:00:00 GMT', 'Retry-After': 'Fri, 01 Jan 2027 00:00:10 GMT' }),
      notSent('rate_limited', 10_000),
    ],
    [
      '429 with a date gone by',
      rawProblem(429, 'slow_down', { 'Retry-After': 'Mon, 23 Nov 2020 05:44:30 GMT' }),
      notSent('rate_limited', 0),
    ],
    ['429 with garbage', rawProblem(429, 'slow_down', { 'Retry-After': 'soon' }), notSent('rate_limited')],
    ['429 with a negative number', rawProblem(429, 'slow_down', { 'Retry-After': '-5' }), notSent('rate_limited')],
    ['429 with a huge number', rawProblem(429, 'slow_down', { 'Retry-After': '9'.repeat(400) }), notSent('rate_limited', 1e12)],
    ['429 with nothing', rawProblem(429, 'slow_down'), notSent('rate_limited')],
    [
      'an unpackable gzip body',
      rawAnswer('200 OK', { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }, 'not gzip'),
      unknown('unreadable_answer'),
    ],
    ['noise instead of HTTP', Buffer.from('SSH-2.0-OpenSSH_9.2\r\n\r\n'), unknown('unreadable_answer')],
  ]
  it.each(cases)('%s', async (_name, answer, verdict) => {
    const server = await nastyServer(toPosts(() => answer))
    expect((await channelTo(server.url).send([outgoingNotice(1)], never)).verdicts).toEqual([verdict])
    expect(server.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
    expect(server.requests.every(({ path }) => path.startsWith('/v1/notices'))).toBe(true)
  })
})

describe('outcome → verdict, a batch', () => {
  const batch = [outgoingNotice(1), outgoingNotice(2), outgoingNotice(3)]
  const [one, two, three] = batch.map(({ clientId }) => clientId)

  it.each([400, 404, 422])('a %i about the whole proves that nothing was taken and blames nobody', async (status) => {
    const { url } = await nastyServer(toPosts(() => rawProblem(status, 'bad_request')))
    expect((await channelTo(url).send(batch, never)).verdicts).toEqual([1, 2, 3].map(() => notSent('content_refused')))
  })

  it('a 413 about the whole says that it was too much, and the channel takes half as many from then on', async () => {
    const { url } = await nastyServer(toPosts(() => rawProblem(413, 'too_large')))
    const channel = channelTo(url)
    const tooLarge = { ...notSent('content_refused'), isBatchTooLarge: true }
    expect((await channel.send(batch, never)).verdicts).toEqual(batch.map(() => tooLarge))
    expect(channel.batchLimit?.()).toBe(Math.floor(batch.length / 2))
  })

  it('a result that is missing or unreadable leaves only its own notice unknown; the order of results does not matter', async () => {
    const results = [
      acceptedResult(three ?? '', 'R-3'),
      { clientId: two, status: 'accepted' },
      acceptedResult(one ?? '', 'R-1'),
      7,
      null,
    ]
    const { url } = await nastyServer(toPosts(() => rawJson('200 OK', { results })))
    expect((await channelTo(url).send(batch, never)).verdicts).toEqual([
      accepted('R-1'),
      unknown('unreadable_answer'),
      accepted('R-3'),
    ])
  })

  it('"accepted" of one and "duplicate" of another in one answer are two verdicts', async () => {
    const results = [
      acceptedResult(one ?? ''),
      { clientId: two, status: 'duplicate', existingReference: 'OLD-7' },
      acceptedResult(three ?? ''),
    ]
    const { url } = await nastyServer(toPosts(() => rawJson('200 OK', { results })))
    const { verdicts } = await channelTo(url).send(batch, never)
    expect(verdicts).toEqual([accepted('R-1'), { kind: 'duplicate', existingReference: 'OLD-7' }, accepted('R-1')])
  })
})

describe('what the wire does', () => {
  it('a redirect is not followed: nothing is sent a second time, least of all as an empty GET', async () => {
    const server = await nastyServer((_request, socket) =>
      socket.write(rawAnswer('302 Found', { Location: `http://${socket.localAddress}:${socket.localPort}/trap` }, '')),
    )
    await channelTo(server.url).send([outgoingNotice(1)], never)
    expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /v1/notices'])
  })

  it('a body that drips beyond the deadline is a timeout, however busy the line is', async () => {
    const { url } = await nastyServer((_request, socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n')
      const drip = setInterval(() => socket.write(' '), 20)
      socket.on('close', () => clearInterval(drip))
    })
    const startedAt = performance.now()
    const { verdicts } = await channelTo(url, { deadlineMs: 200 }).send([outgoingNotice(1)], never)
    expect(verdicts).toEqual([unknown('timeout')])
    expect(performance.now() - startedAt).toBeLessThan(2_000)
  })

  it('no answer at all by the deadline is a timeout', async () => {
    const { url } = await nastyServer(() => undefined)
    expect((await channelTo(url, { deadlineMs: 100 }).send([outgoingNotice(1)], never)).verdicts).toEqual([unknown('timeout')])
  })

  it('a reset after the request is read leaves it unknown', async () => {
    const { url } = await nastyServer((_request, socket) => socket.resetAndDestroy())
    expect((await channelTo(url).send([outgoingNotice(1)], never)).verdicts).toEqual([unknown('connection_cut')])
  })

  it('a reset at the first bytes leaves it unknown: nothing proves how much was read', async () => {
    const server = net.createServer((socket) => socket.once('data', () => socket.resetAndDestroy()))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const { verdicts } = await channelTo(`http://127.0.0.1:${port}`).send([outgoingNotice(1)], never)
    expect(verdicts).toEqual([unknown('connection_cut')])
  })

  it('half a body, then the end, leaves it unknown', async () => {
    const { url } = await nastyServer((_request, socket) => {
      socket.end('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"results":[')
    })
    expect((await channelTo(url).send([outgoingNotice(1)], never)).verdicts).toEqual([unknown('connection_cut')])
  })

  it('a reused connection that is reset after the server worked leaves it unknown, and is not tried again behind our back', async () => {
    const first = outgoingNotice(1)
    const server = await nastyServer((request, socket) => {
      if (request.method === 'GET') socket.write(rawProblem(404, 'notice_not_found'))
      else if (request.numberOnConnection === 1) socket.write(rawJson('200 OK', { results: [acceptedResult(first.clientId)] }))
      else socket.resetAndDestroy()
    })
    const channel = channelTo(server.url)
    expect((await channel.send([first], never)).verdicts).toEqual([accepted('R-1')])
    expect((await channel.send([outgoingNotice(2)], never)).verdicts).toEqual([unknown('connection_cut')])
    expect(server.connections()).toBe(1)
    expect(server.requests.filter(({ method }) => method === 'POST')).toHaveLength(2)
  })

  it('after a sleep the next call goes over a new connection', async () => {
    const [first, second] = [outgoingNotice(1), outgoingNotice(2)]
    const server = await nastyServer((request, socket) => {
      const { clientId } = request.numberOnConnection === 1 && server.connections() === 1 ? first : second
      socket.write(rawJson('200 OK', { results: [acceptedResult(clientId)] }))
    })
    const channel = channelTo(server.url)
    expect((await channel.send([first], never)).verdicts).toEqual([accepted('R-1')])
    channel.dropConnections?.()
    expect((await channel.send([second], never)).verdicts).toEqual([accepted('R-1')])
    expect(server.connections()).toBe(2)
  })

  it('a huge body is cut off, not swallowed', async () => {
    const { url } = await nastyServer((_request, socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n')
      const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
      const pour = (): void => {
        while (!socket.destroyed && socket.write(chunk));
        if (!socket.destroyed) socket.once('drain', pour)
      }
      pour()
    })
    expect((await channelTo(url).send([outgoingNotice(1)], never)).verdicts).toEqual([unknown('unreadable_answer')])
  })

  it('a name that does not resolve has sent nothing', async () => {
    const { verdicts } = await channelTo('http://no-such-host.invalid').send([outgoingNotice(1)], never)
    expect(verdicts).toEqual([notSent('dns')])
  })

  it('a closed port has sent nothing', async () => {
    const server = net.createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    server.close()
    await once(server, 'close')
    expect((await channelTo(`http://127.0.0.1:${port}`).send([outgoingNotice(1)], never)).verdicts).toEqual([
      notSent('refused'),
    ])
  })

  it('a certificate nobody vouches for has sent nothing; one that is trusted carries the notice', async () => {
    const server = await nastyServer(
      toPosts(() => rawJson('200 OK', { results: [acceptedResult(outgoingNotice(1).clientId)] })),
      { isSecure: true },
    )
    expect((await channelTo(server.url).send([outgoingNotice(1)], never)).verdicts).toEqual([notSent('tls')])
    expect(server.requests).toEqual([])
    const trusting = channelTo(server.url, { extraCertificate: SELF_SIGNED.cert })
    expect((await trusting.send([outgoingNotice(1)], never)).verdicts).toEqual([accepted('R-1')])
  })

  it('a server that does not speak TLS has sent nothing', async () => {
    const server = await nastyServer(() => undefined)
    const plain = net.createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    plain.listen(0, '127.0.0.1')
    await once(plain, 'listening')
    onTestFinished(() => void plain.close())
    const { port } = plain.address() as AddressInfo
    expect((await channelTo(`https://127.0.0.1:${port}`).send([outgoingNotice(1)], never)).verdicts).toEqual([notSent('tls')])
    expect(server.requests).toEqual([])
  })

  it('a call that is broken off from here is a cut connection, unknown once it was under way', async () => {
    const abort = new AbortController()
    const { url } = await nastyServer(() => abort.abort())
    expect((await channelTo(url).send([outgoingNotice(1)], abort.signal)).verdicts).toEqual([unknown('connection_cut')])
    expect((await channelTo(url).send([outgoingNotice(1)], AbortSignal.abort())).verdicts).toEqual([notSent('connection_cut')])
  })

  it('a mistake of our own is thrown, never taken for the network', async () => {
    const { url } = await simulator()
    const circular: Record<string, unknown> = { ...noticePayload() }
    circular['self'] = circular
    const notice = { ...outgoingNotice(1), payload: circular as unknown as ReturnType<typeof noticePayload> }
    await expect(channelTo(url).send([notice], never)).rejects.toThrow(TypeError)
    const endless = { ...noticePayload(), person: { ...noticePayload().person, printedName: 'x'.repeat(11 * 1024 * 1024) } }
    await expect(channelTo(url).send([{ ...outgoingNotice(1), payload: endless }], never)).rejects.toThrow(/maxBodyLength/)
    expect(() => channelTo('not an address')).toThrow(TypeError)
    expect(() => channelTo('ftp://example.org')).toThrow(TypeError)
  })
})

describe('asking', () => {
  const notice = outgoingNotice(1)
  const stored = {
    clientId: notice.clientId,
    noticeId: notice.notificationId,
    revision: 1,
    status: 'accepted',
    reference: 'R-1',
    receivedAt: '2026-11-23T07:00:00.000Z',
    isSuperseded: false,
  }
  const html = rawAnswer('404 Not Found', { 'Content-Type': 'text/html' }, '<h1>Not found</h1>')
  const cases: readonly (readonly [string, Buffer, object])[] = [
    ['200 that names it', rawJson('200 OK', stored), { kind: 'present', verdict: accepted('R-1') }],
    [
      '200 that names another',
      rawJson('200 OK', { ...stored, clientId: testId('c', 5) }),
      { kind: 'no_answer', cause: 'unreadable_answer' },
    ],
    ['404 that names it', rawProblem(404, 'notice_not_found', {}, { clientId: notice.clientId }), { kind: 'absent' }],
    [
      '404 that names another',
      rawProblem(404, 'notice_not_found', {}, { clientId: testId('c', 5) }),
      { kind: 'no_answer', cause: 'unreadable_answer' },
    ],
    ['404 for a wrong address', rawProblem(404, 'no_such_page'), { kind: 'no_answer', cause: 'unreadable_answer' }],
    ['404 from somebody else', html, { kind: 'no_answer', cause: 'unreadable_answer' }],
    ['401', rawProblem(401, 'sign_in_required'), { kind: 'no_answer', cause: 'sign_in_refused' }],
    [
      '429',
      rawProblem(429, 'slow_down', { 'Retry-After': '4' }),
      { kind: 'no_answer', cause: 'rate_limited', retryAfterMs: 4000 },
    ],
    ['503', rawProblem(503, 'unavailable'), { kind: 'no_answer', cause: 'server_error', retryAfterMs: null }],
  ]
  it.each(cases)('%s', async (_name, answer, expected) => {
    const { url } = await nastyServer((request, socket) =>
      socket.write(request.path.endsWith('/receipt') ? rawProblem(503, 'unavailable') : answer),
    )
    const { exchange, ...result } = await channelTo(url).lookUp(notice, never)
    expect(result).toMatchObject(expected)
    expect(exchange).toMatchObject({ method: 'GET', path: `/v1/notices/${notice.clientId}` })
  })

  it('a receipt that does not come, or is no PDF, leaves the reference as proof', async () => {
    for (const receipt of [
      rawProblem(503, 'unavailable'),
      rawAnswer('200 OK', { 'Content-Type': 'application/pdf' }, '<html>'),
      html,
    ]) {
      const { url } = await nastyServer((request, socket) =>
        socket.write(request.method === 'GET' ? receipt : rawJson('200 OK', { results: [acceptedResult(notice.clientId)] })),
      )
      expect((await channelTo(url).send([notice], never)).verdicts).toEqual([accepted('R-1')])
    }
  })

  it('receipts that hang hold up a whole batch only for their own short time', async () => {
    const batch = [
      outgoingNotice(1),
      outgoingNotice(2),
      outgoingNotice(3),
      outgoingNotice(4),
      outgoingNotice(5),
      outgoingNotice(6),
    ]
    const { url } = await nastyServer((request, socket) => {
      if (request.method === 'POST')
        socket.write(rawJson('200 OK', { results: batch.map(({ clientId }) => acceptedResult(clientId)) }))
    })
    const { verdicts } = await channelTo(url, { receiptDeadlineMs: 150 }).send(batch, never)
    expect(verdicts).toEqual(batch.map(() => accepted('R-1')))
  })

  it.each([
    ['200 but not ours', rawJson('200 OK', { status: 'green' }), 'unreadable_answer'],
    ['503', rawProblem(503, 'unavailable'), 'server_error'],
    ['401', rawProblem(401, 'sign_in_required'), 'sign_in_refused'],
  ] as const)('a probe answered by %s is not "up"', async (_name, answer, cause) => {
    const { url } = await nastyServer((_request, socket) => socket.write(answer))
    expect(await channelTo(url).probe(never)).toMatchObject({ isUp: false, cause })
  })
})

describe('signing in', () => {
  const credentials = { kind: 'client_credentials', clientId: 'desk', clientSecret: 's3cret' } as const
  const clients = [{ clientId: 'desk', clientSecret: 's3cret', apiKey: 'key-1' }]
  const token = (value: string) => rawJson('200 OK', { access_token: value, token_type: 'Bearer', expires_in: 3600 })
  const isToken = ({ path }: NastyRequest) => path === '/oauth/token'

  it('with client credentials: one token serves many calls', async () => {
    const server = await nastyServer((request, socket) =>
      socket.write(isToken(request) ? token('t-1') : rawProblem(503, 'unavailable')),
    )
    const channel = channelTo(server.url, { credentials })
    await channel.send([outgoingNotice(1)], never)
    await channel.probe(never)
    expect(server.requests.map(({ path, headers }) => [path, headers['authorization']])).toEqual([
      ['/oauth/token', undefined],
      ['/v1/notices', 'Bearer t-1'],
      ['/v1/health', 'Bearer t-1'],
    ])
    expect(server.requests[0]?.body).toBe('grant_type=client_credentials&client_id=desk&client_secret=s3cret')
  })

  it('fetches a new token before the old one ends', async () => {
    const server = await nastyServer((request, socket) =>
      socket.write(isToken(request) ? token('t') : rawProblem(503, 'unavailable')),
    )
    const clock = manualClock()
    const channel = channelTo(server.url, { credentials, clock })
    await channel.probe(never)
    clock.advance(3_569_000)
    await channel.probe(never)
    clock.advance(2_000)
    await channel.probe(never)
    expect(server.requests.filter(isToken)).toHaveLength(2)
  })

  it('401, then good with a new token: accepted', async () => {
    let tokens = 0
    const server = await nastyServer((request, socket) => {
      if (isToken(request)) socket.write(token(`t-${++tokens}`))
      else if (request.headers['authorization'] === 'Bearer t-1') socket.write(rawProblem(401, 'sign_in_required'))
      else if (request.method === 'GET') socket.write(rawProblem(503, 'unavailable'))
      else socket.write(rawJson('200 OK', { results: [acceptedResult(outgoingNotice(1).clientId)] }))
    })
    expect((await channelTo(server.url, { credentials }).send([outgoingNotice(1)], never)).verdicts).toEqual([accepted('R-1')])
    expect(tokens).toBe(2)
  })

  it.each([401, 403])('%i twice: refused, after exactly one renewal', async (status) => {
    const server = await nastyServer((request, socket) =>
      socket.write(isToken(request) ? token('t') : rawProblem(status, 'sign_in_required')),
    )
    expect((await channelTo(server.url, { credentials }).send([outgoingNotice(1)], never)).verdicts).toEqual([
      notSent('sign_in_refused'),
    ])
    expect(server.requests.map(({ path }) => path)).toEqual(['/oauth/token', '/v1/notices', '/oauth/token', '/v1/notices'])
  })

  it.each([
    ['a refusal', rawJson('401 Unauthorized', { error: 'invalid_client' }), notSent('sign_in_refused')],
    ['503', rawProblem(503, 'unavailable', { 'Retry-After': '9' }), notSent('server_error', 9000)],
    ['HTML', rawAnswer('200 OK', { 'Content-Type': 'text/html' }, '<h1>Wi-Fi</h1>'), notSent('unreadable_answer')],
  ] as const)('a token endpoint that answers with %s: the notice has not left', async (_name, answer, verdict) => {
    const server = await nastyServer((request, socket) => socket.write(isToken(request) ? answer : rawProblem(500, 'internal')))
    const { verdicts, exchanges } = await channelTo(server.url, { credentials }).send([outgoingNotice(1)], never)
    expect(verdicts).toEqual([verdict])
    expect(server.requests.filter((request) => !isToken(request))).toEqual([])
    expect(JSON.stringify(exchanges)).not.toContain('s3cret')
  })

  it('a token endpoint that hangs up: the notice has not left', async () => {
    const { url } = await nastyServer((_request, socket) => socket.resetAndDestroy())
    expect((await channelTo(url, { credentials }).send([outgoingNotice(1)], never)).verdicts).toEqual([
      notSent('connection_cut'),
    ])
  })

  it('a key is refused at once: there is nothing to renew', async () => {
    const server = await nastyServer((_request, socket) => socket.write(rawProblem(401, 'sign_in_required')))
    const channel = channelTo(server.url, { credentials: { kind: 'api_key', key: 'key-1' } })
    expect((await channel.send([outgoingNotice(1)], never)).verdicts).toEqual([notSent('sign_in_refused')])
    expect(server.requests.map(({ headers }) => headers['x-api-key'])).toEqual(['key-1'])
  })

  it('works with the simulator by key, by credentials, and through a token that expires under way', async () => {
    const { url } = await simulator({ clients })
    const byKey = channelTo(url, { credentials: { kind: 'api_key', key: 'key-1' } })
    expect((await byKey.send([outgoingNotice(1)], never)).verdicts).toMatchObject([{ kind: 'accepted' }])
    const byCredentials = channelTo(url, { credentials })
    expect(await byCredentials.probe(never)).toMatchObject({ isUp: true })
    const put = (faults: object) =>
      fetch(`${url}/faults`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(faults) })
    await put({ 'auth-expired': 1 })
    expect((await byCredentials.send([outgoingNotice(2)], never)).verdicts).toEqual([notSent('sign_in_refused')])
    await put({})
    expect((await byCredentials.send([outgoingNotice(2)], never)).verdicts).toMatchObject([{ kind: 'accepted', receipt: {} }])
    const nobody = channelTo(url, { credentials: { ...credentials, clientSecret: 'wrong' } })
    expect(await nobody.probe(never)).toMatchObject({ isUp: false, cause: 'sign_in_refused' })
  })
})
