import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { callbackify } from 'node:util'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { onTestFinished } from 'vitest'
import type { MailServer } from '#electron/delivery/ways/email.ts'
import { LOOPBACK_SERVER, TEST_AUTHORITY } from '../channels/certificates.ts'

export interface ReceivedLetter {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: string
  readonly isEncrypted: boolean
  readonly user: string | null
}

type ServerOptions = ConstructorParameters<typeof SMTPServer>[0]

/** A real mail server on this PC; keeps what it takes. */
export async function startedMailServer(options: ServerOptions = {}) {
  const letters: ReceivedLetter[] = []

  async function take(stream: SMTPServerDataStream, { envelope, secure, user }: SMTPServerSession): Promise<string> {
    letters.push({
      from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
      to: envelope.rcptTo.map(({ address }) => address),
      raw: await text(stream),
      isEncrypted: secure,
      user: typeof user === 'string' ? user : null,
    })
    return 'taken'
  }

  const server = new SMTPServer({
    key: LOOPBACK_SERVER.key,
    cert: LOOPBACK_SERVER.cert,
    authOptional: true,
    logger: false,
    disableReverseLookup: true,
    onAuth({ username, password }, _session, done) {
      if (username === 'hotel' && password === 'right') done(null, { user: username })
      else done(new Error('no'))
    },
    onData: callbackify(take),
    ...options,
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  server.on('error', () => undefined)
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)))
  const { port } = server.server.address() as AddressInfo
  return { port, letters }
}

/** A server that speaks as `talk` says, line by line: what a real one never does. */
export async function startedTalker(talk: (line: string, socket: Socket) => void) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    let unread = ''
    socket.setEncoding('utf8').on('data', (part: string) => {
      unread += part
      for (let end = unread.indexOf('\r\n'); end >= 0; end = unread.indexOf('\r\n')) {
        const line = unread.slice(0, end)
        unread = unread.slice(end + 2)
        talk(line, socket)
      }
    })
    talk('', socket)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    return new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
  })
  return { port: (server.address() as AddressInfo).port }
}

/** As a property sets it up, for a server on this PC. */
export function settingsFor(port: number, change: Partial<MailServer> = {}): MailServer {
  return {
    host: '127.0.0.1',
    port,
    security: 'starttls',
    user: null,
    password: null,
    from: 'desk@hotel.example',
    allowsPlainSignIn: false,
    authority: TEST_AUTHORITY,
    ...change,
  }
}
