import { z } from 'zod'
import type { NoticeFieldIssue } from '#shared/contract/validation-schema.ts'
import { FIELD_RULE_CODES } from '#shared/domain/field-rules.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { type Words, wordsIn } from '#shared/i18n/words.ts'
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
    const words = wordsIn(choiceOf(invocation, 'language', LANGUAGES) ?? 'en')
    const validation = await withDesk(invocation, (client) => client.queue.validate({ noticeId }))
    const lines = validation.issues.map((issue) => `  ${issueInWords(issue, words)}`)
    invocation.print(validation, [words.say(`validation.${validation.service}`), ...lines].join('\n'))
    return validation.service === 'would_refuse' || validation.service === 'not_asked' ? 1 : 0
  },
}

const FIELDS = Object.keys(CATALOGUES.en.fields) as readonly (keyof typeof CATALOGUES.en.fields)[]

function issueInWords({ field, code, message, limit, foundBy }: NoticeFieldIssue, { say }: Words): string {
  const named = FIELDS.find((known) => known === field)
  const ours = FIELD_RULE_CODES.find((known) => known === code)
  const text = foundBy === 'service' || ours === undefined ? message : say(`fieldRules.${ours}`, { limit: limit ?? 0 })
  return field === null ? text : `${named === undefined ? field : say(`fields.${named}`)}: ${text}`
}
