import type { Command } from './command.ts'

interface CommandEntry {
  readonly name: string
  readonly summary: string
  /** Loaded when it is called for, so that `deadline` does not wait for the database. */
  load(): Promise<Command>
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'deadline',
    summary: 'by when the service must be told about an arrival, and why',
    load: async () => (await import('./commands/deadline.ts')).deadline,
  },
  {
    name: 'simulator',
    summary: 'a migration service for training and tests, with faults on purpose',
    load: async () => (await import('./commands/simulator.ts')).simulator,
  },
]
