import type { TranslationOf } from '../catalogue.ts'
import type { queue as source } from '../ru/queue.ts'

export const queue = {
  title: 'Queue',
} satisfies TranslationOf<typeof source>
