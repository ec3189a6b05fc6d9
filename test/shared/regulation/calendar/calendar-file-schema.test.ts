import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import type { CalendarIssueCode } from '#shared/regulation/calendar/calendar-file-reader.ts'
import { CALENDAR_STATUSES, CONFIDENCES, HOLIDAY_KEYS } from '#shared/regulation/calendar/calendar-year.ts'
import schema from '#shared/regulation/calendar/data/calendar-file.schema.json' with { type: 'json' }
import { calendarFileOf, parseCalendarFile } from '#shared/regulation/calendar/parse-calendar-file.ts'
import { startYear } from '#shared/regulation/calendar/start-year.ts'
import { damagedFiles, GOOD_FILE } from './damaged-files.ts'

const seed = Number(process.env['QABYL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
console.info(`calendar-file-schema seed ${seed} (QABYL_TEST_SEED=${seed} repeats it)`)

const ajv = new Ajv2020({ strict: true, allErrors: false })
addFormats(ajv)
const isInShape = ajv.compile(schema)

/** What only the program can say: which day belongs where, and what has a reason. Everything else is shape. */
const BEYOND_SHAPE: ReadonlySet<CalendarIssueCode> = new Set<CalendarIssueCode>([
  'other_year',
  'is_weekend',
  'is_weekday',
  'unexplained_day_off',
  'not_listed',
  'not_a_weekend_holiday',
  'wrong_order',
  'duplicate_date',
  'duplicate_year',
])

test('the schema is a schema, and describes itself as the format the program writes', () => {
  expect(ajv.validateSchema(schema)).toBe(true)
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
  const { format, formatVersion } = calendarFileOf(BUILT_IN_YEARS)
  const { properties } = schema.$defs.file
  expect({ format: properties.format.const, formatVersion: properties.formatVersion.const }).toEqual({ format, formatVersion })
})

test('the words the program knows are those of the schema', () => {
  const { status, confidence } = schema.$defs.year.properties
  expect(schema.$defs.holiday.enum).toEqual(HOLIDAY_KEYS)
  expect(status.enum).toEqual(CALENDAR_STATUSES)
  expect(confidence.enum).toEqual(CONFIDENCES)
})

describe('accepts', () => {
  test.each(BUILT_IN_YEARS)('the calendar of $year', (year) => {
    expect(isInShape(JSON.parse(JSON.stringify(year)))).toBe(true)
  })

  test('files of one year and of twenty, as the program writes them', () => {
    expect(isInShape(GOOD_FILE)).toBe(true)
    const years = Array.from({ length: 20 }, (_, index) => startYear(2028 + index))
    expect(isInShape(JSON.parse(JSON.stringify(calendarFileOf(years))))).toBe(true)
  })
})

test('what the schema refuses the program refuses, and the shape the program refuses the schema refuses', () => {
  const seen = { bothTake: 0, bothRefuse: 0, onlyBeyondShape: 0 }
  fc.assert(
    fc.property(damagedFiles, (input) => {
      const parsed = parseCalendarFile(input)
      const isAccepted = isInShape(input)
      if (!isAccepted) {
        expect(parsed.ok).toBe(false)
        seen.bothRefuse += 1
        return
      }
      const shapeIssues = parsed.ok ? [] : parsed.error.filter(({ code }) => !BEYOND_SHAPE.has(code))
      expect(shapeIssues).toEqual([])
      if (parsed.ok) seen.bothTake += 1
      else seen.onlyBeyondShape += 1
    }),
    { seed, numRuns: 8000 },
  )
  expect(Math.min(seen.bothTake, seen.bothRefuse, seen.onlyBeyondShape)).toBeGreaterThan(100)
})

test('anything at all: nothing gets past the program that the schema would have stopped', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (input) => {
      expect({ schema: isInShape(input), program: parseCalendarFile(input).ok }).toEqual({ schema: false, program: false })
    }),
    { seed, numRuns: 2000 },
  )
})
