import type { CalendarYear } from './calendar-year.ts'
import calendar2024 from './data/calendar-2024.json' with { type: 'json' }
import calendar2025 from './data/calendar-2025.json' with { type: 'json' }
import calendar2026 from './data/calendar-2026.json' with { type: 'json' }
import calendar2027 from './data/calendar-2027.json' with { type: 'json' }
import { parseCalendarYear } from './parse-calendar-year.ts'

/** The years the program brings along. A property may load newer versions and further years beside them. */
export const BUILT_IN_YEARS: readonly CalendarYear[] = [calendar2024, calendar2025, calendar2026, calendar2027].map(readBuiltIn)

function readBuiltIn(file: unknown): CalendarYear {
  const parsed = parseCalendarYear(file)
  if (!parsed.ok) throw new Error(`A built-in calendar is damaged: ${parsed.error.map((issue) => issue.message).join(' ')}`)
  return parsed.value
}
