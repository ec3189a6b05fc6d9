import { describe, expect, it } from 'vitest'
import { draftYears, editedYears, type Step } from '#renderer/screens/calendar/draft-years.ts'
import { issueInWords } from '#renderer/screens/calendar/file/file-trouble.tsx'
import { stepInWords } from '#renderer/screens/calendar/step-words.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { CALENDAR_ISSUE_CODES } from '#shared/regulation/calendar/calendar-file-reader.ts'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import { type CalendarEdit, editYear } from '#shared/regulation/calendar/edit-year.ts'
import { startYear } from '#shared/regulation/calendar/start-year.ts'
import { wordsIn } from '../i18n/words.ts'

const MOVE = { kind: 'move_rest_day', from: calendarDate('2026-05-16'), to: calendarDate('2026-05-08') } as const
const OVER_NEW_YEAR = { kind: 'move_rest_day', from: calendarDate('2026-12-26'), to: calendarDate('2027-01-05') } as const

type EditStep = Extract<Step, { readonly kind: 'edit' }>
const edit = (id: string, change: CalendarEdit, year = 2026): EditStep => ({ id, kind: 'edit', year, edit: change })
const file = (content: CalendarYear): Step => ({
  id: `file-${content.year}`,
  kind: 'start',
  from: 'file',
  name: 'a.json',
  content,
})

function yearOf(years: readonly CalendarYear[], year: number): CalendarYear {
  const found = years.find((candidate) => candidate.year === year)
  if (found === undefined) throw new Error(`no calendar of ${year}`)
  return found
}
const IN_FORCE = BUILT_IN_YEARS

describe('the working copy', () => {
  it('is what is in force while there are no steps', () => {
    const draft = draftYears([], IN_FORCE)
    expect([draft.changedYears, draft.changes, draft.troubles.size]).toEqual([[], [], 0])
  })

  it('lays edits over the years in force and names the days that change', () => {
    const draft = draftYears([edit('1', MOVE)], IN_FORCE)
    expect(draft.changedYears.map(({ year }) => year)).toEqual([2026])
    expect(draft.changes.map(({ date, after }) => [date, after.isWorking])).toEqual([
      ['2026-05-08', false],
      ['2026-05-16', true],
    ])
  })

  it('has nothing to apply once a step is taken back by another', () => {
    const back = { ...MOVE, kind: 'take_back_move' } as const
    expect(draftYears([edit('1', MOVE), edit('2', back)], IN_FORCE).changedYears).toEqual([])
  })

  it('lays edits over a year that came from a file, whichever was entered first', () => {
    const given = editYear(yearOf(IN_FORCE, 2026), { kind: 'remove_holiday', date: calendarDate('2026-12-16') })
    if (!given.ok) throw new Error(given.error.message)
    const one = draftYears([edit('1', MOVE), file(given.value)], IN_FORCE)
    const other = draftYears([file(given.value), edit('1', MOVE)], IN_FORCE)
    expect(one.changedYears).toEqual(other.changedYears)
    expect(one.changes.map(({ date }) => date)).toEqual(['2026-05-08', '2026-05-16', '2026-12-16'])
  })

  it('keeps the other steps when one no longer fits what somebody else has put in force', () => {
    const moved = editYear(yearOf(IN_FORCE, 2026), MOVE)
    if (!moved.ok) throw new Error(moved.error.message)
    const holiday = { kind: 'remove_holiday', date: calendarDate('2026-12-16') } as const
    const inForce = IN_FORCE.map((year) => (year.year === 2026 ? moved.value : year))
    const draft = draftYears([edit('1', MOVE), edit('2', holiday)], inForce)
    expect([...draft.troubles]).toEqual([['1', { path: 'from', code: 'is_working_weekend' }]])
    expect(draft.changes.map(({ date }) => date)).toEqual(['2026-12-16'])
  })

  it('starts a year nobody has a calendar for, and its ordinary days are no change', () => {
    const started = startYear(2028)
    const draft = draftYears([{ id: '1', kind: 'start', from: 'rules', name: '', content: started }], IN_FORCE)
    expect(draft.changedYears).toEqual([started])
    expect(draft.changes.every(({ after }) => !after.isWorking)).toBe(true)
    expect(draft.changes.length).toBe(started.nonWorking.length)
  })

  it('refuses to edit a year without a calendar', () => {
    const trouble = editedYears(edit('1', { kind: 'remove_holiday', date: calendarDate('2031-05-01') }, 2031), new Map())
    expect(trouble).toEqual({ ok: false, error: { path: '', code: 'no_calendar' } })
  })
})

describe('rest moved over New Year', () => {
  it('is written into both years and taken back from both', () => {
    const draft = draftYears([edit('1', OVER_NEW_YEAR)], IN_FORCE)
    expect(draft.changedYears.map(({ year }) => year)).toEqual([2026, 2027])
    expect(draft.changes.map(({ date, after }) => [date, after.isWorking])).toEqual([
      ['2026-12-26', true],
      ['2027-01-05', false],
    ])
    const back = { ...OVER_NEW_YEAR, kind: 'take_back_move' } as const
    expect(draftYears([edit('1', OVER_NEW_YEAR), edit('2', back)], IN_FORCE).changedYears).toEqual([])
  })

  it('is taken back from the one year that lists it', () => {
    const listed = editYear(yearOf(IN_FORCE, 2026), OVER_NEW_YEAR)
    if (!listed.ok) throw new Error(listed.error.message)
    const inForce = IN_FORCE.map((year) => (year.year === 2026 ? listed.value : year))
    const draft = draftYears([edit('1', { ...OVER_NEW_YEAR, kind: 'take_back_move' })], inForce)
    expect(draft.troubles.size).toBe(0)
    expect(draft.changes.map(({ date }) => date)).toEqual(['2026-12-26'])
  })
})

describe('words', () => {
  it('name every step as a person would', async () => {
    const words = await wordsIn('ru')
    const steps: readonly Step[] = [
      edit('1', MOVE),
      edit('2', { ...MOVE, kind: 'take_back_move' }),
      edit('3', { kind: 'add_holiday', date: calendarDate('2026-06-01'), holiday: 'kurban_ait' }),
      edit('4', { kind: 'remove_holiday', date: calendarDate('2026-12-16') }),
      edit('5', { kind: 'confirm', source: 'gov.kz', confidence: 'high', note: 'сверено' }, 2027),
      edit('6', OVER_NEW_YEAR, 2027),
      file(yearOf(IN_FORCE, 2026)),
    ]
    expect(steps.map((step) => stepInWords(step, words))).toEqual([
      'Перенос: сб, 16 мая – рабочий, пт, 8 мая – выходной',
      'Перенос отменён: сб, 16 мая – выходной, пт, 8 мая – рабочий',
      'пн, 1 июня: Курбан-айт',
      'ср, 16 декабря: больше не праздник',
      '2027 год подтверждён',
      'Перенос: сб, 26 декабря 2026 – рабочий, вт, 5 января – выходной',
      '2026 год из файла a.json',
    ])
  })

  it('exist in every language for everything that can be wrong with a file or an edit', async () => {
    for (const language of LANGUAGES) {
      const words = await wordsIn(language)
      for (const code of [...CALENDAR_ISSUE_CODES, 'not_json', 'not_text', 'too_large', 'no_calendar'])
        expect(issueInWords({ code, message: 'MISSING' }, words)).not.toBe('MISSING')
      expect(issueInWords({ code: 'toString', message: 'as it came' }, words)).toBe('as it came')
    }
  })
})
