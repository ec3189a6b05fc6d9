import { z } from 'zod'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { type Command, choiceOf, isSet, requiredTextOf, textsOf, UsageError } from '../command.ts'
import { withDesk } from '../with-desk.ts'
import { writeOutput } from '../write-output.ts'

export const card: Command = {
  summary: 'registration cards for guests to sign, with the consent to the processing of personal data, as PDF',
  flags: {
    notice: {
      type: 'string',
      multiple: true,
      value: 'ID',
      help: 'a notice about the guest, as "qabyl queue" shows it; once for each',
    },
    party: { type: 'boolean', help: 'everybody of the same stay as well' },
    language: {
      type: 'string',
      value: 'kk|ru|en',
      help: 'beside the state language (otherwise guessed from each guest’s citizenship)',
    },
    out: { type: 'string', value: 'FILE', help: 'the PDF to write; a file that is there is kept' },
  },
  async run(invocation) {
    const noticeIds = [...textsOf(invocation, 'notice')]
    if (noticeIds.length === 0 || !z.array(z.uuid()).safeParse(noticeIds).success)
      throw new UsageError('Name the guest: --notice ID, as "qabyl queue" shows it.')
    const out = requiredTextOf(invocation, 'out')
    const language = choiceOf(invocation, 'language', LANGUAGES) ?? null
    const withParty = isSet(invocation, 'party')
    const printed = await withDesk(invocation, (client) => client.card.print({ noticeIds, withParty, language }))
    const { file, bytes } = await writeOutput(out, printed.content)
    invocation.print({ file, bytes, cards: printed.cards }, `${printed.cards} cards are in ${file}`)
    return 0
  },
}
