import type { Command } from '../command.ts'
import { withDesk } from '../with-desk.ts'

export const verify: Command = {
  summary: 'checks the register: pages, references, audit chain, receipts, promises',
  flags: {},
  async run(invocation) {
    const found = await withDesk(invocation, (client) => client.maintenance.verify())
    const problems = [
      ...found.integrity,
      ...(found.foreignKeys === 0 ? [] : [`${found.foreignKeys} rows refer to something that is not there`]),
      ...(found.auditBrokenAt === null ? [] : [`the audit chain is broken at entry ${found.auditBrokenAt}`]),
      ...(found.receiptsBroken === 0 ? [] : [`${found.receiptsBroken} receipts are not what was filed`]),
      ...found.invariants,
      ...found.closesBroken.map((problem) => `closed day ${problem}`),
    ]
    invocation.print(
      found,
      found.isClean ? `Clean; ${found.auditEntries} audit entries, the chain is whole.` : problems.join('\n'),
    )
    return found.isClean ? 0 : 1
  },
}
