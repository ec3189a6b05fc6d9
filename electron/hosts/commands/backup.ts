import { resolve } from 'node:path'
import { type Command, textOf } from '../command.ts'
import { withDesk } from '../with-desk.ts'

export const backup: Command = {
  summary: 'makes an encrypted copy of the register and proves that it opens',
  flags: { to: { type: 'string', value: 'DIR', help: 'folder for it (otherwise backups/ in the data folder)' } },
  async run(invocation) {
    const to = textOf(invocation, 'to')
    const made = await withDesk(invocation, (client) =>
      client.maintenance.backup({ directory: to === undefined ? null : resolve(to) }),
    )
    invocation.print(made, `${made.file}\n${made.bytes} bytes, opened and checked`)
    return 0
  },
}
