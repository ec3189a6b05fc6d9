import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Message, Send } from '#electron/delivery/message.ts'
import { type SmsGateway, smsSender } from '#electron/delivery/ways/sms.ts'
import { telegramSender } from '#electron/delivery/ways/telegram.ts'
import { manualClock } from '../../support/ports.ts'

const MESSAGE: Message = {
  id: '0199a1d0-0000-7000-8000-000000000001',
  subject: 'последний день',
  text: 'Подать сегодня до 23:59: 3\n"Алатау" & сыновья',
  short: 'Подать сегодня: 3 & "1"',
  file: null,
}
const WAY = { clock: manualClock() }

interface Heard {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** A real server on this PC that answers as it is told. */
async function startedServer(answer: (heard: Heard, response: ServerResponse) => void) {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    text(request).then(
      (body) => {
        const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body }
        heard.push(one)
        answer(one, response)
      },
      () => undefined,
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard }
}

function json(status: number, body: unknown, headers: Record<string, string> = {}) {
  return (_heard: Heard, response: ServerResponse) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

function to(send: Send, address: string, signal = AbortSignal.timeout(5_000)) {
  return send(MESSAGE, address, signal)
}

describe('Telegram', () => {
  const TOKEN = '123456:AAE-secret_token'
  const bot = (apiUrl: string) => telegramSender({ apiUrl, token: TOKEN }, WAY)

  it('gets one text for one chat, and keeps the number it gave', async () => {
    const { url, heard } = await startedServer(json(200, { ok: true, result: { message_id: 4711, chat: {} } }))
    expect(await to(bot(url), '-100200')).toEqual({ kind: 'done', place: '4711' })
    expect(heard.map(({ method, url: path }) => `${method} ${path}`)).toEqual([`POST /bot${TOKEN}/sendMessage`])
    expect(JSON.parse(heard[0]?.body ?? '')).toEqual({
      chat_id: '-100200',
      text: MESSAGE.text,
      link_preview_options: { is_disabled: true },
    })
  })

  it.each([
    ['a revoked key', json(401, { ok: false, error_code: 401 }), { kind: 'refused', cause: 'sign_in_refused' }],
    ['a mistyped key', json(404, { ok: false, error_code: 404 }), { kind: 'refused', cause: 'sign_in_refused' }],
    ['no such chat', json(400, { ok: false, error_code: 400 }), { kind: 'refused', cause: 'address_refused' }],
    ['a bot that was blocked', json(403, { ok: false, error_code: 403 }), { kind: 'refused', cause: 'address_refused' }],
    [
      'too many messages',
      json(429, { ok: false, error_code: 429, parameters: { retry_after: 17 } }),
      { kind: 'not_sent', cause: 'rate_limited', retryAfterMs: 17_000 },
    ],
    ['a failure of its own', json(502, {}), { kind: 'unknown', cause: 'server_error' }],
    [
      'that it is busy',
      json(503, {}, { 'retry-after': '20' }),
      { kind: 'not_sent', cause: 'server_error', retryAfterMs: 20_000 },
    ],
    [
      'a page of somebody in between',
      (_heard: Heard, response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
      { kind: 'unknown', cause: 'unreadable_answer' },
    ],
    [
      'another address',
      (_heard: Heard, response: ServerResponse) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      { kind: 'refused', cause: 'unreadable_answer' },
    ],
    [
      'nothing, and hangs up',
      (_heard: Heard, response: ServerResponse) => response.destroy(),
      { kind: 'unknown', cause: 'connection_cut' },
    ],
  ])('answers %s', async (_what, answer, outcome) => {
    const { url } = await startedServer(answer)
    expect(await to(bot(url), '5')).toEqual(outcome)
  })

  it('that says nothing until the deadline may have taken it; that is not there has not', async () => {
    const deadline = new AbortController()
    const { url } = await startedServer(() => deadline.abort(new DOMException('late', 'TimeoutError')))
    expect(await to(bot(url), '5', deadline.signal)).toEqual({ kind: 'unknown', cause: 'timeout' })
    expect(await to(bot('http://127.0.0.1:1'), '5')).toEqual({ kind: 'not_sent', cause: 'refused', retryAfterMs: null })
  })
})

describe('an SMS gateway', () => {
  const GATEWAY: SmsGateway = {
    method: 'GET',
    url: '/send?to={phone}&msg={text}&key={secret}',
    headers: [],
    body: null,
    expectedStatus: null,
    expectedText: null,
    secret: 'k&y=1',
  }
  const gateway = (origin: string, change: Partial<SmsGateway> = {}) => {
    const settings = { ...GATEWAY, ...change }
    return smsSender({ ...settings, url: origin + settings.url }, WAY)
  }

  it('is written to as the place wants it: in an address, a form, JSON, a header', async () => {
    const { url, heard } = await startedServer(json(200, { id: 1 }))
    expect(await to(gateway(url), '+77011234567')).toEqual({ kind: 'done', place: null })
    await to(
      gateway(url, {
        method: 'POST',
        url: '/v1',
        headers: [
          { name: 'Content-Type', value: 'application/json' },
          { name: 'Authorization', value: 'Bearer {secret}' },
        ],
        body: '{"to":"{phone}","text":"{text}"}',
      }),
      '+77011234567',
    )
    await to(
      gateway(url, {
        method: 'POST',
        url: '/v2',
        headers: [{ name: 'content-type', value: 'application/x-www-form-urlencoded' }],
        body: 'to={phone}&text={text}&key={secret}',
      }),
      '+77011234567',
    )
    const [inAddress, inJson, inForm] = heard
    expect(Object.fromEntries(new URL(`http://x${inAddress?.url}`).searchParams)).toEqual({
      to: '+77011234567',
      msg: MESSAGE.short,
      key: 'k&y=1',
    })
    expect(JSON.parse(inJson?.body ?? '')).toEqual({ to: '+77011234567', text: MESSAGE.short })
    expect(inJson?.headers.authorization).toBe('Bearer k&y=1')
    expect(Object.fromEntries(new URLSearchParams(inForm?.body))).toEqual({
      to: '+77011234567',
      text: MESSAGE.short,
      key: 'k&y=1',
    })
  })

  it('cannot be made to send a header of its own by what is filled in', async () => {
    const { url, heard } = await startedServer(json(200, {}))
    const sneaky = { headers: [{ name: 'X-Key', value: '{secret}' }], secret: 'a\r\nX-Other: b' }
    expect(await to(gateway(url, { ...sneaky, url: '/?{phone}{text}' }), '+7701')).toEqual({ kind: 'done', place: null })
    expect(heard[0]?.headers).toMatchObject({ 'x-key': 'aX-Other: b' })
    expect(heard[0]?.headers).not.toHaveProperty('x-other')
  })

  it.each([
    ['the words of success', { expectedText: '"id"' }, json(200, { id: 7 }), { kind: 'done', place: null }],
    [
      '200 and an error',
      { expectedText: '"id"' },
      json(200, { error: 'no money', error_code: 3 }),
      { kind: 'refused', cause: 'content_refused' },
    ],
    [
      'a sign-in page of the network',
      { expectedText: '"id"' },
      (_heard: Heard, response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
      { kind: 'unknown', cause: 'unreadable_answer' },
    ],
    ['another success than promised', { expectedStatus: 201 }, json(200, {}), { kind: 'unknown', cause: 'unreadable_answer' }],
    ['the promised status', { expectedStatus: 202 }, json(202, {}), { kind: 'done', place: null }],
    ['a wrong key', {}, json(403, {}), { kind: 'refused', cause: 'sign_in_refused' }],
    ['a number it does not like', {}, json(422, {}), { kind: 'refused', cause: 'content_refused' }],
    ['too many', {}, json(429, {}, { 'retry-after': '5' }), { kind: 'not_sent', cause: 'rate_limited', retryAfterMs: 5_000 }],
    ['a failure after it took it', {}, json(500, {}), { kind: 'unknown', cause: 'server_error' }],
  ])('answers %s', async (_what, change, answer, outcome) => {
    const { url } = await startedServer(answer)
    expect(await to(gateway(url, change), '+77011234567')).toEqual(outcome)
  })
})
