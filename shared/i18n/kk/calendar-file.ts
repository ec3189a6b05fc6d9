import type { TranslationOf } from '../catalogue.ts'
import type { calendarFile as source } from '../ru/calendar-file.ts'

export const calendarFile = {
  title: 'Қазақстанның жұмыс күнтізбесі',
  instead: '{{holiday}}: {{day}} орнына демалыс',
  movedOff: 'Демалыс: {{day}} күнінен көшірілді',
  working: 'Жұмыс күні',
  workingFor: 'Жұмыс күні: демалыс {{day}} күніне көшірілді',
  forecast: '{{name}} (болжам)',
  source: '{{version}} күнтізбесі. Дереккөзі: {{source}}',
} satisfies TranslationOf<typeof source>
