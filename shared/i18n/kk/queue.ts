import type { TranslationOf } from '../catalogue.ts'
import type { queue as source } from '../ru/queue.ts'

export const queue = {
  title: 'Кезек',
} satisfies TranslationOf<typeof source>
