import { parseCalendarDate } from '#shared/domain/calendar-date.ts'
import { monthHeading } from '#shared/i18n/dates.ts'
import type { Language } from '#shared/i18n/language.ts'

/** The month the newest source is of, `2025-09`, as it is read: `сентябрь 2025`, `2025 ж. қыркүйек`, `September 2025`. */
export function monthOfData(asOf: string, language: Language): string {
  const day = parseCalendarDate(`${asOf}-01`)
  if (day === undefined) return asOf
  const [month, year] = [monthHeading(day, language), asOf.slice(0, 4)]
  if (language === 'kk') return `${year} ж. ${month.toLowerCase()}`
  return `${language === 'ru' ? month.toLowerCase() : month} ${year}`
}
