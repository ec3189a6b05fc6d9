import { parseCalendarDate } from '#shared/domain/calendar-date.ts'
import { type Command, requiredTextOf, UsageError } from '../command.ts'
import { withDesk } from '../with-desk.ts'

export const report: Command = {
  summary: 'the deadline report of one day',
  flags: { date: { type: 'string', value: 'YYYY-MM-DD', help: 'hotel-local day' } },
  async run(invocation) {
    const date = parseCalendarDate(requiredTextOf(invocation, 'date'))
    if (date === undefined) throw new UsageError('--date is a day that exists, written YYYY-MM-DD.')
    const day = await withDesk(invocation, (client) => client.report.day({ date }))
    invocation.print(day, JSON.stringify(day, null, 2))
    return 0
  },
}
