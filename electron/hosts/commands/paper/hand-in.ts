import { basename, resolve } from 'node:path'
import { parseCalendarDate } from '#shared/domain/calendar-date.ts'
import { type Command, type Invocation, requiredTextOf, textOf, textsOf, UsageError } from '../../command.ts'
import { readBytes } from '../../read-input.ts'
import { withDesk } from '../../with-desk.ts'
import { LIST, listInText, namedList } from './named-list.ts'

export const handIn: Command = {
  summary: 'the stamped copy has come back: everybody on the list is accepted, but those named',
  positionals: LIST,
  flags: {
    stamped: { type: 'string', value: 'DATE', help: 'the day of the stamp' },
    number: { type: 'string', value: 'TEXT', help: 'what the counter wrote beside it' },
    file: { type: 'string', value: 'FILE', help: 'photo or scan of the stamped copy: JPEG, PNG or PDF' },
    refused: { type: 'string', multiple: true, value: 'ID=REASON', help: 'not taken for what it says; to be corrected' },
    'not-handed-in': { type: 'string', multiple: true, value: 'ID=REASON', help: 'goes back to where it came from' },
  },
  async run(invocation) {
    const stampedOn = parseCalendarDate(requiredTextOf(invocation, 'stamped'))
    if (stampedOn === undefined) throw new UsageError('--stamped is a day that exists, written YYYY-MM-DD.')
    const exceptions = [...exceptionsOf(invocation, 'refused'), ...exceptionsOf(invocation, 'not-handed-in')]
    const path = textOf(invocation, 'file')
    const file = path === undefined ? null : new Blob([await readBytes(resolve(path))])
    const { list, late } = await withDesk(invocation, async (client) => {
      const { id } = await namedList(invocation, client)
      return client.paper.handIn({
        listId: id,
        stampedOn,
        stampNumber: textOf(invocation, 'number') ?? null,
        file,
        fileName: path === undefined ? null : basename(path),
        exceptions,
      })
    })
    const warning = late.length === 0 ? '' : `\nstamped after the last day: ${late.join(', ')}`
    invocation.print({ list, late }, `${listInText(list)}${warning}`)
    return 0
  },
}

function exceptionsOf(invocation: Invocation, flag: 'refused' | 'not-handed-in') {
  const outcome = flag === 'refused' ? 'refused' : 'not_handed_in'
  return textsOf(invocation, flag).map((text) => {
    const at = text.indexOf('=')
    if (at <= 0) throw new UsageError(`--${flag} is the id of a notice and the reason: ID=REASON.`)
    return { noticeId: text.slice(0, at), outcome, reason: text.slice(at + 1) } as const
  })
}
