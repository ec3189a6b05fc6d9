import { expect, test } from 'vitest'
import { addDays, type CalendarDate, calendarDate } from '#shared/domain/calendar-date.ts'
import { dayMonth } from '#shared/i18n/dates.ts'
import { dayReasonInWords, holidayName } from '#shared/i18n/explain/day-reason.ts'
import { workingDaysInWords } from '#shared/i18n/explain/working-days.ts'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { wordsIn } from '#shared/i18n/words.ts'
import { arrivalDeadline } from '#shared/regulation/arrival-deadline.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'

const CALENDAR = workingCalendar(BUILT_IN_YEARS)

function countOf(arrival: CalendarDate, language: Language): string {
  const { explanation, calendar } = arrivalDeadline(arrival, CALENDAR)
  return workingDaysInWords({ days: explanation, calendar }, wordsIn(language))
}

test.each<[Language, string, string]>([
  [
    'en',
    '2026-03-20',
    'Fri 20 Mar arrival = day 1 · Sat 21, Sun 22 weekend · Mon 23 – Wed 25 Nauryz · Thu 26 = day 2 · Fri 27 = day 3, due by 23:59 · Sat 28, Sun 29 weekend · Mon 30 = last arguable day',
  ],
  [
    'ru',
    '2026-03-20',
    'пт 20 марта заезд = день 1 · сб 21, вс 22: выходные · пн 23 – ср 25: Наурыз · чт 26 = день 2 · пт 27 = день 3, срок до 23:59 · сб 28, вс 29: выходные · пн 30 = крайний спорный день',
  ],
  [
    'kk',
    '2026-03-20',
    'жм 20 наурыз, келген күні = 1-күн · сб 21, жс 22: демалыс · дс 23 – ср 25: Наурыз · бс 26 = 2-күн · жм 27 = 3-күн, мерзімі 23:59-ға дейін · сб 28, жс 29: демалыс · дс 30 = соңғы даулы күн',
  ],
  // A rest day moved by order, and the Sunday worked for it.
  [
    'en',
    '2025-01-02',
    'Thu 2 Jan arrival, New Year · Fri 3 day off moved from 5 January · Sat 4 weekend · Sun 5 = day 1 (working, moved) · Mon 6 = day 2 · Tue 7 Christmas · Wed 8 = day 3, due by 23:59 by either count',
  ],
  // Days that stand in for others, without the holiday beside them.
  [
    'ru',
    '2025-03-20',
    'чт 20 марта заезд = день 1 · пт 21: Наурыз · сб 22, вс 23: выходные · пн 24: Наурыз, перенос с 22 марта · вт 25: Наурыз, перенос с 23 марта · ср 26 = день 2 · чт 27 = день 3, срок до 23:59 · пт 28 = крайний спорный день',
  ],
  // A new month inside the count.
  [
    'ru',
    '2026-08-28',
    'пт 28 августа заезд = день 1 · сб 29, вс 30: выходные · пн 31 = день 2 · вт 1 сентября = день 3, срок до 23:59 · ср 2 = крайний спорный день',
  ],
  // A weekend arrival is not counted, and both counts agree.
  [
    'ru',
    '2026-11-28',
    'сб 28 ноября заезд, выходной · вс 29: выходной · пн 30 = день 1 · вт 1 декабря = день 2 · ср 2 = день 3, срок до 23:59 по любому счёту',
  ],
  // Over the year's end into a forecast.
  [
    'en',
    '2026-12-31',
    'Thu 31 Dec arrival = day 1 · Fri 1 Jan 2027 New Year · Sat 2, Sun 3 weekend · Mon 4 New Year, moved from 2 January · Tue 5 = day 2 · Wed 6 = day 3, due by 23:59 · Thu 7 Christmas · Fri 8 = last arguable day · the calendar for 2027 is a forecast, the date may move',
  ],
  [
    'kk',
    '2026-12-31',
    'бс 31 желтоқсан, келген күні = 1-күн · жм 2027 ж. 1 қаңтар: Жаңа жыл · сб 2, жс 3: демалыс · дс 4: Жаңа жыл, 2 қаңтар орнына · сс 5 = 2-күн · ср 6 = 3-күн, мерзімі 23:59-ға дейін · бс 7: Рождество · жм 8 = соңғы даулы күн · 2027 күнтізбесі – болжам, күн жылжуы мүмкін',
  ],
  // No data for the year.
  [
    'ru',
    '2028-03-31',
    'пт 31 марта заезд = день 1 · сб 1 апреля, вс 2: выходные · пн 3 = день 2 · вт 4 = день 3, срок до 23:59 · ср 5 = крайний спорный день · календаря на 2028 нет, считаем пн–пт',
  ],
])('%s: the count of an arrival on %s', (language, arrival, text) => {
  expect(countOf(calendarDate(arrival), language)).toBe(text)
})

