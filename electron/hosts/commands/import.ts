import { basename } from 'node:path'
import type { Command } from '../command.ts'
import { readBytes } from '../read-input.ts'
import { withDesk } from '../with-desk.ts'

export const importFile: Command = {
  summary: 'takes a CSV file of arrivals, row by row',
  positionals: ['FILE'],
  flags: {},
  async run(invocation) {
    const [file = ''] = invocation.positionals
    const content = new Blob([await readBytes(file)], { type: 'text/csv' })
    const result = await withDesk(invocation, (client) => client.checkIn.importCsv({ fileName: basename(file), content }))
    const { rows, created, unchanged, refused } = result
    const refusals = rows.filter((row) => row.outcome === 'refused')
    const lines = refusals.map(
      (row) => `\n  row ${row.row}: ${row.issues.map((issue) => `${issue.path} ${issue.message}`).join('; ')}`,
    )
    invocation.print(result, `${created} new, ${unchanged} known already, ${refused} refused${lines.join('')}`)
    // Rows that were taken are kept; the exit says whether the file did anything at all.
    return refused > 0 && created + unchanged === 0 ? 1 : 0
  },
}
