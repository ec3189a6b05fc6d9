import type { TranslationOf } from '../catalogue.ts'
import type { paper as source } from '../ru/paper.ts'

export const paper = { title: 'On paper' } satisfies TranslationOf<typeof source>
