import type { Command, CommandGroup, Flag } from './command.ts'

/** Understood by every command. */
export const COMMON_FLAGS: Readonly<Record<string, Flag>> = {
  data: { type: 'string', value: 'DIR', help: 'data folder (otherwise the one of this user)' },
  json: { type: 'boolean', help: 'results and errors as JSON, one document per line, on stdout' },
  'channel-url': { type: 'string', value: 'URL', help: 'address of the migration-api channel, kept in the data folder' },
  now: { type: 'string', value: 'ISO', help: 'the time to take for now; training and test folders only' },
  help: { type: 'boolean', help: 'this text' },
}

/** How a command is used, for `--help` and beside a usage error. */
export function usageOf(name: string, command: Command): string {
  const flags = { ...command.flags, ...COMMON_FLAGS }
  return `qabyl ${name}${positionalsOf(command)} [flags]\n${command.summary}\n\n${flagColumns(flags)}`
}

/** The commands of a group, and the flags each of them takes. */
export function usageOfGroup(name: string, { summary, alone, commands }: CommandGroup): string {
  const rows = [...commands].map(([word, command]) => [`${word}${positionalsOf(command)}`, command.summary] as const)
  const first = alone === undefined ? '' : `${usageOf(name, alone)}\n`
  return `${first}qabyl ${name} <command> [flags]\n${summary}\n\n${columns(rows)}\n${flagColumns(COMMON_FLAGS)}`
}

function positionalsOf({ positionals = [] }: Command): string {
  return positionals.map((positional) => ` ${positional}`).join('')
}

function flagColumns(flags: Readonly<Record<string, Flag>>): string {
  return columns(
    Object.entries(flags).map(([flag, { value, help, multiple }]) => [
      `--${flag}${value === undefined ? '' : ` ${value}`}${multiple === true ? ' …' : ''}`,
      help,
    ]),
  )
}

export function usageOfAll(commands: readonly { readonly name: string; readonly summary: string }[]): string {
  return `qabyl <command> [flags]\n\n${columns(commands.map(({ name, summary }) => [name, summary]))}
Each with --help. Exit: 0 done, 1 refused with a reason, 2 not understood.\n`
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('')
}
