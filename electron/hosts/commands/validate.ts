import { z } from 'zod'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { type Command, choiceOf, UsageError } from '../command.ts'
import { withDesk } from '../with-desk.ts'

/** Exit 1 when the service would refuse the notice, or something is missing; 0 for every other answer: the notice may go. */
export const validate: Command = {
  summary: 'asks the service whether it would take a notice, without filing it',
  positionals: ['NOTICE-ID'],
  flags: { language: { type: 'string', value: 'LANGUAGE', help: `words of the answer: ${LANGUAGES.join(', ')} (en)` } },
  async run(invocation) {
    const [noticeId = ''] = invocation.positionals
    if (!z.uuid().safeParse(noticeId).success) throw new UsageError('NOTICE-ID is the id that "qabyl queue" shows.')
    const language = choiceOf(invocation, 'language', LANGUAGES) ?? 'en'
    const validation = await withDesk(invocation, (client) => client.queue.validate({ noticeId }))
    const text = invocation.isJson ? '' : (await import('../validation-text.ts')).validationText(validation, language)
    invocation.print(validation, text)
    return validation.service === 'would_refuse' || validation.service === 'not_asked' ? 1 : 0
  },
}
