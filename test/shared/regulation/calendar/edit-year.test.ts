import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate, fromDayNumber, toDayNumber } from '#shared/domain/calendar-date.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { type CalendarYear, HOLIDAY_KEYS, type HolidayKey } from '#shared/regulation/calendar/calendar-year.ts'
import { type CalendarEdit, editYear } from '#shared/regulation/calendar/edit-year.ts'
import { parseCalendarYear } from '#shared/regulation/calendar/parse-calendar-year.ts'
import { sameYear } from '#shared/regulation/calendar/same-year.ts'
import { startYear } from '#shared/regulation/calendar/start-year.ts'

const seed = Number(process.env['QABYL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
console.info(`edit-year seed ${seed} (QABYL_TEST_SEED=${seed} repeats it)`)

function builtIn(year: number): CalendarYear {
  const found = BUILT_IN_YEARS.find((candidate) => candidate.year === year)
  if (found === undefined) throw new Error(`No built-in calendar for ${year}`)
  return found
}

function edited(year: CalendarYear, ...edits: readonly CalendarEdit[]): CalendarYear {
  return edits.reduce((before, edit) => {
    const result = editYear(before, edit)
    if (!result.ok) throw new Error(`${JSON.stringify(edit)}: ${result.error.message}`)
    return result.value
  }, year)
}

function move(from: string, to: string): CalendarEdit {
  return { kind: 'move_rest_day', from: calendarDate(from), to: calendarDate(to) }
}

function takeBack(from: string, to: string): CalendarEdit {
  return { kind: 'take_back_move', from: calendarDate(from), to: calendarDate(to) }
}

function add(date: string, holiday: HolidayKey = 'other_holiday'): CalendarEdit {
  return { kind: 'add_holiday', date: calendarDate(date), holiday }
}

function remove(date: string): CalendarEdit {
  return { kind: 'remove_holiday', date: calendarDate(date) }
}

const CONFIRM: CalendarEdit = { kind: 'confirm', source: 'eGov, 4 January 2027', confidence: 'high', note: 'Compared' }

/** The days off of two years that differ: `+` came, `-` went. */
function difference(before: CalendarYear, after: CalendarYear): readonly string[] {
  const came = after.nonWorking.filter((date) => !before.nonWorking.includes(date)).map((date) => `+${date}`)
  const went = before.nonWorking.filter((date) => !after.nonWorking.includes(date)).map((date) => `-${date}`)
  return [...went, ...came]
}

describe('a rest day moved by ministerial order', () => {
  test('the weekend becomes working, the weekday off', () => {
    const year = edited(builtIn(2026), move('2026-05-16', '2026-05-08'))
    expect(difference(builtIn(2026), year)).toEqual(['+2026-05-08'])
    expect(year.workingWeekends).toEqual(['2026-05-16'])
    expect(year.ministerialTransfers).toEqual([{ from: '2026-05-16', to: '2026-05-08' }])
    expect(year.version).toBe(builtIn(2026).version)
  })

  test.each(BUILT_IN_YEARS.map(({ year }) => year))('taken back leaves %i as it was', (number) => {
    const year = builtIn(number)
    const [from, to] = [`${number}-11-${number === 2024 ? '23' : '22'}`, `${number}-11-25`]
    const weekend = [6, 0].includes(new Date(`${from}T00:00:00Z`).getUTCDay()) ? from : `${number}-11-21`
    const weekday = [1, 2, 3, 4, 5].includes(new Date(`${to}T00:00:00Z`).getUTCDay()) ? to : `${number}-11-26`
    const changed = edited(year, move(weekend, weekday))
    expect(sameYear(changed, year)).toBe(false)
    expect(edited(changed, takeBack(weekend, weekday))).toEqual(year)
  })

  test('the transfers the program brings can be taken back', () => {
    const year = edited(builtIn(2025), takeBack('2025-01-05', '2025-01-03'))
    expect(difference(builtIn(2025), year)).toEqual(['-2025-01-03'])
    expect([year.workingWeekends, year.ministerialTransfers]).toEqual([[], []])
    expect(edited(year, move('2025-01-05', '2025-01-03'))).toEqual(builtIn(2025))
  })

  test('over the year end each year keeps its half', () => {
    const order = move('2026-12-26', '2027-01-05')
    const before = edited(builtIn(2026), order)
    const after = edited(builtIn(2027), order)
    expect([before.workingWeekends, difference(builtIn(2026), before)]).toEqual([['2026-12-26'], []])
    expect([after.workingWeekends, difference(builtIn(2027), after)]).toEqual([[], ['+2027-01-05']])
    expect(edited(before, takeBack('2026-12-26', '2027-01-05'))).toEqual(builtIn(2026))
  })

  test.each<{ readonly what: string; readonly edits: readonly CalendarEdit[]; readonly issue: string }>([
    { what: 'a Friday made working', edits: [move('2026-05-15', '2026-05-08')], issue: 'from is_weekday' },
    { what: 'a Sunday made off', edits: [move('2026-05-16', '2026-05-17')], issue: 'to is_weekend' },
    { what: 'a holiday made off', edits: [move('2026-05-16', '2026-05-07')], issue: 'to already_off' },
    { what: 'the day off of a moved holiday', edits: [move('2026-05-16', '2026-05-11')], issue: 'to already_off' },
    { what: 'a holiday on a Saturday made working', edits: [move('2026-05-09', '2026-05-08')], issue: 'from is_holiday' },
    {
      what: 'one Saturday twice',
      edits: [move('2026-05-16', '2026-05-08'), move('2026-05-16', '2026-05-15')],
      issue: 'from is_working_weekend',
    },
    {
      what: 'two Saturdays for one day',
      edits: [move('2026-05-16', '2026-05-08'), move('2026-05-23', '2026-05-08')],
      issue: 'to already_off',
    },
    {
      what: 'one Saturday of the year before twice',
      edits: [move('2025-12-27', '2026-01-05'), move('2025-12-27', '2026-01-06')],
      issue: 'from is_working_weekend',
    },
    {
      what: 'two Saturdays for one day of the year after',
      edits: [move('2026-12-26', '2027-01-05'), move('2026-12-27', '2027-01-05')],
      issue: 'to already_off',
    },
    { what: 'days of another year', edits: [move('2025-05-17', '2025-05-16')], issue: 'from other_year' },
    { what: 'a move that is not there, taken back', edits: [takeBack('2026-05-16', '2026-05-08')], issue: 'from not_found' },
    {
      what: 'a move to another day, taken back',
      edits: [move('2026-05-16', '2026-05-08'), takeBack('2026-05-16', '2026-05-15')],
      issue: 'from not_found',
    },
  ])('refused: $what', ({ edits, issue }) => {
    expect(refusalOf(builtIn(2026), edits)).toBe(issue)
  })
})

describe('a holiday', () => {
  test('on a weekday is a day off and nothing else', () => {
    const year = edited(builtIn(2026), add('2026-11-23'))
    expect(difference(builtIn(2026), year)).toEqual(['+2026-11-23'])
    expect(year.substitutes).toEqual(builtIn(2026).substitutes)
    expect(year.holidays[calendarDate('2026-11-23')]).toBe('other_holiday')
  })

  test.each([
    ['2026-11-21', '2026-11-23', 'a Saturday'],
    ['2026-11-22', '2026-11-23', 'a Sunday'],
  ])('on %s takes %s (%s)', (date, to) => {
    const year = edited(builtIn(2026), add(date))
    expect(difference(builtIn(2026), year)).toEqual([`+${to}`])
    expect(year.substitutes[calendarDate(date)]).toBe(to)
  })

  test('several in a row take one working day after the other: Nauryz 2026 entered day by day, in any order', () => {
    const bare = edited(builtIn(2026), remove('2026-03-22'), remove('2026-03-23'), remove('2026-03-21'))
    expect(difference(builtIn(2026), bare)).toEqual(['-2026-03-23', '-2026-03-24', '-2026-03-25'])
    const days = ['2026-03-21', '2026-03-22', '2026-03-23']
    for (const order of permutations(days)) {
      expect(edited(bare, ...order.map((date) => add(date, 'nauryz')))).toEqual(builtIn(2026))
    }
  })

  test('on the day off of another pushes that one on', () => {
    const year = edited(builtIn(2026), add('2026-03-24'))
    expect(difference(builtIn(2026), year)).toEqual(['+2026-03-26'])
    expect(year.substitutes).toMatchObject({ '2026-03-21': '2026-03-25', '2026-03-22': '2026-03-26' })
    expect(edited(year, remove('2026-03-24'))).toEqual(builtIn(2026))
  })

  test('does not take a day that is off by order', () => {
    const moved = edited(builtIn(2026), move('2026-11-28', '2026-11-23'))
    const year = edited(moved, add('2026-11-21'))
    expect(year.substitutes).toMatchObject({ '2026-11-21': '2026-11-24' })
    // With the order taken back, the next working day is the 23rd again.
    const back = edited(year, takeBack('2026-11-28', '2026-11-23'))
    expect(back.substitutes).toMatchObject({ '2026-11-21': '2026-11-23' })
  })

  test.each<HolidayKey>(['christmas', 'kurban_ait'])('%s on a weekend is not moved', (holiday) => {
    const year = edited(builtIn(2026), add('2026-11-21', holiday))
    expect(difference(builtIn(2026), year)).toEqual([])
    expect(year.substitutes).toEqual(builtIn(2026).substitutes)
  })

  test('Kurban Ait of 2027 proclaimed for the Monday', () => {
    const year = edited(builtIn(2027), remove('2027-05-16'), add('2027-05-17', 'kurban_ait'))
    expect(difference(builtIn(2027), year)).toEqual(['+2027-05-17'])
  })

  test('taken out takes its day off along', () => {
    const year = edited(builtIn(2026), remove('2026-03-08'))
    expect(difference(builtIn(2026), year)).toEqual(['-2026-03-09'])
    expect(edited(year, add('2026-03-08', 'womens_day'))).toEqual(builtIn(2026))
  })

  test('proclaimed for a day that is off by order stays off when the order is taken back', () => {
    const year = edited(builtIn(2024), add('2024-05-08'), takeBack('2024-05-04', '2024-05-08'))
    expect(difference(builtIn(2024), year)).toEqual([])
    expect([year.workingWeekends, year.ministerialTransfers]).toEqual([[], []])
  })

  test.each<{ readonly what: string; readonly year?: number; readonly edits: readonly CalendarEdit[]; readonly issue: string }>(
    [
      { what: 'a holiday on a holiday', edits: [add('2026-12-16')], issue: 'date is_holiday' },
      { what: 'one of another year', edits: [add('2025-12-16')], issue: 'date other_year' },
      { what: 'one on a working Saturday', year: 2024, edits: [add('2024-05-04')], issue: 'date is_working_weekend' },
      { what: 'one that is none, taken out', edits: [remove('2026-11-23')], issue: 'date not_found' },
      { what: 'the day off of a moved one, taken out', edits: [remove('2026-03-24')], issue: 'date not_found' },
      { what: 'one whose day off falls into the next year', year: 2028, edits: [add('2028-12-30')], issue: 'date next_year' },
      {
        what: 'one that pushes another into the next year',
        year: 2028,
        edits: [add('2028-12-23'), ...['25', '26', '27', '28'].map((day) => add(`2028-12-${day}`)), add('2028-12-29')],
        issue: 'date next_year',
      },
    ],
  )('refused: $what', ({ year = 2026, edits, issue }) => {
    expect(refusalOf(year === 2028 ? startYear(2028) : builtIn(year), edits)).toBe(issue)
  })
})

describe('a forecast confirmed', () => {
  test('is official, with what it was compared with, and on the same days', () => {
    expect(edited(builtIn(2027), CONFIRM)).toEqual({
      ...builtIn(2027),
      status: 'official',
      source: 'eGov, 4 January 2027',
      confidence: 'high',
      confidenceNote: 'Compared',
    })
  })

  test.each<{ readonly what: string; readonly edit: CalendarEdit; readonly issue: string }>([
    { what: 'no source', edit: { ...CONFIRM, source: ' ' }, issue: 'source not_a_text' },
    { what: 'no note', edit: { ...CONFIRM, note: '' }, issue: 'note not_a_text' },
    { what: 'a source of a whole book', edit: { ...CONFIRM, source: 'x'.repeat(2001) }, issue: 'source not_a_text' },
  ])('refused: $what', ({ edit, issue }) => {
    expect(refusalOf(builtIn(2027), [edit])).toBe(issue)
  })
})

describe('where a published year departs from the rule', () => {
  // As if the government had given no day off for 8 March, and Tuesday instead of Monday for 9 May.
  const { [calendarDate('2026-03-08')]: _, ...elsewhere } = builtIn(2026).substitutes
  const decided: CalendarYear = {
    ...builtIn(2026),
    nonWorking: builtIn(2026)
      .nonWorking.filter((date) => date !== '2026-03-09')
      .map((date) => (date === '2026-05-11' ? calendarDate('2026-05-12') : date)),
    substitutes: { ...elsewhere, [calendarDate('2026-05-09')]: calendarDate('2026-05-12') },
  }

  test('it is a calendar', () => {
    expect(parseCalendarYear(decided)).toEqual({ ok: true, value: decided })
  })

  test('edits elsewhere leave the departure alone', () => {
    expect(difference(decided, edited(decided, add('2026-11-21')))).toEqual(['+2026-11-23'])
    const round = edited(
      decided,
      move('2026-05-16', '2026-05-08'),
      add('2026-03-07'),
      remove('2026-03-07'),
      takeBack('2026-05-16', '2026-05-08'),
    )
    expect(sameYear(round, decided)).toBe(true)
  })

  test('a holiday on the day itself makes the rule decide anew', () => {
    const year = edited(decided, add('2026-05-12'))
    expect(year.substitutes).toMatchObject({ '2026-05-09': '2026-05-11' })
    expect(difference(decided, year)).toEqual(['+2026-05-11'])
  })

  test('a holiday taken out gives its day back to those that had to go round it', () => {
    const year = edited(decided, add('2026-05-10'), add('2026-05-11'))
    expect(year.substitutes).toMatchObject({ '2026-05-09': '2026-05-12', '2026-05-10': '2026-05-13' })
    expect(edited(year, remove('2026-05-09')).substitutes).toMatchObject({ '2026-05-10': '2026-05-12' })
  })

  test('a holiday published without a day off, because none is left in the year, hinders no edit', () => {
    const year: CalendarYear = {
      ...startYear(2028),
      holidays: { ...startYear(2028).holidays, [calendarDate('2028-12-31')]: 'nauryz' },
    }
    expect(parseCalendarYear(year).ok).toBe(true)
    expect(difference(year, edited(year, add('2028-11-20')))).toEqual(['+2028-11-20'])
  })

  test('a working weekend without its transfer stays', () => {
    const year: CalendarYear = { ...builtIn(2026), workingWeekends: [calendarDate('2026-11-28')] }
    expect(edited(year, move('2026-05-16', '2026-05-08')).workingWeekends).toEqual(['2026-05-16', '2026-11-28'])
  })
})

describe('any edits in any order', () => {
  const dayOf2026 = fc
    .integer({ min: toDayNumber(calendarDate('2025-12-20')), max: toDayNumber(calendarDate('2027-01-10')) })
    .map(fromDayNumber)
  const anyEdit: fc.Arbitrary<CalendarEdit> = fc.oneof(
    fc.record({ kind: fc.constant('move_rest_day' as const), from: dayOf2026, to: dayOf2026 }),
    fc.record({ kind: fc.constant('take_back_move' as const), from: dayOf2026, to: dayOf2026 }),
    fc.record({ kind: fc.constant('add_holiday' as const), date: dayOf2026, holiday: fc.constantFrom(...HOLIDAY_KEYS) }),
    fc.record({ kind: fc.constant('remove_holiday' as const), date: dayOf2026 }),
    fc.constant(CONFIRM),
  )
  const manyEdits = fc.array(anyEdit, { maxLength: 60 })

  test('give a calendar that is accepted, of the same version, or are refused; days off only grow with holidays', () => {
    const seen = { made: 0, refused: 0 }
    fc.assert(
      fc.property(manyEdits, (edits) => {
        let year = builtIn(2026)
        for (const edit of edits) {
          const result = editYear(year, edit)
          if (!result.ok) {
            seen.refused += 1
            expect(result.error.message).not.toBe('')
            continue
          }
          seen.made += 1
          expect(parseCalendarYear(result.value)).toEqual({ ok: true, value: result.value })
          expect([result.value.year, result.value.version]).toEqual([2026, 1])
          if (edit.kind === 'add_holiday')
            expect(difference(year, result.value).filter((day) => day.startsWith('-'))).toEqual([])
          if (edit.kind === 'remove_holiday')
            expect(difference(year, result.value).filter((day) => day.startsWith('+'))).toEqual([])
          year = result.value
        }
      }),
      { seed, numRuns: 400 },
    )
    expect(Math.min(seen.made, seen.refused)).toBeGreaterThan(300)
  })

  test('what was added and is taken out again leaves the year as it was', () => {
    fc.assert(
      fc.property(manyEdits, dayOf2026, dayOf2026, fc.constantFrom(...HOLIDAY_KEYS), (edits, day, other, holiday) => {
        const year = edits.reduce((before, edit) => valueOr(editYear(before, edit), before), builtIn(2026))
        const withHoliday = editYear(year, { kind: 'add_holiday', date: day, holiday })
        if (withHoliday.ok) expect(edited(withHoliday.value, remove(day))).toEqual(year)
        const withMove = editYear(year, { kind: 'move_rest_day', from: day, to: other })
        if (withMove.ok) expect(edited(withMove.value, takeBack(day, other))).toEqual(year)
      }),
      { seed, numRuns: 1000 },
    )
  })
})

function valueOr<Value>(result: { readonly ok: boolean; readonly value?: Value }, fallback: Value): Value {
  return result.value ?? fallback
}

/** Place and code of the refusal of the last edit; those before it must be accepted. */
function refusalOf(year: CalendarYear, edits: readonly CalendarEdit[]): string {
  const last = edits.at(-1)
  if (last === undefined) throw new Error('No edit to refuse')
  const result = editYear(edited(year, ...edits.slice(0, -1)), last)
  return result.ok ? 'accepted' : `${result.error.path} ${result.error.code}`
}

function permutations(items: readonly string[]): readonly (readonly string[])[] {
  if (items.length <= 1) return [items]
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]))
}
