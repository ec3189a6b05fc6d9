import schemaOfFile from '#shared/regulation/calendar/data/calendar-file.schema.json' with { type: 'json' }
import type { Command } from '../../command.ts'

export const schema: Command = {
  summary: 'the JSON Schema of a calendar file',
  flags: {},
  run(invocation) {
    invocation.print(schemaOfFile, JSON.stringify(schemaOfFile, null, 2))
    return Promise.resolve(0)
  },
}
