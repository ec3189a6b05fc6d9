import { expect, test } from 'vitest'
import { emptyCalculation, readCalculation } from '#renderer/screens/rules/calculator/calculation-form.ts'
import { calculationInText } from '#renderer/screens/rules/calculator/calculation-text.ts'
import type { Answered } from '#renderer/screens/rules/calculator/use-calculation.ts'
import { monthOfData } from '#renderer/screens/rules/month-of-data.ts'
import { weekdayDayIn } from '#renderer/screens/rules/weekday-day-in.ts'
import { calendarDate, daysBetween } from '#shared/domain/calendar-date.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { wordsIn } from '#shared/i18n/words.ts'
import { arrivalDeadline } from '#shared/regulation/arrival-deadline.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'
import type { Deadline } from '#shared/regulation/deadline-types.ts'
import { dutiesOfStay } from '#shared/regulation/duties/duties-of-stay.ts'
import { stayRegimeOf } from '#shared/regulation/stay/stay-regime.ts'

const TODAY = calendarDate('2026-05-05')
const CALENDAR = workingCalendar(BUILT_IN_YEARS)

/** As it comes over the contract: lists of its own. */
function copied(deadline: Deadline) {
  const { explanation, calendar } = deadline
  return {
    ...deadline,
    explanation: [...explanation],
    calendar: { ...calendar, noCalendarYears: [...calendar.noCalendarYears] },
  }
}

/** What the desk answers to a calculator filled in like this. */
function answeredOf(arrival: string, citizenship: string, borderEntry = ''): Answered {
  const { input } = readCalculation({ ...emptyCalculation(TODAY), arrival, citizenship, borderEntry }, TODAY)
  if (input === null) throw new Error('The sample cannot be read')
  const deadline = arrivalDeadline(input.arrival, CALENDAR)
  const duties = dutiesOfStay(
    { ...input, documentNumber: null, visaNumber: null, hasNoExpiry: false, asOf: TODAY },
    CALENDAR,
  ).map((duty) =>
    duty.state === 'dated'
      ? { ...duty, isFollowed: true, daysLeft: daysBetween(TODAY, duty.strictDue) }
      : { ...duty, isFollowed: true },
  )
  const isOwed = citizenship !== 'KAZ'
  return {
    input,
    calculation: {
      deadline: isOwed ? { ...copied(deadline), alarmReading: 'strict', channelCutoff: null, actBy: deadline.strictDue } : null,
      duties: isOwed ? duties : [],
      regime: stayRegimeOf({ ...input, documentNumber: null }),
    },
  }
}

test('the text says what was asked, both dates with the count, and that it only advises', () => {
  const lines = calculationInText(answeredOf('20.03.2026', 'DEU'), wordsIn('ru')).split('\n')
  expect(lines.slice(0, 7)).toEqual([
    'Расчёт Qabyl',
    'Заезд: 20 марта 2026',
    'Гражданство: Германия',
    '',
    'Уведомление о заезде',
    'Со дня заезда: пт, 27 марта 2026, до 23:59',
    'Со следующего дня: пн, 30 марта 2026, до 23:59',
  ])
  expect(lines[7]).toMatch(/^пт 20 марта заезд = день 1 .*Наурыз.* чт 26 = день 2 .* пт 27 = день 3/)
  expect(lines.at(-1)).toBe('Это расчёт для справки. Решают закон и отметки в документах.')
})

test('every other clock stands in it with its date or what it lacks', () => {
  const text = calculationInText(answeredOf('12.07.2026', 'RUS', '10.07.2026'), wordsIn('ru'))
  expect(text).toContain('Регистрация до 30-го дня: сб, 8 августа 2026, до 23:59')
  expect(text).toContain('сейчас: безвиз 90 дней')
  expect(text).toMatch(/Срок документа: .*срок документа/)
})

test('a citizen of Kazakhstan: one sentence and no dates', () => {
  const lines = calculationInText(answeredOf('20.03.2026', 'KAZ'), wordsIn('ru')).split('\n')
  expect(lines).toContain('Уведомление не нужно')
  expect(lines.filter((line) => line.includes('23:59'))).toEqual([])
})

test.each(LANGUAGES)('in %s no message is missing and no variable left open', (language) => {
  const text = calculationInText(answeredOf('31.12.2026', 'TUR', '30.12.2026'), wordsIn(language))
  expect(text).not.toMatch(/\{\{|rules\.|duties\.|undefined|null/)
  expect(text.split('\n').length).toBeGreaterThan(12)
})

test('the year is said where it is another one', () => {
  expect(weekdayDayIn(calendarDate('2026-08-07'), TODAY, 'ru')).toBe('пт, 7 августа')
  expect(LANGUAGES.map((language) => weekdayDayIn(calendarDate('2027-01-07'), TODAY, language))).toEqual([
    'бс, 2027 ж. 7 қаңтар',
    'чт, 7 января 2027',
    'Thu, 7 January 2027',
  ])
})

test('the age of the visa data is a month in words; what is no month stands as it is', () => {
  expect(LANGUAGES.map((language) => monthOfData('2025-09', language))).toEqual([
    '2025 ж. қыркүйек',
    'сентябрь 2025',
    'September 2025',
  ])
  expect(monthOfData('autumn', 'en')).toBe('autumn')
})
