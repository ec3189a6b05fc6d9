import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { openSecureContext } from '#electron/channels/migration-api/transport-security.ts'
import type { DeliveryCause } from '#shared/contract/delivery-schemas.ts'
import { type Message, notSent, type Send, type SendOutcome } from '../message.ts'

/** The property's mail server, as it was set. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** `starttls`: encrypted before anything is said, or nothing is said. */
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user: string | null
  readonly password: string | null
  readonly from: string
  readonly allowsPlainSignIn: boolean
  /** PEM. */
  readonly authority: string | null
}

/** Idle time the other side is given between two lines; the deadline of the whole is the signal's. */
const IDLE_MS = 60_000

/**
 * One letter over SMTP. What nobody knows is only what happens after the last byte of the letter has left: the server takes it with its
 * answer to that, and before it nothing can have arrived. The Message-ID stays the same at each try, so that a mailbox may drop a repeat.
 */
export function emailSender(server: MailServer, senderName: string): Send {
  return async (message, address, signal) => {
    // Refused when it was set; a register that says otherwise must not give the password away.
    if (server.security === 'none' && server.user !== null && !server.allowsPlainSignIn)
      return { kind: 'refused', cause: 'not_set_up' }
    const letter = await compose(message, server, senderName, address)
    return transfer(server, { from: server.from, to: [address] }, letter, signal)
  }
}

function compose(message: Message, { from }: MailServer, senderName: string, to: string): Promise<Buffer> {
  const { file } = message
  return new MailComposer({
    from: { name: senderName, address: from },
    to,
    subject: message.subject,
    text: message.text,
    messageId: `<${message.id}@${from.split('@')[1] ?? 'qabyl.invalid'}>`,
    // No out-of-office answers to a machine.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    attachments:
      file === null ? [] : [{ filename: file.fileName, content: Buffer.from(file.bytes), contentType: file.mediaType }],
  })
    .compile()
    .build()
}

interface Envelope {
  readonly from: string
  readonly to: string[]
}

function transfer(server: MailServer, envelope: Envelope, letter: Buffer, signal: AbortSignal): Promise<SendOutcome> {
  return new Promise((resolve) => {
    const connection = new SMTPConnection({
      host: server.host,
      port: server.port,
      secure: server.security === 'tls',
      requireTLS: server.security === 'starttls',
      ignoreTLS: server.security === 'none',
      connectionTimeout: IDLE_MS,
      greetingTimeout: IDLE_MS,
      socketTimeout: IDLE_MS,
      tls: {
        secureContext: openSecureContext(server.authority === null ? {} : { extraCertificate: server.authority }),
      },
    })
    const body = Readable.from([letter])
    let hasAllLeft = false
    body.once('end', () => {
      hasAllLeft = true
    })
    const end = (outcome: SendOutcome) => {
      signal.removeEventListener('abort', onDeadline)
      // First: closing tells of itself as an end like any other.
      resolve(outcome)
      connection.close()
    }
    const fail = (error: unknown) => end(outcomeOf(error, hasAllLeft))
    const onDeadline = () => end(hasAllLeft ? { kind: 'unknown', cause: 'timeout' } : notSent('timeout'))

    function send(): void {
      connection.send(envelope, body, (error) => {
        if (error) return fail(error)
        // Taken; whether it says good-bye is its own affair.
        end({ kind: 'done', place: null })
      })
    }

    if (signal.aborted) return onDeadline()
    signal.addEventListener('abort', onDeadline, { once: true })
    connection.on('error', fail)
    connection.once('end', () => fail(new Error('closed')))
    connection.connect((error) => {
      if (error) return fail(error)
      if (server.user === null) return send()
      connection.login({ credentials: { user: server.user, pass: server.password ?? '' } }, (refusal) => {
        if (refusal) return fail(refusal)
        send()
      })
    })
  })
}

interface SmtpFailure {
  readonly code: string
  /** The last command, `RCPT TO`. */
  readonly command: string
  /** The server's own number; 0 = it said nothing. */
  readonly responseCode: number
  /** Node's name for what the socket did; empty where it did nothing of note. */
  readonly system: string
}

function outcomeOf(error: unknown, hasAllLeft: boolean): SendOutcome {
  const failure = readFailure(error)
  const { code, command, responseCode } = failure
  // A server that answers has decided: 4xx later, 5xx never.
  if (responseCode >= 500) return refusalOf(code, command)
  if (responseCode >= 400) return notSent(code === 'EAUTH' ? 'sign_in_refused' : 'server_error')
  if (code === 'EAUTH') return { kind: 'refused', cause: 'sign_in_refused' }
  const cause = causeOf(failure)
  return hasAllLeft ? { kind: 'unknown', cause } : notSent(cause)
}

function refusalOf(code: string, command: string): SendOutcome {
  if (code === 'EAUTH') return { kind: 'refused', cause: 'sign_in_refused' }
  if (code === 'ETLS') return notSent('tls')
  if (command === 'RCPT TO') return { kind: 'refused', cause: 'address_refused' }
  // "Sign in first" (530) and "this sender is not yours" (550) stand at the sender.
  if (command === 'MAIL FROM') return { kind: 'refused', cause: 'sign_in_refused' }
  return command === 'DATA' ? { kind: 'refused', cause: 'content_refused' } : notSent('server_error')
}

function causeOf({ code, system }: SmtpFailure): DeliveryCause {
  if (code === 'EDNS') return 'dns'
  if (code === 'ETLS' || TLS_CODES.test(system)) return 'tls'
  if (code === 'ETIMEDOUT') return 'timeout'
  if (system === 'ECONNREFUSED') return 'refused'
  if (OFFLINE.includes(system)) return 'offline'
  return code === 'EPROTOCOL' ? 'unreadable_answer' : 'connection_cut'
}

const TLS_CODES = /^(CERT_|ERR_TLS_|ERR_SSL_|EPROTO$|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA)/
const OFFLINE: readonly string[] = ['ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'EHOSTDOWN', 'EADDRNOTAVAIL']

/** Only numbers and codes: what a server says may repeat names and addresses. */
function readFailure(error: unknown): SmtpFailure {
  const of = (key: string): unknown => (error instanceof Error ? Reflect.get(error, key) : undefined)
  const textOf = (key: string): string => {
    const value = of(key)
    return typeof value === 'string' ? value : ''
  }
  const responseCode = of('responseCode')
  return {
    code: textOf('code'),
    command: textOf('command'),
    responseCode: typeof responseCode === 'number' ? responseCode : 0,
    system: textOf('originalCode'),
  }
}
