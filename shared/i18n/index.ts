import { en } from './en/index.ts'
import { kk } from './kk/index.ts'
import type { Language } from './language.ts'
import { ru } from './ru/index.ts'

/** Every message in every language. `ru` is the source of the type; see catalogue.ts. */
export const CATALOGUES = { kk, ru, en } as const satisfies Readonly<Record<Language, unknown>>
