import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { CALENDAR_ISSUE_CODES } from '#shared/regulation/calendar/calendar-file-reader.ts'
import { calendarFileOf, parseCalendarFile } from '#shared/regulation/calendar/parse-calendar-file.ts'
import { startYear } from '#shared/regulation/calendar/start-year.ts'
import { workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'
import { damagedFiles, GOOD_FILE } from './damaged-files.ts'

const seed = Number(process.env['QABYL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
console.info(`parse-calendar-file seed ${seed} (QABYL_TEST_SEED=${seed} repeats it)`)

function issuesOf(input: unknown): readonly string[] {
  return shortly(parseCalendarFile(input))
}

function shortly(parsed: ReturnType<typeof parseCalendarFile>): readonly string[] {
  return parsed.ok ? [] : parsed.error.map(({ path, code }) => `${path} ${code}`)
}

/** As a file comes in: through text. */
function throughText(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

describe('taken', () => {
  test('a file of several years, as it was written out', () => {
    expect(parseCalendarFile(throughText(calendarFileOf(BUILT_IN_YEARS)))).toEqual({ ok: true, value: BUILT_IN_YEARS })
  })

  test('years are written out ascending', () => {
    expect(calendarFileOf(BUILT_IN_YEARS.toReversed())).toEqual({
      format: 'qabyl-calendar',
      formatVersion: 1,
      years: BUILT_IN_YEARS,
    })
  })

  test.each(BUILT_IN_YEARS)('$year by itself, without the frame of a file', (year) => {
    expect(parseCalendarFile(throughText(year))).toEqual({ ok: true, value: [year] })
  })

  test('twenty years, and not one more', () => {
    const years = Array.from({ length: 20 }, (_, index) => startYear(2030 + index))
    expect(parseCalendarFile(throughText(calendarFileOf(years)))).toEqual({ ok: true, value: years })
    expect(issuesOf(calendarFileOf([...years, startYear(2050)]))).toEqual(['years out_of_range'])
  })
})

describe('what is wrong is named with its place in the file', () => {
  const file = calendarFileOf(BUILT_IN_YEARS)
  const [first, second] = BUILT_IN_YEARS
  test.each<{ readonly what: string; readonly input: unknown; readonly issues: readonly string[] }>([
    { what: 'nothing', input: undefined, issues: [' not_an_object'] },
    { what: 'a list of years', input: BUILT_IN_YEARS, issues: [' not_an_object'] },
    { what: 'a text', input: '{}', issues: [' not_an_object'] },
    {
      what: 'an empty object',
      input: {},
      issues: ['format missing_key', 'formatVersion missing_key', 'years missing_key'],
    },
    { what: 'another format', input: { ...file, format: 'ics' }, issues: ['format unknown_value'] },
    { what: 'a newer format', input: { ...file, formatVersion: 2 }, issues: ['formatVersion newer_format'] },
    { what: 'format 0', input: { ...file, formatVersion: 0 }, issues: ['formatVersion out_of_range'] },
    { what: 'a format as text', input: { ...file, formatVersion: '1' }, issues: ['formatVersion not_a_whole_number'] },
    { what: 'an unknown key', input: { ...file, author: 'x' }, issues: ['author unknown_key'] },
    { what: 'no years', input: { ...file, years: [] }, issues: ['years out_of_range'] },
    { what: 'years by number', input: { ...file, years: { 2026: first } }, issues: ['years not_a_list'] },
    { what: 'null for a year', input: { ...file, years: [first, null] }, issues: ['years.1 not_an_object'] },
    { what: 'a year twice', input: { ...file, years: [first, second, first] }, issues: ['years.2.year duplicate_year'] },
    {
      what: 'a year in two versions',
      input: { ...file, years: [first, { ...first, version: 2 }] },
      issues: ['years.1.year duplicate_year'],
    },
    {
      what: 'a day in the second of two years',
      input: { ...file, years: [first, { ...second, holidays: { ...second?.holidays, '2025-12-01': 'other_holiday' } }] },
      issues: ['years.1.holidays.2025-12-01 not_listed'],
    },
    {
      what: 'things in both years',
      input: {
        ...file,
        years: [
          { ...first, status: 'final' },
          { ...second, version: 0 },
        ],
      },
      issues: ['years.0.status unknown_value', 'years.1.version out_of_range'],
    },
    { what: 'a bare year with a fault', input: { ...first, status: 'final' }, issues: ['status unknown_value'] },
  ])('$what', ({ input, issues }) => {
    expect(issuesOf(input)).toEqual(issues)
  })

  test('in words that say what to do', () => {
    expect(parseCalendarFile({ ...file, formatVersion: 2 })).toEqual({
      ok: false,
      error: [
        {
          path: 'formatVersion',
          code: 'newer_format',
          message: 'The file is written in format 2, this program reads 1: update the program, or ask for the older format.',
        },
      ],
    })
  })
})

/** A refusal that a person can read: places, codes that are worded, a bounded number of bounded lines. */
function expectReadable(parsed: ReturnType<typeof parseCalendarFile>) {
  if (parsed.ok) throw new Error('expected to be refused')
  expect(parsed.error.length).toBeGreaterThan(0)
  expect(parsed.error.length).toBeLessThanOrEqual(100)
  for (const { path, code, message } of parsed.error) {
    expect(CALENDAR_ISSUE_CODES).toContain(code)
    expect(message).not.toBe('')
    expect(path.length + message.length).toBeLessThan(600)
  }
}

describe('hostile files', () => {
  const million = 1_000_000
  const manyKeys = Object.fromEntries(Array.from({ length: million }, (_, index) => [`key ${index}`, index]))
  const deep: unknown = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`)
  const year = { ...BUILT_IN_YEARS[2] }
  const file = calendarFileOf(BUILT_IN_YEARS)

  test.each<{ readonly what: string; readonly input: unknown; readonly issues?: readonly string[] }>([
    { what: 'a million keys', input: manyKeys, issues: [' too_long'] },
    {
      what: 'a million keys in a year',
      input: { ...file, years: [{ ...manyKeys, ...year }] },
      issues: ['years.0 too_long'],
    },
    { what: 'a million holidays', input: { ...year, holidays: manyKeys }, issues: ['holidays too_long'] },
    { what: 'a million substitutes', input: { ...year, substitutes: manyKeys }, issues: ['substitutes too_long'] },
    {
      what: 'a million days',
      input: { ...year, nonWorking: Array(million).fill('2026-01-01') },
      issues: ['nonWorking too_long'],
    },
    { what: 'a million years', input: { ...file, years: Array(million).fill(year) } },
    {
      what: 'a text of ten million letters',
      input: { ...year, source: 'x'.repeat(10 * million) },
      issues: ['source not_a_text'],
    },
    { what: 'a key of ten million letters', input: { ...year, ['k'.repeat(10 * million)]: 1 } },
    { what: 'ten million blanks for a day', input: { ...year, nonWorking: [' '.repeat(10 * million)] } },
    { what: 'lists in lists, 5,000 deep', input: deep, issues: [' not_an_object'] },
    { what: 'a year 5,000 lists deep', input: { ...year, nonWorking: deep } },
    {
      what: 'twenty years wrong on every day',
      input: { ...file, years: Array(20).fill({ ...year, nonWorking: Array(366).fill(0) }) },
    },
  ])('$what', ({ input, issues }) => {
    const parsed = parseCalendarFile(input)
    expectReadable(parsed)
    if (issues !== undefined) expect(shortly(parsed)).toEqual(issues)
  })

  test('where more is wrong than is listed, the last line says so', () => {
    const issues = issuesOf(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`key ${index}`, index])))
    expect(issues).toHaveLength(100)
    expect(issues.filter((issue) => issue.endsWith('more_issues'))).toEqual([issues.at(-1)])
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s is a key like any other, and changes nothing',
    (key) => {
      const text = JSON.stringify(calendarFileOf(BUILT_IN_YEARS))
      const attacks = [
        text.replace('"format":', `"${key}":{"polluted":1},"format":`),
        text.replace('"holidays":{', `"holidays":{"${key}":{"polluted":1},`),
        text.replace('"substitutes":{', `"substitutes":{"${key}":"2024-03-25",`),
        text.replace('"ministerialTransfers":[{', `"ministerialTransfers":[{"${key}":{"polluted":1},`),
        text.replace('"new_year"', `"${key}"`),
      ]
      for (const attack of attacks) {
        expect(attack).not.toBe(text)
        expectReadable(parseCalendarFile(JSON.parse(attack)))
      }
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    },
  )
})

describe('fuzzed', () => {
  test('any JSON at all gets an answer', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue({ maxDepth: 6 }), fc.anything({ withNullPrototype: true, withBigInt: true })),
        (input) => {
          expectReadable(parseCalendarFile(input))
        },
      ),
      { seed, numRuns: 3000 },
    )
  })

  test('a good file with parts replaced, dropped or doubled is a calendar that can be counted with, or refused', () => {
    const seen = { taken: 0, refused: 0 }
    fc.assert(
      fc.property(damagedFiles, (input) => {
        const parsed = parseCalendarFile(input)
        if (!parsed.ok) {
          seen.refused += 1
          expectReadable(parsed)
          return
        }
        seen.taken += 1
        const calendar = workingCalendar(parsed.value)
        for (const { year } of parsed.value) {
          const days = calendar.tableOf(year).days
          expect(days.length).toBe(new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1 ? 366 : 365)
        }
        expect(parseCalendarFile(throughText(calendarFileOf(parsed.value))).ok).toBe(true)
      }),
      { seed, numRuns: 5000 },
    )
    // Damage that never shows, or always does, would test one half only.
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(100)
    expect(parseCalendarFile(GOOD_FILE).ok).toBe(true)
  })
})
