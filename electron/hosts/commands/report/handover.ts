import { handoverDocument } from '#shared/reports/handover-document.ts'
import type { Command } from '../../command.ts'
import { OUTPUT_FLAGS, printReport } from './report-output.ts'

export const handover: Command = {
  summary: 'what the colleague who takes over must know, since the last hand-over or close',
  flags: OUTPUT_FLAGS,
  run: (invocation) =>
    printReport(invocation, { what: 'handover' }, async (client) => {
      const data = await client.report.handover()
      return { data, toDocument: (language) => handoverDocument(data, language) }
    }),
}
