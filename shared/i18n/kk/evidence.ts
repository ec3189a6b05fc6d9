import type { TranslationOf } from '../catalogue.ts'
import type { evidence as source } from '../ru/evidence.ts'

export const evidence = { title: 'Дәлелдер' } satisfies TranslationOf<typeof source>
