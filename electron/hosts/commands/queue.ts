import { NOTIFICATION_STATES } from '#shared/domain/notification.ts'
import { type Command, textOf, UsageError } from '../command.ts'
import { withDesk } from '../with-desk.ts'

export const queue: Command = {
  summary: 'every notice with its state and dates',
  flags: { state: { type: 'string', value: 'STATE', help: `only ${NOTIFICATION_STATES.join(', ')}` } },
  async run(invocation) {
    const typed = textOf(invocation, 'state')
    const state = NOTIFICATION_STATES.find((candidate) => candidate === typed)
    if (typed !== undefined && state === undefined) throw new UsageError(`There is no state "${typed.slice(0, 40)}".`)
    const notices = await withDesk(invocation, (client) => client.queue.list(state === undefined ? {} : { state }))
    const lines = notices.map(
      (notice) =>
        `${notice.actBy ?? '-'.padEnd(10)}  ${notice.state.padEnd(19)}  ${notice.kind.padEnd(12)}  ${notice.room ?? '-'}  ${notice.reference ?? ''}  ${notice.id}`,
    )
    invocation.print(notices, [...lines, `${notices.length} notices`].join('\n'))
    return 0
  },
}
