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

export interface LoggingOptions {
  /** Folder of the register; the log is `logs/desk.log` in it. `null` = stderr only (the folder itself may be the trouble). */
  readonly directory: string | null
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** A synchronous logger to file and stderr: the last line before a crash is on disk. Stdout stays free for the command line. */
export function createLogger(options: LoggingOptions): Logger {
  const streams = [
    { level: options.level === 'silent' ? 'fatal' : options.level, stream: destination({ fd: 2, sync: true }) } as const,
  ]
  const file = options.directory === null ? undefined : logFile(options.directory)
  const all = file === undefined ? streams : [...streams, { level: 'info', stream: file } as const]
  return pino({ level: options.level, base: null, redact: { paths: NEVER_LOGGED, censor: '[redacted]' } }, multistream(all))
}

/** `undefined` when the folder cannot be written: the desk says so on screen, logging must not stop it from starting. */
function logFile(directory: string) {
  try {
    const folder = join(directory, 'logs')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return destination({ dest: join(folder, 'desk.log'), sync: true, append: true, mode: 0o600 })
  } catch {
    return undefined
  }
}
