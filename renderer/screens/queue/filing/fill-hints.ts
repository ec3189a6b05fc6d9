import type { FillHint } from '#shared/domain/portal-form.ts'
import type { ru } from '#shared/i18n/ru/index.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { FillField } from './fill-rows.ts'

type HintWord = keyof typeof ru.queue.filing.hints

const HINTS: Readonly<Record<FillHint, HintWord>> = {
  transliterated: 'transliterated',
  not_accepted_by_portal: 'not_accepted_by_portal',
  convention: 'convention',
  partial_date: 'partial_date',
  welcome_mail_default_on: 'welcome_mail_default_on',
}

/** Key of the words for a field's hint; `null` when there is nothing to say. */
export function hintOf({ key, hint }: Pick<FillField, 'key' | 'hint'>): HintWord | null {
  const known = Object.entries(HINTS).find(([name]) => name === hint)?.[1] ?? null
  // A date the document does not have is a convention of another kind than a name it does not have.
  return known === 'convention' && key === 'expiryDate' ? 'noExpiry' : known
}

/** What the clerk should know before copying a field, in words. */
export function useHint(field: FillField): string | null {
  const { say } = useWords()
  const word = hintOf(field)
  return word === null ? null : say(`queue.filing.hints.${word}`)
}
