import type { Command } from '../../command.ts'
import { withDesk } from '../../with-desk.ts'
import { counted, versionsText } from './law-text.ts'

export const changes: Command = {
  summary: 'every change of the calendar in this folder, newest first',
  flags: {},
  async run(invocation) {
    const all = await withDesk(invocation, (client) => client.calendar.changes())
    const lines = all.map(
      ({ at, kind, years, moved, by, reason, canBeUndone }) =>
        `${at}  ${kind.padEnd(7)}  ${versionsText(years)}  ${counted(moved, 'deadline')} moved  ${by}${reason === null ? '' : `  "${reason}"`}${canBeUndone ? '  can be undone' : ''}`,
    )
    invocation.print(all, lines.length === 0 ? 'no change so far' : lines.join('\n'))
    return 0
  },
}
