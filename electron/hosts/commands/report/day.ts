import { dayDocument } from '#shared/reports/day-document.ts'
import type { Command } from '../../command.ts'
import { requiredDayOf } from '../../day-argument.ts'
import { OUTPUT_FLAGS, printReport } from './report-output.ts'

export const day: Command = {
  summary: 'the deadline report of one day: as it was closed, or as it stands now',
  flags: { date: { type: 'string', value: 'YYYY-MM-DD', help: 'hotel-local day' }, ...OUTPUT_FLAGS },
  async run(invocation) {
    const date = requiredDayOf(invocation, 'date')
    return printReport(invocation, { what: 'day', date }, async (client) => {
      const view = await client.report.day({ date })
      return { data: view, toDocument: (language) => dayDocument(view, language) }
    })
  },
}
