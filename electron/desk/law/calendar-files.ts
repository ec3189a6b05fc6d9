import type { z } from 'zod'
import type { FileContent } from '#shared/contract/file.ts'
import type { calendarYearSchema } from '#shared/contract/law-schemas.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import { calendarFileOf, parseCalendarFile } from '#shared/regulation/calendar/parse-calendar-file.ts'
import { badInput, deskError } from '../desk-error.ts'
import type { Register } from '../register.ts'
import { calendarIcs } from './calendar-ics.ts'
import { contentInForce, plainYear } from './calendar-views.ts'

/** Twenty years with every note are well under 100 kB. */
const MAX_FILE_BYTES = 1024 * 1024

/**
 * The years of a calendar file: JSON in UTF-8, with or without a byte order mark. Changes nothing. Throws `BAD_INPUT`: at `content` when
 * it is no such file at all, otherwise with the place in the file of everything that is wrong.
 */
export async function readCalendarFile(content: FileContent): Promise<{ years: z.infer<typeof calendarYearSchema>[] }> {
  if (content.size > MAX_FILE_BYTES) throw badInput('content', 'too_large', 'A calendar file is at most 1 MB.')
  const parsed = parseCalendarFile(jsonIn(new Uint8Array(await content.arrayBuffer())))
  if (!parsed.ok) throw deskError('BAD_INPUT', { issues: parsed.error.map((issue) => ({ ...issue })) })
  return { years: parsed.value.map(plainYear) }
}

export interface CalendarExport {
  readonly fileName: string
  readonly mediaType: string
  readonly content: FileContent
}

/** The years in force as a file to import elsewhere or to open in any calendar program. Throws `BAD_INPUT` for a year without data. */
export function exportCalendar(register: Register, years: readonly number[], format: 'json' | 'ics'): CalendarExport {
  const contents = [...new Set(years)].toSorted((a, b) => a - b).map((year) => requireContent(register, years, year))
  const name = ['qabyl-calendar', ...new Set([contents.at(0)?.year, contents.at(-1)?.year])].join('-')
  return { fileName: `${name}.${format}`, ...fileOf(register, contents, format) }
}

function fileOf(register: Register, years: readonly CalendarYear[], format: 'json' | 'ics'): Omit<CalendarExport, 'fileName'> {
  switch (format) {
    case 'json':
      return asFile('application/json', `${JSON.stringify(calendarFileOf(years), null, 2)}\n`)
    case 'ics':
      return asFile('text/calendar', calendarIcs({ years, language: register.property.language, at: register.now() }))
    default:
      return assertNever(format)
  }
}

function asFile(mediaType: string, text: string): Omit<CalendarExport, 'fileName'> {
  return { mediaType, content: new Blob([text], { type: mediaType }) }
}

function requireContent(register: Register, years: readonly number[], year: number): CalendarYear {
  const content = contentInForce(register, year)
  if (content !== undefined) return content
  const message = `There is no calendar for ${year}: Monday to Friday counts there, and nothing can be exported.`
  throw badInput(`years.${years.indexOf(year)}`, 'no_calendar', message)
}

function jsonIn(bytes: Uint8Array): unknown {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw badInput('content', 'not_text', 'The file is not text in UTF-8: save it again as UTF-8 and try that.')
  }
  try {
    const json: unknown = JSON.parse(text)
    return json
  } catch {
    throw badInput('content', 'not_json', 'The file is not JSON: a calendar file begins with { and ends with }.')
  }
}
