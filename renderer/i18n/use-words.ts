import './typed-catalogues.ts'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { isLanguage, type Language } from '#shared/i18n/language.ts'

export type Say = TFunction<'desk'>

export interface Words {
  /** A message by key; a wrong key or a forgotten variable does not compile. */
  readonly say: Say
  readonly language: Language
}

export function useWords(): Words {
  const { t, i18n } = useTranslation('desk')
  return { say: t, language: isLanguage(i18n.language) ? i18n.language : 'ru' }
}
