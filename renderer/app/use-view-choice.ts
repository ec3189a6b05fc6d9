import { useCallback } from 'react'
import type { Language } from '#shared/i18n/language.ts'
import { speak } from '../i18n/i18n.ts'
import { useView } from '../state/view-store.ts'
import { useColorScheme } from '../theme/use-color-scheme.ts'

interface ViewChoice {
  readonly scheme: 'light' | 'dark'
  /** At once, and nothing typed is lost. */
  chooseLanguage(language: Language): void
  /** From light to dark or back. */
  turnTheme(): void
}

/** How this workplace looks: what the switches in the header and the commands of the same name do. */
export function useViewChoice(): ViewChoice {
  const scheme = useColorScheme()
  const setLanguage = useView((view) => view.setLanguage)
  const setTheme = useView((view) => view.setTheme)
  const chooseLanguage = useCallback(
    (language: Language) => {
      setLanguage(language)
      speak(language)
    },
    [setLanguage],
  )
  const turnTheme = useCallback(() => setTheme(scheme === 'light' ? 'dark' : 'light'), [setTheme, scheme])
  return { scheme, chooseLanguage, turnTheme }
}
