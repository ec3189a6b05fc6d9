import type { TranslationOf } from '../catalogue.ts'
import type { checkIn as source } from '../ru/check-in.ts'

export const checkIn = {
  title: 'Check-in',
} satisfies TranslationOf<typeof source>
