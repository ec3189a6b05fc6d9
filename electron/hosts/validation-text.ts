import type { NoticeFieldIssue, Validation } from '#shared/contract/validation-schema.ts'
import { FIELD_RULE_CODES } from '#shared/domain/field-rules.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/language.ts'
import { type Words, wordsIn } from '#shared/i18n/words.ts'

/** What the service said, then each field that is at fault with why. */
export function validationText(validation: Validation, language: Language): string {
  const words = wordsIn(language)
  const lines = validation.issues.map((issue) => `  ${issueInWords(issue, words)}`)
  return [words.say(`validation.${validation.service}`), ...lines].join('\n')
}

const FIELDS = Object.keys(CATALOGUES.en.fields) as readonly (keyof typeof CATALOGUES.en.fields)[]

function issueInWords({ field, code, message, limit, foundBy }: NoticeFieldIssue, { say }: Words): string {
  const named = FIELDS.find((known) => known === field)
  const ours = FIELD_RULE_CODES.find((known) => known === code)
  const text = foundBy === 'service' || ours === undefined ? message : say(`fieldRules.${ours}`, { limit: limit ?? 0 })
  return field === null ? text : `${named === undefined ? field : say(`fields.${named}`)}: ${text}`
}
