import type { CalendarChange, LawPreview } from '#shared/contract/law-schemas.ts'
import { type Command, isSet, textOf } from '../../command.ts'
import { readBytes } from '../../read-input.ts'
import { withDesk } from '../../with-desk.ts'
import { dayChangesText, movesText, versionsText } from './law-text.ts'

export const importYears: Command = {
  summary: 'puts the years of a calendar file in force and recomputes every open deadline',
  positionals: ['FILE'],
  flags: {
    preview: { type: 'boolean', help: 'only say which days change and which deadlines move; nothing is changed' },
    reason: { type: 'string', value: 'TEXT', help: 'why, for the journal' },
  },
  async run(invocation) {
    const [file = ''] = invocation.positionals
    const content = new Blob([await readBytes(file)], { type: 'application/json' })
    const { preview, change } = await withDesk(invocation, async (client) => {
      const { years } = await client.calendar.readFile({ content })
      const found = await client.calendar.preview({ years })
      if (isSet(invocation, 'preview')) return { preview: found, change: null }
      const reason = textOf(invocation, 'reason') ?? null
      const made = await client.calendar.apply({ years, basis: found.basis, origin: 'import', reason })
      return { preview: found, change: made }
    })
    invocation.print({ ...preview, change }, lawChangeText(preview, change))
    return 0
  },
}

/** What a change does, or would do, and how to take it back. */
export function lawChangeText(preview: LawPreview, change: CalendarChange | null): string {
  const versions = preview.years.filter(({ from, to }) => from !== to)
  const outcome =
    change === null
      ? `Preview only, nothing was changed${versions.length === 0 ? '' : `: ${versionsText(versions)}`}.`
      : `In force now: ${versionsText(change.years)}. Taken back with "qabyl calendar undo".`
  return [...dayChangesText(preview.days), ...movesText(preview), outcome].join('\n')
}
