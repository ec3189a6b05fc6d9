import type { TranslationOf } from '../catalogue.ts'
import type { checkIn as source } from '../ru/check-in.ts'

export const checkIn = {
  title: 'Жаңа қонақ',
} satisfies TranslationOf<typeof source>
