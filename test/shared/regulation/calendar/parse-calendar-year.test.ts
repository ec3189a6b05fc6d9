import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { parseCalendarYear } from '#shared/regulation/calendar/parse-calendar-year.ts'

const seed = Number(process.env['QABYL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
console.info(`parse-calendar-year seed ${seed} (QABYL_TEST_SEED=${seed} repeats it)`)

const SMALL = {
  year: 2026,
  version: 2,
  status: 'official',
  source: 'Order of the Minister of Labour',
  confidence: 'high',
  confidenceNote: 'Published',
  nonWorking: ['2026-03-09', '2026-05-08', '2026-12-16'],
  workingWeekends: ['2026-05-16'],
  holidays: { '2026-03-08': 'womens_day', '2026-12-16': 'independence_day' },
  substitutes: { '2026-03-08': '2026-03-09' },
  ministerialTransfers: [{ from: '2026-05-16', to: '2026-05-08' }],
  watch: [{ date: '2026-03-16', was: 'off', now: 'working', source: 'Labour ministry' }],
}

function issuesOf(input: unknown) {
  const parsed = parseCalendarYear(input)
  return parsed.ok ? [] : parsed.error.map(({ path, code }) => `${path} ${code}`)
}

test('a good file is taken as it stands', () => {
  expect(parseCalendarYear(SMALL)).toEqual({ ok: true, value: SMALL })
})

test('every built-in year survives being written to JSON and read again', () => {
  expect(BUILT_IN_YEARS).toHaveLength(4)
  for (const year of BUILT_IN_YEARS) {
    expect(parseCalendarYear(JSON.parse(JSON.stringify(year)))).toEqual({ ok: true, value: year })
  }
})

test('a rest day may be exchanged with a neighbouring year', () => {
  const file = {
    ...SMALL,
    nonWorking: [...SMALL.nonWorking, '2026-01-05'],
    ministerialTransfers: [...SMALL.ministerialTransfers, { from: '2025-12-27', to: '2026-01-05' }],
  }
  expect(issuesOf(file)).toEqual([])
})

describe('what is wrong is named, with its place', () => {
  test.each<{ readonly what: string; readonly input: unknown; readonly issues: readonly string[] }>([
    { what: 'nothing', input: undefined, issues: [' not_an_object'] },
    { what: 'null', input: null, issues: [' not_an_object'] },
    { what: 'a list', input: [SMALL], issues: [' not_an_object'] },
    { what: 'a text', input: '2026', issues: [' not_an_object'] },
    {
      what: 'a misspelt key',
      input: renamed('nonWorking', 'nonworking'),
      issues: ['nonworking unknown_key', 'nonWorking missing_key'],
    },
    { what: 'no year', input: without('year'), issues: ['year missing_key'] },
    { what: 'a year as text', input: { ...SMALL, year: '2026' }, issues: ['year not_a_whole_number'] },
    { what: 'a year out of range', input: { ...SMALL, year: 20_260 }, issues: ['year out_of_range'] },
    { what: 'version 0', input: { ...SMALL, version: 0 }, issues: ['version out_of_range'] },
    { what: 'half a version', input: { ...SMALL, version: 1.5 }, issues: ['version not_a_whole_number'] },
    { what: 'an unknown status', input: { ...SMALL, status: 'final' }, issues: ['status unknown_value'] },
    { what: 'an unknown confidence', input: { ...SMALL, confidence: 1 }, issues: ['confidence unknown_value'] },
    { what: 'no source', input: { ...SMALL, source: '  ' }, issues: ['source not_a_text'] },
    { what: 'a novel as note', input: { ...SMALL, confidenceNote: 'x'.repeat(2001) }, issues: ['confidenceNote not_a_text'] },
    { what: 'one day instead of a list', input: { ...SMALL, nonWorking: '2026-12-16' }, issues: ['nonWorking not_a_list'] },
    {
      what: 'far too many days',
      input: { ...SMALL, nonWorking: Array(367).fill('2026-12-16') },
      issues: ['nonWorking too_long'],
    },
    { what: 'a day that does not exist', input: withOff('2026-02-29'), issues: ['nonWorking.3 not_a_date'] },
    { what: 'a day written differently', input: withOff('16.12.2026'), issues: ['nonWorking.3 not_a_date'] },
    { what: 'a number for a day', input: withOff(46_000), issues: ['nonWorking.3 not_a_date'] },
    { what: 'null for a day', input: withOff(null), issues: ['nonWorking.3 not_a_date'] },
    { what: 'a hole in the list', input: withOff(undefined), issues: ['nonWorking.3 not_a_date'] },
    { what: 'no source at all', input: { ...SMALL, source: undefined }, issues: ['source missing_key'] },
    {
      what: 'a holiday without a name',
      input: { ...SMALL, holidays: { ...SMALL.holidays, '2026-12-16': undefined } },
      issues: ['holidays.2026-12-16 unknown_value'],
    },
    { what: 'a day of another year', input: withOff('2025-12-16'), issues: ['nonWorking.3 other_year'] },
    { what: 'a day twice', input: withOff('2026-12-16'), issues: ['nonWorking.3 duplicate_date'] },
    { what: 'a Sunday off', input: withOff('2026-11-22'), issues: ['nonWorking.3 is_weekend'] },
    { what: 'a day off without a reason', input: withOff('2026-11-24'), issues: ['nonWorking.3 unexplained_day_off'] },
    {
      what: 'a Monday among the working weekends',
      input: { ...SMALL, workingWeekends: ['2026-05-16', '2026-11-23'] },
      issues: ['workingWeekends.1 is_weekday'],
    },
    {
      what: 'an unknown holiday',
      input: { ...SMALL, holidays: { ...SMALL.holidays, '2026-12-16': 'Independence Day' } },
      issues: ['holidays.2026-12-16 unknown_value'],
    },
    { what: 'holidays as a list', input: { ...SMALL, holidays: ['2026-12-16'] }, issues: ['holidays not_an_object'] },
    {
      what: 'a holiday that is not off',
      input: { ...SMALL, holidays: { ...SMALL.holidays, '2026-10-26': 'republic_day' } },
      issues: ['holidays.2026-10-26 not_listed'],
    },
    {
      what: 'a key that is no day',
      input: JSON.parse(JSON.stringify(SMALL).replace('"2026-03-08":"womens_day"', '"__proto__":"womens_day"')),
      issues: ['holidays.__proto__ not_a_date'],
    },
    {
      what: 'a substitute for a working day',
      input: { ...SMALL, substitutes: { ...SMALL.substitutes, '2026-05-07': '2026-05-08' } },
      issues: ['substitutes.2026-05-07 not_a_weekend_holiday'],
    },
    {
      what: 'a substitute before its holiday',
      input: {
        ...SMALL,
        holidays: { ...SMALL.holidays, '2026-12-19': 'other_holiday' },
        substitutes: { ...SMALL.substitutes, '2026-12-19': '2026-12-16' },
      },
      issues: ['substitutes.2026-12-19 wrong_order'],
    },
    {
      what: 'a substitute that is not off',
      input: { ...SMALL, substitutes: { '2026-03-08': '2026-03-10' } },
      issues: ['nonWorking.0 unexplained_day_off', 'substitutes.2026-03-08 not_listed'],
    },
    {
      what: 'a transfer from a Saturday that is not working',
      input: { ...SMALL, workingWeekends: [] },
      issues: ['ministerialTransfers.0.from not_listed'],
    },
    {
      what: 'a transfer to a day that is not off',
      input: { ...SMALL, ministerialTransfers: [{ from: '2026-05-16', to: '2026-05-15' }] },
      issues: ['nonWorking.1 unexplained_day_off', 'ministerialTransfers.0.to not_listed'],
    },
    {
      what: 'a rest day moved twice',
      input: {
        ...SMALL,
        nonWorking: [...SMALL.nonWorking, '2026-05-15'],
        ministerialTransfers: [...SMALL.ministerialTransfers, { from: '2026-05-16', to: '2026-05-15' }],
      },
      issues: ['ministerialTransfers.1.from duplicate_date'],
    },
    {
      what: 'two rest days moved to one day',
      input: {
        ...SMALL,
        workingWeekends: [...SMALL.workingWeekends, '2026-05-17'],
        ministerialTransfers: [...SMALL.ministerialTransfers, { from: '2026-05-17', to: '2026-05-08' }],
      },
      issues: ['ministerialTransfers.1.to duplicate_date'],
    },
    {
      what: 'a Monday of the year before as a rest day',
      input: {
        ...SMALL,
        nonWorking: [...SMALL.nonWorking, '2026-01-05'],
        ministerialTransfers: [...SMALL.ministerialTransfers, { from: '2025-12-29', to: '2026-01-05' }],
      },
      issues: ['ministerialTransfers.1.from is_weekday'],
    },
    {
      what: 'a rest day moved to a Sunday of the year after',
      input: {
        ...SMALL,
        workingWeekends: [...SMALL.workingWeekends, '2026-12-26'],
        ministerialTransfers: [...SMALL.ministerialTransfers, { from: '2026-12-26', to: '2027-01-03' }],
      },
      issues: ['ministerialTransfers.1.to is_weekend'],
    },
    {
      what: 'a transfer of another year',
      input: { ...SMALL, ministerialTransfers: [...SMALL.ministerialTransfers, { from: '2025-05-17', to: '2025-05-16' }] },
      issues: ['ministerialTransfers.1 other_year'],
    },
    {
      what: 'half a transfer',
      input: { ...SMALL, ministerialTransfers: [{ from: '2026-05-16' }] },
      issues: ['ministerialTransfers.0.to missing_key'],
    },
    { what: 'a watch that is no object', input: { ...SMALL, watch: ['2026-03-16'] }, issues: ['watch.0 not_an_object'] },
    {
      what: 'several things at once',
      input: { ...withOff('2026-13-01'), version: -1, status: null },
      issues: ['version out_of_range', 'status unknown_value', 'nonWorking.3 not_a_date'],
    },
  ])('$what', ({ input, issues }) => {
    expect(issuesOf(input)).toEqual(issues)
  })

  test('in words that say what to do', () => {
    const parsed = parseCalendarYear(withOff('2026-11-24'))
    expect(parsed).toEqual({
      ok: false,
      error: [
        {
          path: 'nonWorking.3',
          code: 'unexplained_day_off',
          message:
            '2026-11-24 is off without a reason: add it to holidays, or as the day of a substitute or a ministerial transfer.',
        },
      ],
    })
  })

  test('without repeating a whole wrong file', () => {
    const parsed = parseCalendarYear({ ...SMALL, ['k'.repeat(10_000)]: 1, status: 's'.repeat(10_000) })
    if (parsed.ok) throw new Error('expected to be refused')
    for (const issue of parsed.error) expect(issue.path.length + issue.message.length).toBeLessThan(400)
  })
})

describe('fuzzed input', () => {
  test('anything at all gets an answer, and refusals say something', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.jsonValue()), (input) => {
        const parsed = parseCalendarYear(input)
        expect(parsed.ok).toBe(false)
        if (!parsed.ok) expect(parsed.error.every((issue) => issue.message !== '')).toBe(true)
      }),
      { seed, numRuns: 2000 },
    )
  })

  test('a good file with any one value replaced is taken as it stands or refused', () => {
    const keys = Object.keys(SMALL) as (keyof typeof SMALL)[]
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.anything(), (key, value) => {
        const file = { ...SMALL, [key]: value }
        const parsed = parseCalendarYear(file)
        if (parsed.ok) expect(parsed.value).toEqual(file)
        else expect(parsed.error.length).toBeGreaterThan(0)
      }),
      { seed, numRuns: 2000 },
    )
  })
})

function without(key: keyof typeof SMALL): unknown {
  return Object.fromEntries(Object.entries(SMALL).filter(([name]) => name !== key))
}

function renamed(key: keyof typeof SMALL, name: string): unknown {
  return Object.fromEntries(Object.entries(SMALL).map(([old, value]) => [old === key ? name : old, value]))
}

function withOff(day: unknown) {
  return { ...SMALL, nonWorking: [...SMALL.nonWorking, day] }
}
