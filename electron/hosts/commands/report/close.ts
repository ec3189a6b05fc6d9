import type { Command } from '../../command.ts'
import { dayOf } from '../../day-argument.ts'
import { withDesk } from '../../with-desk.ts'

export const close: Command = {
  summary: 'closes the open day for good: a numbered, signed report that never changes again',
  flags: { date: { type: 'string', value: 'YYYY-MM-DD', help: 'the open day, to be sure that it is this one' } },
  async run(invocation) {
    const date = dayOf(invocation, 'date')
    const closed = await withDesk(invocation, async (client) =>
      client.report.close({ date: date ?? (await client.report.days()).openDate }),
    )
    invocation.print(
      closed,
      `${closed.date} is closed: no. ${closed.number}, hash ${closed.hash}, key ${closed.keyFingerprint}`,
    )
    return 0
  },
}
