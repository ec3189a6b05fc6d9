import type { TranslationOf } from '../catalogue.ts'
import type { report as source } from '../ru/report.ts'

export const report = { title: 'Мерзімдер есебі' } satisfies TranslationOf<typeof source>
