import type { ru } from '#shared/i18n/ru/index.ts'
import { issuesOf } from '../../../client/desk-failure.ts'

const CODES = [
  'required',
  'too_short',
  'too_long',
  'wrong_format',
  'already_used',
  'folder_not_absolute',
  'folder_of_register',
  'not_taken',
  'plain_sign_in',
  'no_placeholder',
] as const satisfies readonly (keyof typeof ru.input)[]
type RefusalCode = (typeof CODES)[number]

/** Why the desk did not take a field, by the last part of its path; what the desk says of no field of the form is not in here. */
export function refusedFields(error: unknown, fields: readonly string[]): ReadonlyMap<string, RefusalCode> {
  const found = issuesOf(error).flatMap(({ path, code }) => {
    const field = path.split('.').find((part) => fields.includes(part))
    const known = CODES.find((one) => one === code) ?? 'not_taken'
    return field === undefined ? [] : [[field, known] as const]
  })
  return new Map(found)
}
