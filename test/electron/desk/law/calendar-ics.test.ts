import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { calendarIcs } from '#electron/desk/law/calendar-ics.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import { startYear } from '#shared/regulation/calendar/start-year.ts'

const AT = '2026-11-23T05:43:00.000Z'

function icsOf(years: readonly CalendarYear[], language: Language = 'ru'): string {
  return calendarIcs({ years, language, at: AT })
}

/** What another program makes of the file. */
function readBack(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics))
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      isAllDay: event.startDate.isDate && event.endDate.isDate,
      name: event.summary,
      description: event.description,
      sequence: event.sequence,
      stamp: String(component.getFirstPropertyValue('dtstamp')),
      transparency: component.getFirstPropertyValue('transp'),
    }
  })
  return { title: calendar.getFirstPropertyValue('x-wr-calname'), events }
}

function builtIn(year: number): CalendarYear {
  const found = BUILT_IN_YEARS.find((candidate) => candidate.year === year)
  if (found === undefined) throw new Error(`No built-in calendar for ${year}`)
  return found
}

test.each(LANGUAGES)('in %s every day that no ordinary week has is there once, as a day of its own', (language) => {
  const { events } = readBack(icsOf(BUILT_IN_YEARS, language))
  const expected = BUILT_IN_YEARS.flatMap((year) => [...year.nonWorking, ...year.workingWeekends].toSorted())
  expect(events.map(({ start }) => start)).toEqual(expected)
  for (const { start, end, isAllDay, transparency, stamp } of events) {
    expect({ isAllDay, transparency, stamp }).toEqual({
      isAllDay: true,
      transparency: 'TRANSPARENT',
      stamp: '2026-11-23T05:43:00Z',
    })
    expect(Date.parse(end) - Date.parse(start)).toBe(86_400_000)
  }
})

test.each<{ readonly language: Language; readonly title: string; readonly names: Readonly<Record<string, string>> }>([
  {
    language: 'ru',
    title: 'Рабочий календарь Казахстана',
    names: {
      '2025-01-03': 'Выходной: перенесён с 5 января',
      '2025-01-05': 'Рабочий день: выходной перенесён на 3 января',
      '2026-03-23': 'Наурыз',
      '2026-03-24': 'Наурыз: выходной вместо 21 марта',
      '2027-05-03': 'Праздник единства: выходной вместо 1 мая (прогноз)',
    },
  },
  {
    language: 'kk',
    title: 'Қазақстанның жұмыс күнтізбесі',
    names: {
      '2025-01-03': 'Демалыс: 5 қаңтар күнінен көшірілді',
      '2025-01-05': 'Жұмыс күні: демалыс 3 қаңтар күніне көшірілді',
      '2026-03-23': 'Наурыз',
      '2026-03-24': 'Наурыз: 21 наурыз орнына демалыс',
      '2027-05-03': 'Бірлік мерекесі: 1 мамыр орнына демалыс (болжам)',
    },
  },
  {
    language: 'en',
    title: 'Working calendar of Kazakhstan',
    names: {
      '2025-01-03': 'Day off: moved from 5 January',
      '2025-01-05': 'Working day: its rest day is moved to 3 January',
      '2026-03-23': 'Nauryz',
      '2026-03-24': 'Nauryz: day off instead of 21 March',
      '2027-05-03': 'Unity Day: day off instead of 1 May (forecast)',
    },
  },
])('names in $language', ({ language, title, names }) => {
  const read = readBack(icsOf(BUILT_IN_YEARS, language))
  expect(read.title).toBe(title)
  const named = read.events.filter(({ start }) => start in names).map(({ start, name }) => [start, name])
  expect(Object.fromEntries(named)).toEqual(names)
})

test('every day of a forecast year says so, no day of a published one does', () => {
  const { events } = readBack(icsOf(BUILT_IN_YEARS))
  const marked = new Set(events.filter(({ name }) => name.endsWith(' (прогноз)')).map(({ start }) => start.slice(0, 4)))
  const unmarked = new Set(events.filter(({ name }) => !name.includes('прогноз')).map(({ start }) => start.slice(0, 4)))
  expect({ marked: [...marked], unmarked: [...unmarked] }).toEqual({ marked: ['2027'], unmarked: ['2024', '2025', '2026'] })
})

test('a day keeps its UID in every language and version, and a newer version goes before an older', () => {
  const uids = (years: readonly CalendarYear[], language: Language) =>
    readBack(icsOf(years, language)).events.map(({ uid, sequence }) => ({ uid, sequence }))
  const first = uids([builtIn(2026)], 'ru')
  const second = uids([{ ...builtIn(2026), version: 2 }], 'kk')
  expect(second.map(({ uid }) => uid)).toEqual(first.map(({ uid }) => uid))
  expect(new Set(first.map(({ uid }) => uid)).size).toBe(builtIn(2026).nonWorking.length)
  expect([...new Set(first.map(({ sequence }) => sequence)), ...new Set(second.map(({ sequence }) => sequence))]).toEqual([
    1, 2,
  ])
})

test('years come ascending, whatever the order they are given in', () => {
  expect(icsOf(BUILT_IN_YEARS.toReversed())).toBe(icsOf(BUILT_IN_YEARS))
})

describe('the lines', () => {
  const hostile = 'Приказ; №1, «о переносе» \\n C:\\dir {{version}} $t(calendar.weekend)\r\nBEGIN:VEVENT\u0000\u0007 🗓 '.repeat(
    10,
  )
  const year: CalendarYear = { ...startYear(2028), source: hostile }

  test.each(LANGUAGES)('in %s are at most 75 octets long and end in CRLF', (language) => {
    const ics = icsOf([year, builtIn(2026)], language)
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true)
    const lines = ics.slice(0, -2).split('\r\n')
    expect(lines.filter((line) => line.startsWith(' ')).length).toBeGreaterThan(20)
    for (const line of lines) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      expect(line).not.toMatch(/[\r\n\uFFFD]|\p{Cc}/u)
      expect(line.isWellFormed()).toBe(true)
    }
  })

  test('a reader that takes commas and semicolons at their word finds none that is not escaped', () => {
    const unfolded = icsOf([year, builtIn(2026)], 'ru')
      .replaceAll('\r\n ', '')
      .split('\r\n')
    const texts = unfolded.filter((line) => /^(?:SUMMARY|DESCRIPTION|X-WR-CALNAME):/u.test(line))
    expect(texts.length).toBeGreaterThan(20)
    expect(texts.filter((line) => !/^[A-Z-]+:(?:[^\\;,]|\\[\\;,n])*$/u.test(line))).toEqual([])
  })

  test('whatever stands in a source comes back as it was, and adds no event', () => {
    const { events } = readBack(icsOf([year], 'en'))
    expect(events).toHaveLength(year.nonWorking.length)
    const expected = `Calendar 2028.1. Source: ${hostile.replaceAll('\r\n', '\n').replaceAll('\u0000\u0007', '')}`
    expect(new Set(events.map(({ description }) => description))).toEqual(new Set([expected]))
  })
})

test('a working weekend without its transfer is a working day and nothing more', () => {
  const year: CalendarYear = { ...builtIn(2026), workingWeekends: [calendarDate('2026-05-16')] }
  const { events } = readBack(icsOf([year], 'en'))
  expect(events.find(({ start }) => start === '2026-05-16')?.name).toBe('Working day')
})
