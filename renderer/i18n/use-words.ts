import { useTranslation } from 'react-i18next'
import { isLanguage } from '#shared/i18n/language.ts'
import type { Words } from '#shared/i18n/words.ts'

export type { Say, Words } from '#shared/i18n/words.ts'

export function useWords(): Words {
  const { t, i18n } = useTranslation('desk')
  return { say: t, language: isLanguage(i18n.language) ? i18n.language : 'ru' }
}
