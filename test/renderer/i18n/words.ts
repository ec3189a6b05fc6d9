import i18next from 'i18next'
import type { Words } from '#renderer/i18n/use-words.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/language.ts'

/** The real catalogues in `language`, without a page around them. */
export async function wordsIn(language: Language): Promise<Words> {
  const instance = i18next.createInstance()
  await instance.init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'desk',
    ns: ['desk'],
    interpolation: { escapeValue: false },
    resources: { [language]: { desk: CATALOGUES[language] } },
  })
  return { say: instance.t, language }
}
