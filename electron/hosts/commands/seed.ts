import { type Command, UsageError, wholeNumberOf } from '../command.ts'
import { withDesk } from '../with-desk.ts'

export const seed: Command = {
  summary: 'adds fictional guests; training and test folders only',
  flags: {
    guests: { type: 'string', value: 'N', help: 'how many' },
    seed: { type: 'string', value: 'S', help: 'the same number makes the same guests' },
  },
  async run(invocation) {
    const guests = wholeNumberOf(invocation, 'guests', { min: 1, max: 1_000_000 })
    const number = wholeNumberOf(invocation, 'seed', { min: 0, max: Number.MAX_SAFE_INTEGER })
    if (guests === undefined || number === undefined) throw new UsageError('--guests and --seed are needed.')
    const made = await withDesk(invocation, (client) => client.maintenance.seed({ guests, seed: number }))
    invocation.print(made, `${made.guests} fictional guests added (seed ${made.seed})`)
    return 0
  },
}
