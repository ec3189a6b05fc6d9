import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { destination, multistream, pino } from 'pino'
import type { Logger } from '#electron/store/ports.ts'

/** Should one of these ever slip into a log call, its value does not reach the file. */
const NEVER_LOGGED = [
  'surname',
  'givenNames',
  'patronymic',
  'printedName',
  'displayName',
  'mrz',
  'birthDate',
  'documentNumber',
  'documentSeries',
  'guardianDocument',
  'visaNumber',
  'phone',
  'email',
  'facts',
  'guest',
  'guests',
  'payload',
  'content',
  'reference',
  'token',
  'apiToken',
  'clientSecret',
  'authorization',
  'key',
  'recoveryCode',
].flatMap((name) => [name, `*.${name}`])

/** Bytes kept for a log that cannot be written just now; what comes after is dropped. */
const MOST_UNWRITTEN = 64 * 1024

export interface LoggingOptions {
  /** Folder of the register; the log is `logs/desk.log` in it. `null` = no file. */
  readonly directory: string | null
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  /** Also to stderr, as a person in a terminal wants it. Default: yes. */
  readonly toStderr?: boolean
}

/** A synchronous logger: the last line before a crash is on disk. Stdout stays free for the command line. */
export function createLogger({ directory, level, toStderr = true }: LoggingOptions): Logger {
  const file = directory === null ? undefined : logFile(directory)
  const streams = [
    ...(toStderr ? [{ level, stream: neverThrowing(destination({ fd: 2, sync: true, maxLength: MOST_UNWRITTEN })) }] : []),
    ...(file === undefined ? [] : [{ level, stream: file }]),
  ]
  return pino({ level, base: null, redact: { paths: NEVER_LOGGED, censor: '[redacted]' } }, multistream(streams))
}

/** `undefined` when the folder cannot be written: the desk says so on screen, logging must not stop it from starting. */
function logFile(directory: string) {
  try {
    const folder = join(directory, 'logs')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const dest = join(folder, 'desk.log')
    return neverThrowing(destination({ dest, sync: true, append: true, mode: 0o600, maxLength: MOST_UNWRITTEN }))
  } catch {
    return undefined
  }
}

/** What is being logged on a full disk is mostly that the disk is full: it must reach the screen, not end in another error. */
function neverThrowing<Destination extends ReturnType<typeof destination>>(stream: Destination): Destination {
  return stream.on('error', () => undefined)
}
