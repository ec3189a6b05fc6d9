import { isLanguage, type Language } from '#shared/i18n/language.ts'
import { useView } from '../state/view-store.ts'

/** Before the property is known: what this workplace chose, else what its browser asks for, else Russian. */
export function preferredLanguage(): Language {
  const chosen = useView.getState().language
  if (chosen !== null) return chosen
  const asked = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage)
  return asked ?? 'ru'
}
