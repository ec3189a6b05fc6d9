import type { TranslationOf } from '../catalogue.ts'
import type { guest as source } from '../ru/guest.ts'

export const guest = {
  title: 'Қонақтар',
} satisfies TranslationOf<typeof source>
