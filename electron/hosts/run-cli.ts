import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ORPCError } from '@orpc/client'
import { z } from 'zod'
import { inputIssueSchema } from '#shared/contract/errors.ts'
import { type Command, type CommandGroup, type CommandIo, type ExitCode, type Flag, Refusal, UsageError } from './command.ts'
import { COMMANDS } from './commands.ts'
import { defaultDataDirectory } from './data-directory.ts'
import { COMMON_FLAGS, usageOf, usageOfAll, usageOfGroup } from './usage.ts'

/** Runs one command line to its end. Every outcome is an exit code; nothing is thrown. */
export async function runCli(typed: readonly string[], io: CommandIo): Promise<ExitCode> {
  // Known before the flags are told apart, because that is what may fail.
  const isJson = typed.includes('--json')
  const [name, ...rest] = typed
  let usage = usageOfAll(COMMANDS)
  try {
    if (name === undefined || name === '--json') throw new UsageError('No command was given.')
    if (name === '--help' || name === '-h' || name === 'help') return printUsage(usage, isJson, io)
    const entry = COMMANDS.find((candidate) => candidate.name === name)
    if (entry === undefined) throw new UsageError(`There is no command "${name.slice(0, 40)}".`)
    const loaded = await entry.load()
    const isGroup = 'commands' in loaded
    usage = isGroup ? usageOfGroup(name, loaded) : usageOf(name, loaded)
    if (isGroup && isHelpAlone(rest)) return printUsage(usage, isJson, io)
    const { word, command, flags } = isGroup ? oneOf(name, loaded, rest) : { word: name, command: loaded, flags: rest }
    usage = usageOf(word, command)
    const parsed = parse(command, flags)
    if (parsed.values['help'] === true) return printUsage(usage, isJson, io)
    const data = parsed.values['data']
    return await command.run({
      ...parsed,
      io,
      isJson,
      directory: typeof data === 'string' ? resolve(data) : defaultDataDirectory(process.platform, io.environment, homedir()),
      print: (document, text) => io.writeOut(isJson ? `${JSON.stringify(document)}\n` : `${text}\n`),
    })
  } catch (error) {
    return report(error, { isJson, usage, io })
  }
}

/** `--help` before any word of a group is about the group. */
function isHelpAlone([first, ...rest]: readonly string[]): boolean {
  return first === undefined ? false : first.startsWith('-') && [first, ...rest].includes('--help')
}

function oneOf(name: string, { alone, commands }: CommandGroup, typed: readonly string[]) {
  const [word, ...flags] = typed
  if (word === undefined || word.startsWith('-')) {
    if (alone !== undefined) return { word: name, command: alone, flags: typed }
    throw new UsageError(`"${name}" needs one of these words first: ${[...commands.keys()].join(', ')}.`)
  }
  const command = commands.get(word)
  if (command === undefined) throw new UsageError(`There is no command "${name} ${word.slice(0, 40)}".`)
  return { word: `${name} ${word}`, command, flags }
}

function parse(command: Command, rest: readonly string[]) {
  const flags: Readonly<Record<string, Flag>> = { ...command.flags, ...COMMON_FLAGS }
  const options = Object.fromEntries(
    Object.entries(flags).map(([flag, { type, multiple }]) => [flag, { type, multiple: multiple ?? false }]),
  )
  const { values, positionals } = parseOrRefuse(rest, options)
  const wanted = command.positionals ?? []
  if (values['help'] !== true) {
    const missing = wanted[positionals.length]
    if (missing?.startsWith('[') === false) throw new UsageError(`${missing} is needed.`)
    const extra = positionals[wanted.length]
    if (extra !== undefined) throw new UsageError(`"${extra.slice(0, 40)}" is not expected here.`)
  }
  return { values, positionals }
}

function parseOrRefuse(
  rest: readonly string[],
  options: Readonly<Record<string, { type: 'string' | 'boolean'; multiple: boolean }>>,
) {
  try {
    return parseArgs({ args: [...rest], options, allowPositionals: true, strict: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!(error instanceof Error) || !code.startsWith('ERR_PARSE_ARGS')) throw error
    const flag = /^Option '(--[\w-]+).*(argument missing|ambiguous)/.exec(error.message)?.[1]
    if (flag !== undefined) throw new UsageError(`${flag} needs a value.`)
    const [sentence = error.message] = error.message.split(/\. |\n/)
    throw new UsageError(`${sentence.replace(/\.$/, '')}.`)
  }
}

function printUsage(usage: string, isJson: boolean, io: CommandIo): ExitCode {
  io.writeOut(isJson ? `${JSON.stringify({ usage })}\n` : usage)
  return 0
}

function report(
  error: unknown,
  context: { readonly isJson: boolean; readonly usage: string; readonly io: CommandIo },
): ExitCode {
  const { isJson, usage, io } = context
  if (error instanceof UsageError) {
    if (isJson) io.writeOut(`${JSON.stringify({ error: { code: 'USAGE', message: error.message } })}\n`)
    io.writeErr(`${error.message}\n\n${usage}`)
    return 2
  }
  const { code, message, data } = describeError(error)
  if (isJson) io.writeOut(`${JSON.stringify({ error: { code, message, ...data } })}\n`)
  else io.writeErr(`${message}\n${issueLines(data)}`)
  return 1
}

/** A failure in words for the command line. What a bug says is not repeated: it may hold a guest's data. */
export function describeError(error: unknown): {
  readonly code: string
  readonly message: string
  readonly data: Readonly<Record<string, unknown>>
} {
  if (error instanceof Refusal) return { code: error.code, message: error.message, data: error.data }
  if (error instanceof ORPCError) {
    const code: unknown = error.code
    const data: unknown = error.data
    return { code: String(code), message: error.message, data: typeof data === 'object' && data !== null ? { ...data } : {} }
  }
  const kind = error instanceof Error ? error.name : 'unknown'
  return {
    code: 'PROGRAM_ERROR',
    message: `The program made a mistake (${kind}). See logs/desk.log in the data folder.`,
    data: {},
  }
}

const issuesSchema = z.array(inputIssueSchema).catch([])

function issueLines(data: Readonly<Record<string, unknown>>): string {
  return issuesSchema
    .parse(data['issues'])
    .map(({ path, message }) => `  ${path === '' ? '' : `${path}: `}${message}\n`)
    .join('')
}
