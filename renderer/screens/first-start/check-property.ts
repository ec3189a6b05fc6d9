import { hostNumberIssue, hostNumberProblem } from '#shared/regulation/host-number.ts'
import type { Say } from '../../i18n/use-words.ts'
import type { PropertyDraft } from './property-draft.ts'

export type CheckedField = 'name' | 'bin' | 'roomCount' | 'address' | 'department'

/** In the order they stand on screen. */
export const CHECKED_FIELDS: readonly CheckedField[] = ['name', 'bin', 'roomCount', 'address', 'department']

/** What is wrong with the form, field by field, worded; empty when it can be sent. */
export function checkProperty(
  draft: Pick<PropertyDraft, CheckedField | 'kind'>,
  say: Say,
): Partial<Record<CheckedField, string>> {
  const required = (text: string) => (text.trim() === '' ? say('input.required') : undefined)
  return withoutGaps({
    name: required(draft.name),
    bin: binReason(draft, say),
    roomCount: roomCountReason(draft.roomCount, say),
    address: required(draft.address),
    department: required(draft.department),
  })
}

function binReason({ bin, kind }: Pick<PropertyDraft, 'bin' | 'kind'>, say: Say): string | undefined {
  if (bin.trim() === '') return say('input.required')
  const problem = hostNumberProblem(kind, bin.trim())
  if (problem === null) return undefined
  const issue = hostNumberIssue(problem)
  return issue === 'bin_digits' ? say('input.bin_digits', { count: bin.replaceAll(/\D/g, '').length }) : say(`input.${issue}`)
}

function roomCountReason(roomCount: string, say: Say): string | undefined {
  const text = roomCount.trim()
  return text === '' || (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 10_000)
    ? undefined
    : say('input.not_a_number')
}

function withoutGaps(reasons: Record<CheckedField, string | undefined>): Partial<Record<CheckedField, string>> {
  return Object.fromEntries(Object.entries(reasons).filter(([, reason]) => reason !== undefined))
}
