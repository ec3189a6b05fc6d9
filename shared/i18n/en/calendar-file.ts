import type { TranslationOf } from '../catalogue.ts'
import type { calendarFile as source } from '../ru/calendar-file.ts'

export const calendarFile = {
  title: 'Working calendar of Kazakhstan',
  instead: '{{holiday}}: day off instead of {{day}}',
  movedOff: 'Day off: moved from {{day}}',
  working: 'Working day',
  workingFor: 'Working day: its rest day is moved to {{day}}',
  forecast: '{{name}} (forecast)',
  source: 'Calendar {{version}}. Source: {{source}}',
} satisfies TranslationOf<typeof source>
