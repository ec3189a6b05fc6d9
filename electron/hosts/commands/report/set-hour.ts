import { type Command, isSet, textOf, UsageError } from '../../command.ts'
import { withDesk } from '../../with-desk.ts'
import { daysText } from './days.ts'

export const setHour: Command = {
  summary: 'at which hour the open day closes by itself',
  flags: {
    at: { type: 'string', value: 'HH:MM', help: 'hotel-local; before noon = in the night after the day' },
    'by-hand': { type: 'boolean', help: 'never by itself' },
  },
  async run(invocation) {
    const at = textOf(invocation, 'at')
    if ((at === undefined) === !isSet(invocation, 'by-hand')) throw new UsageError('Either --at is needed, or --by-hand.')
    if (at !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) throw new UsageError('--at is a time such as 23:59.')
    const known = await withDesk(invocation, (client) => client.report.setCloseHour({ closesAt: at ?? null }))
    invocation.print(known, daysText(known))
    return 0
  },
}
