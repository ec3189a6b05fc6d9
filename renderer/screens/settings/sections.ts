import type { ru } from '#shared/i18n/ru/index.ts'

/** One part of the settings, at its own address. */
export interface Section {
  /** Last part of the address: `#/settings/filing`. */
  readonly path: string
  readonly word: Exclude<keyof typeof ru.settings.sections, 'title'>
}

/** In the order of the inner navigation; the digit keys follow it. */
export const SECTIONS = [
  { path: 'property', word: 'property' },
  { path: 'filing', word: 'filing' },
  { path: 'delivery', word: 'delivery' },
  { path: 'card', word: 'card' },
  { path: 'documents', word: 'documents' },
] as const satisfies readonly Section[]

/** The section of an address; the first one when it names none. */
export function sectionAt(path: string | undefined): (typeof SECTIONS)[number] {
  return SECTIONS.find((section) => section.path === path) ?? SECTIONS[0]
}

export function sectionHref(path: (typeof SECTIONS)[number]['path']): string {
  return `#/settings/${path}`
}
