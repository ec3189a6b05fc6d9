import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actsOn } from '#renderer/screens/calendar/day-acts.ts'
import { kindOf, standingInWords } from '#renderer/screens/calendar/day-face.ts'
import { noteInWords, sourceInWords, watchedInWords } from '#renderer/screens/calendar/source-words.ts'
import { dayTowards, inYear, yearFaces } from '#renderer/screens/calendar/year-faces.ts'
import { switchYears } from '#renderer/screens/calendar/year-switch.tsx'
import { addDays, type CalendarDate, calendarDate, daysBetween } from '#shared/domain/calendar-date.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import { startYear } from '#shared/regulation/calendar/start-year.ts'
import { workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'
import { wordsIn } from '../i18n/words.ts'

const TODAY = calendarDate('2026-05-05')
const CALENDAR = workingCalendar(BUILT_IN_YEARS)

function builtIn(year: number): CalendarYear {
  const found = BUILT_IN_YEARS.find((candidate) => candidate.year === year)
  if (found === undefined) throw new Error(`no calendar of ${year}`)
  return found
}

function dayOf(date: string) {
  const day = CALENDAR.tableOf(Number(date.slice(0, 4))).days.find((candidate) => candidate.date === date)
  if (day === undefined) throw new Error(`no day ${date}`)
  return day
}

async function facesOf(year: number, changed: readonly CalendarDate[] = []) {
  return yearFaces(
    {
      days: CALENDAR.tableOf(year).days,
      content: BUILT_IN_YEARS.find((candidate) => candidate.year === year) ?? null,
      today: TODAY,
      deadlinesByDay: [{ date: calendarDate('2026-05-08'), count: 14 }],
      changed: new Set(changed),
    },
    await wordsIn('ru'),
  )
}

describe('the sheet', () => {
  it('holds every day of the year once, under its weekday, and counts the working days of the calendar', async () => {
    for (const year of [2024, 2025, 2026, 2027, 2028]) {
      const months = await facesOf(year)
      const cells = months.flatMap(({ weeks }) => weeks.flatMap((week) => week.map((face, weekday) => ({ face, weekday }))))
      const days = cells.flatMap(({ face, weekday }) => (face === null ? [] : [{ date: face.date, weekday: weekday + 1 }]))
      const table = CALENDAR.tableOf(year).days
      expect(days).toEqual(table.map(({ date, weekday }) => ({ date, weekday })))
      expect(months.every(({ weeks }) => weeks.every((week) => week.length === 7))).toBe(true)
      expect(months.reduce((sum, { workingDays }) => sum + workingDays, 0)).toBe(
        table.filter(({ isWorking }) => isWorking).length,
      )
    }
  })

  it('says each day in whole words', async () => {
    const faces = (await facesOf(2026, [calendarDate('2026-05-08')])).flatMap(({ weeks }) => weeks.flat())
    const wordsOf = (date: string) => faces.find((face) => face?.date === date)?.words
    expect(wordsOf('2026-03-24')).toBe('24 марта 2026, вторник, выходной: вместо 21 марта, Наурыз')
    expect(wordsOf('2026-03-21')).toBe(
      '21 марта 2026, суббота, праздник на выходном: Наурыз, день отдыха перенесён на 24 марта',
    )
    expect(wordsOf('2026-05-08')).toBe(
      '8 мая 2026, пятница, рабочий день, изменён, ещё не применён, последний день для 14 гостей',
    )
    expect(wordsOf('2026-05-05')).toBe('5 мая 2026, вторник, рабочий день, сегодня')
    expect(wordsOf('2026-08-31')).toBe('31 августа 2026, понедельник, рабочий день, источники расходятся')
    const forecast = (await facesOf(2027)).flatMap(({ weeks }) => weeks.flat())
    expect(forecast.find((face) => face?.date === '2027-12-16')?.words).toBe(
      '16 декабря 2027, четверг, праздник: День Независимости, прогноз',
    )
  })

  it('names rest moved by order at both ends, in three languages', async () => {
    const said = await Promise.all(
      LANGUAGES.map(async (language) => {
        const words = await wordsIn(language)
        return ['2025-01-05', '2025-01-03'].map((date) => standingInWords(dayOf(date), builtIn(2025), words))
      }),
    )
    expect(said).toEqual([
      ['жұмыс күні: демалыс 3 қаңтарға көшірілді', 'демалыс: 5 қаңтар орнына'],
      ['рабочий: день отдыха перенесён на 3 января', 'выходной: вместо 5 января'],
      ['working: day off moved to 3 January', 'day off: instead of 5 January'],
    ])
    expect(['2025-01-05', '2025-01-03'].map((date) => kindOf(dayOf(date), builtIn(2025)))).toEqual([
      'moved_working',
      'moved_off',
    ])
  })
})

describe('keys', () => {
  it('walk a day, a week, a year, to the ends of the week and of the year', () => {
    const from = calendarDate('2026-05-05')
    const walk = (key: string, isWithCtrl = false) => dayTowards(from, key, isWithCtrl)
    expect(
      ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'].map((key) => walk(key)),
    ).toEqual(['2026-05-04', '2026-05-06', '2026-04-28', '2026-05-12', '2025-05-05', '2027-05-05', '2026-05-04', '2026-05-10'])
    expect([walk('Home', true), walk('End', true), walk('KeyA')]).toEqual(['2026-01-01', '2026-12-31', undefined])
  })

  it('go back to where they came from, over leap days and the ends of what there can be', () => {
    expect(inYear(calendarDate('2028-02-29'), 2027)).toBe('2027-02-28')
    expect(dayTowards(calendarDate('2000-01-01'), 'ArrowLeft')).toBe('2000-01-01')
    expect(dayTowards(calendarDate('2199-12-31'), 'PageDown')).toBe('2199-12-31')
    const days = fc.integer({ min: 0, max: daysBetween(calendarDate('2000-01-08'), calendarDate('2199-12-24')) })
    fc.assert(
      fc.property(days, (offset) => {
        const date = addDays(calendarDate('2000-01-08'), offset)
        for (const [there, back] of [
          ['ArrowLeft', 'ArrowRight'],
          ['ArrowUp', 'ArrowDown'],
        ] as const) {
          const target = dayTowards(date, there)
          expect(target === undefined ? undefined : dayTowards(target, back)).toBe(date)
        }
      }),
    )
  })
})

it('years to choose from: the known ones, the next to begin, and those of the working copy', () => {
  const known = [2024, 2025, 2026, 2027].map((year) => ({
    year,
    version: `${year}.1`,
    status: year === 2027 ? ('forecast' as const) : ('official' as const),
    workingDays: 247,
    available: null,
  }))
  const shown = (year: number, changed: Parameters<typeof switchYears>[2] = []) =>
    switchYears(known, year, changed).map((entry) => `${entry.year} ${entry.status}${entry.isChanged ? ' changed' : ''}`)
  expect(shown(2026)).toEqual(['2024 official', '2025 official', '2026 official', '2027 forecast', '2028 none'])
  expect(shown(2028, [{ year: 2028, status: 'forecast' }])).toEqual([
    '2025 official',
    '2026 official',
    '2027 forecast',
    '2028 forecast changed',
    '2029 none',
  ])
})

describe('what can be done with a day', () => {
  const acts = (date: string, content: CalendarYear | null = builtIn(Number(date.slice(0, 4)))) =>
    actsOn(dayOf(date), content).map(({ kind }) => kind)

  it('follows what the day is', () => {
    expect(acts('2026-05-05')).toEqual(['move_here', 'add_holiday'])
    expect(acts('2026-05-16')).toEqual(['move_away', 'add_holiday'])
    expect(acts('2026-05-07')).toEqual(['remove_holiday'])
    expect(acts('2026-03-21')).toEqual(['remove_holiday'])
    expect(acts('2026-03-24')).toEqual(['open_day'])
    expect(acts('2025-01-03')).toEqual(['take_back'])
    expect(acts('2025-01-05')).toEqual(['take_back'])
  })

  it('is nothing while the year has no calendar', () => {
    expect(actsOn({ ...dayOf('2026-05-05'), reason: { kind: 'no_calendar' } }, null)).toEqual([])
  })
})

it('every year of the program and every forecast speaks the language of the screen', async () => {
  for (const language of LANGUAGES) {
    const words = await wordsIn(language)
    for (const content of [...BUILT_IN_YEARS, startYear(2030)]) {
      expect(noteInWords(content, words).lang).toBeUndefined()
      if (language !== 'en') expect(noteInWords(content, words).text).toMatch(/[а-яәғқңөұүһі]/i)
      for (const watched of content.watch) {
        const said = watchedInWords(watched, words)
        expect(said.was).not.toBe(watched.was)
        expect(said.now).not.toBe(watched.now)
      }
    }
    const imported = { ...builtIn(2026), confidenceNote: 'Қаулы бойынша', source: 'gov.kz' }
    expect([noteInWords(imported, words).text, sourceInWords(imported, words).text]).toEqual(['Қаулы бойынша', 'gov.kz'])
  }
})
