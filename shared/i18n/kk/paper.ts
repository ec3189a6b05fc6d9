import type { TranslationOf } from '../catalogue.ts'
import type { paper as source } from '../ru/paper.ts'

export const paper = { title: 'Қағаз түрінде' } satisfies TranslationOf<typeof source>
