import type { TranslationOf } from '../catalogue.ts'
import type { delivery as source } from '../ru/delivery.ts'

export const delivery = { title: 'Жеткізу' } satisfies TranslationOf<typeof source>
