import { type Command, isSet, Refusal } from '../../command.ts'
import { withDesk } from '../../with-desk.ts'
import { lawChangeText } from './import-years.ts'

export const undo: Command = {
  summary: 'takes the newest change back: the versions before it, and the deadlines with them',
  flags: { preview: { type: 'boolean', help: 'only say what would change; nothing is changed' } },
  async run(invocation) {
    const { preview, change } = await withDesk(invocation, async (client) => {
      const newest = (await client.calendar.changes()).find(({ canBeUndone }) => canBeUndone)
      if (newest === undefined) throw new Refusal('NOTHING_TO_UNDO', 'No change of the calendar can be taken back here.')
      const found = await client.calendar.previewUndo({ changeId: newest.id })
      if (isSet(invocation, 'preview')) return { preview: found, change: null }
      return { preview: found, change: await client.calendar.undo({ changeId: newest.id, basis: found.basis }) }
    })
    invocation.print({ ...preview, change }, lawChangeText(preview, change))
    return 0
  },
}
