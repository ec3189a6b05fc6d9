import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { CATALOGUES } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/language.ts'
import { READING_OF_CATALOGUES } from '#shared/i18n/words.ts'

/** Starts the catalogues in `language`. Everything is bundled, so the words are there when this returns. */
export function startWords(language: Language): void {
  void i18next.use(initReactI18next).init({
    ...READING_OF_CATALOGUES,
    lng: language,
    resources: { kk: { desk: CATALOGUES.kk }, ru: { desk: CATALOGUES.ru }, en: { desk: CATALOGUES.en } },
  })
  tellThePage(language)
}

/** Switches every word on screen at once; forms keep what is typed. */
export function speak(language: Language): void {
  if (i18next.language === language) return
  void i18next.changeLanguage(language)
  tellThePage(language)
}

function tellThePage(language: Language): void {
  document.documentElement.lang = language
}