const ARRIVALS = Array.from({ length: 365 * 5 }, (_, offset) => addDays(calendarDate('2024-01-01'), offset))

/** The days of the month an English line names, those inside a range counted along. */
function daysNamed(line: string): readonly number[] {
  return line.split(' · ').flatMap((piece) => {
    const named = [...piece.matchAll(/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d+)/g)].map((match) => Number(match[1]))
    const [from = 0, to = 0] = named
    return piece.includes(' – ') ? Array.from({ length: to - from + 1 }, (_, index) => from + index) : named
  })
}

test('for every arrival of five years the line names every day of the count, in order', () => {
  for (const arrival of ARRIVALS) {
    const { explanation } = arrivalDeadline(arrival, CALENDAR)
    expect({ arrival, days: daysNamed(countOf(arrival, 'en')) }).toEqual({
      arrival,
      days: explanation.map((day) => Number(day.date.slice(8))),
    })
  }
})

test.each([
  ['kk', 'болжам', 'күнтізбесі жоқ'],
  ['ru', 'прогноз', 'нет, считаем пн–пт'],
  ['en', 'forecast', 'no calendar'],
] as const)(
  'in %s a forecast and a year without a calendar are said whenever they decided, and only then',
  (language, forecast, none) => {
    const seen = new Set<string>()
    for (const arrival of ARRIVALS) {
      const { calendar } = arrivalDeadline(arrival, CALENDAR)
      const line = countOf(arrival, language)
      const said = { arrival, forecast: line.includes(forecast), none: line.includes(none) }
      expect(said).toEqual({ arrival, forecast: calendar.forecast, none: calendar.noCalendarYears.length > 0 })
      seen.add(`${said.forecast} ${said.none}`)
    }
    expect([...seen].sort()).toEqual(['false false', 'false true', 'true false', 'true true'])
  },
)

test('a holiday that a calendar brings by a name of its own is shown as it is, whatever the name', () => {
  const words = wordsIn('ru')
  for (const key of ['День города', 'constructor', '__proto__', 'toString']) expect(holidayName(key, words)).toBe(key)
  expect(holidayName('nauryz', words)).toBe('Наурыз')
})

test.each(LANGUAGES)('in %s every reason has a word, an ordinary working day none', (language) => {
  const words = wordsIn(language)
  const day = calendarDate('2026-01-05')
  expect(dayReasonInWords({ kind: 'working' }, words)).toBe('')
  expect(dayReasonInWords({ kind: 'transferred_off', instead: day }, words)).toContain(dayMonth(day, language))
  const others = [
    dayReasonInWords({ kind: 'working_weekend' }, words),
    dayReasonInWords({ kind: 'weekend' }, words),
    dayReasonInWords({ kind: 'holiday', holiday: 'nauryz' }, words),
    dayReasonInWords({ kind: 'substitute', holiday: 'nauryz', instead: day }, words),
    dayReasonInWords({ kind: 'no_calendar' }, words),
  ]
  expect(new Set(others.filter((text) => text !== '')).size).toBe(5)
})
