import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, calendarDate } from '#shared/domain/calendar-date.ts'
import {
  atTime,
  dayMonth,
  dayMonthShort,
  fromDay,
  fromDayMonth,
  fullDay,
  localDay,
  localTime,
  longDay,
  numericDay,
  onDay,
  sinceTime,
  untilDay,
  untilTime,
  weekdayDay,
} from '#shared/i18n/dates.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'

const DAY = calendarDate('2026-05-08')

test('one day in three languages, every way it is written', () => {
  const written = LANGUAGES.map((language) => [
    dayMonth(DAY, language),
    dayMonthShort(DAY, language),
    weekdayDay(DAY, language),
    longDay(DAY, language),
    fullDay(DAY, language),
    untilDay(DAY, language),
    fromDay(DAY, language),
    fromDayMonth(DAY, language),
    onDay(DAY, language),
  ])
  expect(written).toEqual([
    [
      '8 мамыр',
      '8 мам',
      'жм, 8 мамыр',
      '2026 ж. 8 мамыр',
      'Жм, 2026 ж. 8 мамыр',
      '8 мамырға дейін',
      'жм, 8 мамырдан бастап',
      '8 мамырдан бастап',
      'жм, 8 мамырда',
    ],
    ['8 мая', '8 мая', 'пт, 8 мая', '8 мая 2026', 'Пт, 8 мая 2026', 'до 8 мая', 'с пт, 8 мая', 'с 8 мая', 'пт, 8 мая'],
    [
      '8 May',
      '8 May',
      'Fri, 8 May',
      '8 May 2026',
      'Fri, 8 May 2026',
      'until 8 May',
      'from Fri, 8 May',
      'from 8 May',
      'Fri, 8 May',
    ],
  ])
})

// Node has full ICU and knows Kazakh; the page has not, which is why the words come from elsewhere.
test.each(LANGUAGES)('every day of a year is written as ICU writes it (%s)', (language) => {
  const icu = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  const days = Array.from({ length: 365 }, (_, index) => addDays(calendarDate('2026-01-01'), index))
  const differing = days.filter((day) => dayMonth(day, language) !== icu.format(new Date(`${day}T00:00:00Z`)))
  expect(differing).toEqual([])
})

test('Kazakh months take the ending they are said with', () => {
  const months = Array.from({ length: 12 }, (_, index) => calendarDate(`2026-${String(index + 1).padStart(2, '0')}-05`))
  expect(months.map((day) => [untilDay(day, 'kk'), onDay(day, 'kk').split(', ')[1]])).toEqual([
    ['5 қаңтарға дейін', '5 қаңтарда'],
    ['5 ақпанға дейін', '5 ақпанда'],
    ['5 наурызға дейін', '5 наурызда'],
    ['5 сәуірге дейін', '5 сәуірде'],
    ['5 мамырға дейін', '5 мамырда'],
    ['5 маусымға дейін', '5 маусымда'],
    ['5 шілдеге дейін', '5 шілдеде'],
    ['5 тамызға дейін', '5 тамызда'],
    ['5 қыркүйекке дейін', '5 қыркүйекте'],
    ['5 қазанға дейін', '5 қазанда'],
    ['5 қарашаға дейін', '5 қарашада'],
    ['5 желтоқсанға дейін', '5 желтоқсанда'],
  ])
})

test.each([
  ['13:05', '13:05-те', '13:05-ке дейін', '13:05-тен бері'],
  ['14:52', '14:52-де', '14:52-ге дейін', '14:52-ден бері'],
  ['23:59', '23:59-да', '23:59-ға дейін', '23:59-дан бері'],
  ['23:41', '23:41-де', '23:41-ге дейін', '23:41-ден бері'],
  ['21:40', '21:40-та', '21:40-қа дейін', '21:40-тан бері'],
  ['09:10', '09:10-да', '09:10-ға дейін', '09:10-нан бері'],
  ['18:06', '18:06-да', '18:06-ға дейін', '18:06-дан бері'],
  ['15:00', '15:00-де', '15:00-ге дейін', '15:00-ден бері'],
])('Kazakh time %s takes the ending it is said with', (time, at, until, since) => {
  expect([atTime(time, 'kk'), untilTime(time, 'kk'), sinceTime(time, 'kk')]).toEqual([at, until, since])
})

describe('partial dates', () => {
  test.each([
    ['1988-09-14', '14.09.1988'],
    ['1988-09', '09.1988'],
    ['1988', '1988'],
  ])('%s is written %s', (date, written) => {
    expect(numericDay(date)).toBe(written)
  })
})

test('the property’s day and time, not the PC’s: 19:10 UTC is already tomorrow in Almaty', () => {
  const instant = '2026-05-04T19:10:00.000Z'
  expect([localDay(instant, 'Asia/Almaty'), localTime(instant, 'Asia/Almaty')]).toEqual(['2026-05-05' as CalendarDate, '00:10'])
})
