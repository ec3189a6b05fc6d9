import { periodDocument } from '#shared/reports/period-document.ts'
import { type Command, UsageError } from '../../command.ts'
import { requiredDayOf } from '../../day-argument.ts'
import { OUTPUT_FLAGS, printReport } from './report-output.ts'

export const period: Command = {
  summary: "the owner's summary of a week, a month, or any days up to a year",
  flags: {
    from: { type: 'string', value: 'YYYY-MM-DD', help: 'first day' },
    to: { type: 'string', value: 'YYYY-MM-DD', help: 'last day' },
    ...OUTPUT_FLAGS,
  },
  async run(invocation) {
    const [from, to] = [requiredDayOf(invocation, 'from'), requiredDayOf(invocation, 'to')]
    if (to < from) throw new UsageError('--to is not before --from.')
    return printReport(invocation, { what: 'period', from, to }, async (client) => {
      const data = await client.report.period({ from, to })
      return { data, toDocument: (language) => periodDocument(data, language) }
    })
  },
}
