import type { Command, CommandGroup } from './command.ts'

interface CommandEntry {
  readonly name: string
  readonly summary: string
  /** Loaded when it is called for, so that `deadline` does not wait for the database. */
  load(): Promise<Command | CommandGroup>
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'init',
    summary: 'sets up the property of a data folder, or a training folder',
    load: async () => (await import('./commands/init.ts')).init,
  },
  {
    name: 'serve',
    summary: 'runs the desk for a browser on this PC',
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  {
    name: 'deadline',
    summary: 'by when the service must be told about an arrival, and why',
    load: async () => (await import('./commands/deadline.ts')).deadline,
  },
  {
    name: 'calendar',
    summary: 'the working calendar: see it, replace it and see whose deadlines move, take that back',
    load: async () => (await import('./commands/calendar.ts')).calendar,
  },
  {
    name: 'check-in',
    summary: 'records an arrival: JSON on stdin, or a machine-readable zone',
    load: async () => (await import('./commands/check-in.ts')).checkIn,
  },
  {
    name: 'import',
    summary: 'takes a CSV file of arrivals, row by row',
    load: async () => (await import('./commands/import.ts')).importFile,
  },
  {
    name: 'queue',
    summary: 'every notice with its state and dates',
    load: async () => (await import('./commands/queue.ts')).queue,
  },
  {
    name: 'validate',
    summary: 'asks the service whether it would take a notice, without filing it',
    load: async () => (await import('./commands/validate.ts')).validate,
  },
  {
    name: 'filing',
    summary: 'filing by hand: which portals, and where receipts appear',
    load: async () => (await import('./commands/filing.ts')).filing,
  },
  {
    name: 'paper',
    summary: 'notices handed in on paper: covering lists, printed and stamped',
    load: async () => (await import('./commands/paper.ts')).paper,
  },
  {
    name: 'card',
    summary: 'registration cards for guests to sign, as PDF',
    load: async () => (await import('./commands/card.ts')).card,
  },
  {
    name: 'guest',
    summary: 'what happens to a guest after check-in: extended, left, moved, never came',
    load: async () => (await import('./commands/guest.ts')).guest,
  },
  {
    name: 'drain',
    summary: 'sends what can be sent by itself, and waits for it',
    load: async () => (await import('./commands/drain.ts')).drain,
  },
  {
    name: 'report',
    summary: 'the deadline report of a day, its close, the hand-over, the summary of a period',
    load: async () => (await import('./commands/report.ts')).report,
  },
  {
    name: 'evidence',
    summary: 'what an inspector is given about a guest or a period: the account and what proves it',
    load: async () => (await import('./commands/evidence.ts')).evidence,
  },
  {
    name: 'delivery',
    summary: 'reports and warnings to people who are not at the desk',
    load: async () => (await import('./commands/delivery.ts')).delivery,
  },
  {
    name: 'backup',
    summary: 'makes an encrypted copy of the register and proves that it opens',
    load: async () => (await import('./commands/backup.ts')).backup,
  },
  {
    name: 'restore',
    summary: 'puts a backup in the place of the register; what was there is kept aside',
    load: async () => (await import('./commands/restore.ts')).restore,
  },
  {
    name: 'recover-key',
    summary: 'puts a lost key file back: the printed recovery code on stdin',
    load: async () => (await import('./commands/recover-key.ts')).recoverKey,
  },
  {
    name: 'verify',
    summary: 'checks the register, or with --evidence a pack of evidence without any register',
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  {
    name: 'seed',
    summary: 'adds fictional guests; training and test folders only',
    load: async () => (await import('./commands/seed.ts')).seed,
  },
  {
    name: 'simulator',
    summary: 'a migration service for training and tests, with faults on purpose',
    load: async () => (await import('./commands/simulator.ts')).simulator,
  },
]
