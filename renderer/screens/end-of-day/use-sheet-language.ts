import { create } from 'zustand'
import type { Language } from '#shared/i18n/language.ts'
import { useWords } from '../../i18n/use-words.ts'

interface SheetLanguageState {
  /** `null` = that of the window. */
  readonly chosen: Language | null
  choose(language: Language): void
}

const useChoice = create<SheetLanguageState>()((set) => ({ chosen: null, choose: (chosen) => set({ chosen }) }))

/** The language of the sheet, its print and its files: the inspector may read another one than the desk. */
export function useSheetLanguage(): { readonly language: Language; choose(language: Language): void } {
  const words = useWords()
  const { chosen, choose } = useChoice()
  return { language: chosen ?? words.language, choose }
}
