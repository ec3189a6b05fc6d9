import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Language } from '#shared/i18n/language.ts'

export type ThemeChoice = 'light' | 'dark' | 'auto'

interface ViewState {
  /** What this workplace chose; `null` = as the property says. */
  readonly language: Language | null
  readonly theme: ThemeChoice
  /** The card or row the keyboard is on, by notice; `null` = none yet. */
  readonly selectedNoticeId: string | null
  setLanguage(language: Language): void
  setTheme(theme: ThemeChoice): void
  select(noticeId: string | null): void
}

/** How this workplace looks at the desk. Holds no rule and no guest: only ids, and only the preferences outlive the window. */
export const useView = create<ViewState>()(
  persist(
    (set) => ({
      language: null,
      theme: 'auto',
      selectedNoticeId: null,
      setLanguage: (language) => set({ language }),
      setTheme: (theme) => set({ theme }),
      select: (selectedNoticeId) => set({ selectedNoticeId }),
    }),
    { name: 'qabyl.view', partialize: ({ language, theme }) => ({ language, theme }) },
  ),
)
