import type { Command, Flag } from './command.ts'

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
  const positionals = (command.positionals ?? []).map((positional) => ` ${positional}`).join('')
  const flags = { ...command.flags, ...COMMON_FLAGS }
  return `qabyl ${name}${positionals} [flags]\n${command.summary}\n\n${columns(
    Object.entries(flags).map(([flag, { value, help, multiple }]) => [
      `--${flag}${value === undefined ? '' : ` ${value}`}${multiple === true ? ' …' : ''}`,
      help,
    ]),
  )}`
}

export function usageOfAll(commands: readonly { readonly name: string; readonly summary: string }[]): string {
  return `qabyl <command> [flags]\n\n${columns(commands.map(({ name, summary }) => [name, summary]))}
Each with --help. Exit: 0 done, 1 refused with a reason, 2 not understood.\n`
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('')
}
