/** 0 done · 1 refused, with a reason · 2 not understood */
export type ExitCode = 0 | 1 | 2

/** What the command line has of the world. A test brings its own. */
export interface CommandIo {
  readonly stdin: AsyncIterable<string | Uint8Array>
  writeOut(text: string): void
  writeErr(text: string): void
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Folder with the built page, for `serve`. */
  readonly rendererDirectory: string
  /** Resolves when the process is asked to end (SIGTERM, SIGINT). Listening starts with the call. */
  untilStopped(): Promise<void>
}

export interface Flag {
  readonly type: 'string' | 'boolean'
  readonly multiple?: true
  /** How the value is called in the usage, `FILE`. */
  readonly value?: string
  readonly help: string
}

/** What was typed, after the flags were told apart. */
export interface Invocation {
  /** By flag name: the value, all values of a repeated flag, or `true`. */
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>
  readonly positionals: readonly string[]
  readonly io: CommandIo
  /** Data folder: `--data`, or the place the system keeps such things in. */
  readonly directory: string
  readonly isJson: boolean
  /** One result: the document on one line with `--json`, otherwise the text. */
  print(document: unknown, text: string): void
}

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string
  readonly flags: Readonly<Record<string, Flag>>
  /** Names of what is given without a flag, in their order; one in brackets, `[YEAR]`, may be left out. */
  readonly positionals?: readonly string[]
  /** Throws {@link UsageError} or {@link Refusal}; failures of the desk may be thrown as they come. */
  run(invocation: Invocation): Promise<ExitCode>
}

/** Several commands under one word, each with flags of its own: `calendar show`, `calendar import`. */
export interface CommandGroup {
  /** One line for the list of commands. */
  readonly summary: string
  /** What the word does by itself, followed by flags; left out where it does nothing. */
  readonly alone?: Command
  readonly commands: ReadonlyMap<string, Command>
}

/** The command was not understood: exit 2, with the usage. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Understood and refused: exit 1, with the reason. Nothing was changed unless the message says so. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  /** For programs: `PORT_BUSY`, `NO_SUCH_FILE` … */
  readonly code: string
  readonly data: Readonly<Record<string, unknown>>

  constructor(code: string, message: string, data: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.code = code
    this.data = data
  }
}

/** The text given with a flag; `undefined` without it. */
export function textOf(invocation: Invocation, flag: string): string | undefined {
  const value = invocation.values[flag]
  return typeof value === 'string' ? value : undefined
}

export function requiredTextOf(invocation: Invocation, flag: string): string {
  const value = textOf(invocation, flag)
  if (value === undefined) throw new UsageError(`--${flag} is needed.`)
  return value
}

export function isSet(invocation: Invocation, flag: string): boolean {
  return invocation.values[flag] === true
}

/** Every text given with a flag that may be repeated. */
export function textsOf(invocation: Invocation, flag: string): readonly string[] {
  const value = invocation.values[flag]
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : []
}

/** A whole number given with a flag; `undefined` without it. */
export function wholeNumberOf(
  invocation: Invocation,
  flag: string,
  range: { readonly min: number; readonly max: number },
): number | undefined {
  const text = textOf(invocation, flag)
  if (text === undefined) return undefined
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < range.min || number > range.max) {
    throw new UsageError(`--${flag} is a whole number from ${range.min} to ${range.max}.`)
  }
  return number
}

/** An instant given with a flag, in UTC; `undefined` without it. */
export function instantOf(invocation: Invocation, flag: string): string | undefined {
  const text = textOf(invocation, flag)
  if (text === undefined) return undefined
  const atMs = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(atMs))
    throw new UsageError(`--${flag} is an instant such as 2026-11-23T05:43:00Z or 2026-11-23T10:43:00+05:00.`)
  return new Date(atMs).toISOString()
}

/** One of the words a flag takes; `undefined` without it. */
export function choiceOf<Choice extends string>(
  invocation: Invocation,
  flag: string,
  choices: readonly Choice[],
): Choice | undefined {
  const text = textOf(invocation, flag)
  const choice = choices.find((candidate) => candidate === text)
  if (text !== undefined && choice === undefined) throw new UsageError(`--${flag} is one of ${choices.join(', ')}.`)
  return choice
}

/** Whether `--data` was typed: what needs no folder then answers from that folder. */
export function isFolderNamed(invocation: Invocation): boolean {
  return textOf(invocation, 'data') !== undefined
}

export const PORT_FLAG: Flag = { type: 'string', value: 'N', help: 'port on 127.0.0.1; 0 = any free one' }

export function portOf(invocation: Invocation): number {
  const port = wholeNumberOf(invocation, 'port', { min: 0, max: 65_535 })
  if (port === undefined) throw new UsageError('--port is needed; 0 = any free one.')
  return port
}
