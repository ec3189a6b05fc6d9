import { describe, expect, it } from 'vitest'
import type { Message } from '#electron/delivery/message.ts'
import { emailSender, type MailServer } from '#electron/delivery/ways/email.ts'
import { EXPIRED_SERVER, LOOPBACK_SERVER, OTHER_HOST_SERVER, TEST_AUTHORITY } from '../channels/certificates.ts'
import { settingsFor, startedMailServer, startedTalker } from './mail-server.ts'

const MESSAGE: Message = {
  id: '0199a1d0-0000-7000-8000-000000000001',
  subject: 'Қонақ үй «Алатау»: сегодня последний день',
  text: 'Подать сегодня до 23:59: 3',
  short: 'Подать сегодня: 3',
  file: null,
}
const PDF = { bytes: Buffer.from('%PDF-1.7 probe'), mediaType: 'application/pdf', fileName: 'qabyl-2026-05-05.pdf' }

function send(server: MailServer, message: Message = MESSAGE, signal: AbortSignal = AbortSignal.timeout(10_000)) {
  return emailSender(server, 'Hotel Probe · Qabyl')(message, 'owner@example.com', signal)
}

/** A failure as smtp-server words it. */
function refusal(responseCode: number): Error {
  return Object.assign(new Error('no'), { responseCode })
}

describe('a letter', () => {
  it('goes under STARTTLS, signed in, with its file, and is the same letter at each try', async () => {
    const { port, letters } = await startedMailServer()
    const server = settingsFor(port, { user: 'hotel', password: 'right' })
    expect(await send(server, { ...MESSAGE, file: PDF })).toEqual({ kind: 'done', place: null })
    expect(await send(server, { ...MESSAGE, file: PDF })).toEqual({ kind: 'done', place: null })
    const [first, second] = letters
    expect(first).toMatchObject({ from: 'desk@hotel.example', to: ['owner@example.com'], isEncrypted: true, user: 'hotel' })
    expect(first?.raw).toContain('filename=qabyl-2026-05-05.pdf')
    expect(first?.raw).toContain(PDF.bytes.toString('base64'))
    expect(first?.raw).toContain('Auto-Submitted: auto-generated')
    const idOf = (raw = '') => /^Message-ID: (.*)$/im.exec(raw)?.[1]
    expect(idOf(first?.raw)).toBe(`<${MESSAGE.id}@hotel.example>`)
    expect(idOf(second?.raw)).toBe(idOf(first?.raw))
  })

  it('goes under TLS from the first byte', async () => {
    const { port, letters } = await startedMailServer({ secure: true })
    expect(await send(settingsFor(port, { security: 'tls' }))).toEqual({ kind: 'done', place: null })
    expect(letters.map(({ isEncrypted }) => isEncrypted)).toEqual([true])
  })

  it('goes in clear text only without a password, or where the property insists', async () => {
    const { port, letters } = await startedMailServer({ hideSTARTTLS: true, allowInsecureAuth: true })
    const open = settingsFor(port, { security: 'none' })
    expect(await send(open)).toEqual({ kind: 'done', place: null })
    const signedIn = { ...open, user: 'hotel', password: 'right' }
    expect(await send(signedIn)).toEqual({ kind: 'refused', cause: 'not_set_up' })
    expect(letters).toHaveLength(1)
    expect(await send({ ...signedIn, allowsPlainSignIn: true })).toEqual({ kind: 'done', place: null })
    expect(letters.map(({ user }) => user)).toEqual([null, 'hotel'])
  })

  it('never gives a password to a server that hides STARTTLS', async () => {
    const heard: string[] = []
    const { port } = await startedTalker((line, socket) => {
      heard.push(line)
      if (line === '') socket.write('220 hello\r\n')
      else if (line.startsWith('EHLO')) socket.write('250-hello\r\n250 AUTH PLAIN LOGIN\r\n')
      else socket.write('502 no\r\n')
    })
    expect(await send(settingsFor(port, { user: 'hotel', password: 'right' }))).toEqual({
      kind: 'not_sent',
      cause: 'tls',
      retryAfterMs: null,
    })
    expect(heard.join('\n')).not.toMatch(/AUTH|MAIL|hotel/)
  })

  it.each([
    ['of an unknown authority', LOOPBACK_SERVER, null],
    ['for another name', OTHER_HOST_SERVER, TEST_AUTHORITY],
    ['that has run out', EXPIRED_SERVER, TEST_AUTHORITY],
  ])('is not given to a server with a certificate %s', async (_what, certificate, authority) => {
    const { port, letters } = await startedMailServer({ secure: true, ...certificate })
    const outcome = await send(settingsFor(port, { security: 'tls', authority }))
    expect([outcome, letters]).toEqual([{ kind: 'not_sent', cause: 'tls', retryAfterMs: null }, []])
    const starting = await startedMailServer(certificate)
    expect(await send(settingsFor(starting.port, { authority }))).toEqual({
      kind: 'not_sent',
      cause: 'tls',
      retryAfterMs: null,
    })
    expect(starting.letters).toEqual([])
  })
})

describe('what a server says instead', () => {
  it.each([
    ['a wrong password', {}, { user: 'hotel', password: 'wrong' }, { kind: 'refused', cause: 'sign_in_refused' }],
    [
      'a recipient it does not know',
      { onRcptTo: (_to, _session, done) => done(refusal(550)) },
      {},
      { kind: 'refused', cause: 'address_refused' },
    ],
    [
      'a grey list',
      { onRcptTo: (_to, _session, done) => done(refusal(450)) },
      {},
      { kind: 'not_sent', cause: 'server_error', retryAfterMs: null },
    ],
    [
      'a sender it does not let in',
      { onMailFrom: (_from, _session, done) => done(refusal(530)) },
      {},
      { kind: 'refused', cause: 'sign_in_refused' },
    ],
    [
      'a letter it will not have',
      { onData: (stream, _session, done) => stream.resume().once('end', () => done(refusal(552))) },
      {},
      { kind: 'refused', cause: 'content_refused' },
    ],
    [
      'a full disk of its own',
      { onData: (stream, _session, done) => stream.resume().once('end', () => done(refusal(452))) },
      {},
      { kind: 'not_sent', cause: 'server_error', retryAfterMs: null },
    ],
    [
      'no more visitors',
      { onConnect: (_session, done) => done(refusal(421)) },
      {},
      { kind: 'not_sent', cause: 'server_error', retryAfterMs: null },
    ],
  ] satisfies readonly [string, Parameters<typeof startedMailServer>[0], Partial<MailServer>, unknown][])(
    '%s',
    async (_what, options, change, outcome) => {
      const { port } = await startedMailServer(options)
      expect(await send(settingsFor(port, change))).toEqual(outcome)
    },
  )
})

describe('a line that fails', () => {
  /** Takes a letter up to a point, then does as it is told. */
  function taking(until: RegExp, then: Parameters<typeof startedTalker>[0]) {
    let isInLetter = false
    return startedTalker((line, socket) => {
      if (until.test(line) && (line !== '' || until.source === '^$')) return then(line, socket)
      if (line === '') return isInLetter || socket.write('220 hello\r\n')
      if (isInLetter) return
      if (line === 'DATA') isInLetter = true
      socket.write(line === 'DATA' ? '354 go on\r\n' : '250 ok\r\n')
    })
  }
  const OPEN = { security: 'none' } as const

  it('before the letter has left: certainly not sent', async () => {
    const { port } = await taking(/^MAIL/, (_line, socket) => socket.destroy())
    expect(await send(settingsFor(port, OPEN))).toEqual({ kind: 'not_sent', cause: 'connection_cut', retryAfterMs: null })
  })

  it('after the last byte, before the answer: nobody knows', async () => {
    const { port } = await taking(/^\.$/, (_line, socket) => socket.destroy())
    expect(await send(settingsFor(port, OPEN))).toEqual({ kind: 'unknown', cause: 'connection_cut' })
  })

  it('that hangs is broken off at the deadline, and what had left by then decides', async () => {
    const hangs = new AbortController()
    const early = await taking(/^RCPT/, () => hangs.abort())
    expect(await send(settingsFor(early.port, OPEN), MESSAGE, hangs.signal)).toEqual({
      kind: 'not_sent',
      cause: 'timeout',
      retryAfterMs: null,
    })
    const hangsLate = new AbortController()
    const late = await taking(/^\.$/, () => hangsLate.abort())
    expect(await send(settingsFor(late.port, OPEN), MESSAGE, hangsLate.signal)).toEqual({ kind: 'unknown', cause: 'timeout' })
  })

  it('nobody listens, or nobody has that name', async () => {
    const { port } = await startedTalker(() => undefined)
    expect(await send(settingsFor(1, OPEN))).toEqual({ kind: 'not_sent', cause: 'refused', retryAfterMs: null })
    const nowhere = settingsFor(port, { ...OPEN, host: 'no-such-host.invalid' })
    expect(await send(nowhere)).toEqual({ kind: 'not_sent', cause: 'dns', retryAfterMs: null })
  })
})
