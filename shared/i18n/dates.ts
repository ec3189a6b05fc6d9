import { tz } from '@date-fns/tz'
import { format, type Locale } from 'date-fns'
import { enGB } from 'date-fns/locale/en-GB'
import { kk } from 'date-fns/locale/kk'
import { ru } from 'date-fns/locale/ru'
import { assertNever } from '../domain/assert-never.ts'
import { type CalendarDate, calendarDate } from '../domain/calendar-date.ts'
import type { IsoInstant } from '../domain/clock.ts'
import type { PartialDate } from '../domain/guest.ts'
import { monthEnding, timeInCase } from './kazakh-endings.ts'
import type { Language } from './language.ts'

// Never Intl: Chromium claims Kazakh and then answers "2026 M11 23, Mon".
const LOCALES: Readonly<Record<Language, Locale>> = { kk, ru, en: enGB }

/** `вт`, `сс`, `Tue`. */
export function weekdayShort(date: CalendarDate, language: Language): string {
  return write(date, language === 'en' ? 'EEE' : 'EEEEEE', language)
}

/** `вторник`, `сейсенбі`, `Tuesday`. */
export function weekdayLong(date: CalendarDate, language: Language): string {
  return write(date, 'EEEE', language)
}

/** The month a day lies in, as a heading: `Март`, `Наурыз`, `March`. */
export function monthHeading(date: CalendarDate, language: Language): string {
  const name = write(date, 'LLLL', language)
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

/** `8 мая`, `8 мамыр`, `8 May`. */
export function dayMonth(date: CalendarDate, language: Language): string {
  return write(date, 'd MMMM', language)
}

/** `30 апр`, `30 сәу`, `30 Apr`. */
export function dayMonthShort(date: CalendarDate, language: Language): string {
  const [day, month] = write(date, 'd MMM', language).split(' ')
  return `${day} ${month?.slice(0, 3)}`
}

/** `пт, 8 мая`, `жм, 8 мамыр`, `Fri, 8 May`. */
export function weekdayDay(date: CalendarDate, language: Language): string {
  return `${weekdayShort(date, language)}, ${dayMonth(date, language)}`
}

/** `пт, 8 мая`, `ср, 18 ноя`, `Wed, 18 Nov`: for a column of a table. */
export function weekdayDayShort(date: CalendarDate, language: Language): string {
  return `${weekdayShort(date, language)}, ${dayMonthShort(date, language)}`
}

/** `5 мая 2026`, `2026 ж. 5 мамыр`, `5 May 2026`. */
export function longDay(date: CalendarDate, language: Language): string {
  return language === 'kk' ? `${date.slice(0, 4)} ж. ${dayMonth(date, language)}` : write(date, 'd MMMM yyyy', language)
}

/** What a report of that day is: `за 5 мая 2026`, `2026 жылғы 5 мамырдағы`, `for 5 May 2026`. */
export function ofDay(date: CalendarDate, language: Language): string {
  switch (language) {
    case 'kk': {
      const locative = monthEnding(monthOf(date), 'locative')
      return `${date.slice(0, 4)} жылғы ${dayMonth(date, language)}${locative}${locative.endsWith('е') ? 'гі' : 'ғы'}`
    }
    case 'ru':
      return `за ${longDay(date, language)}`
    case 'en':
      return `for ${longDay(date, language)}`
    default:
      return assertNever(language)
  }
}

/** `Вт, 5 мая 2026`, `Сс, 2026 ж. 5 мамыр`, `Tue, 5 May 2026`. */
export function fullDay(date: CalendarDate, language: Language): string {
  const weekday = weekdayShort(date, language)
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}, ${longDay(date, language)}`
}

/** `14.09.1988`; `09.1988` or `1988` when the document says no more. The same in every language, as forms here ask for it. */
export function numericDay(date: PartialDate): string {
  return date.split('-').reverse().join('.')
}

/** `до 7 мая`, `7 мамырға дейін`, `until 7 May`. */
export function untilDay(date: CalendarDate, language: Language): string {
  switch (language) {
    case 'kk':
      return `${dayMonth(date, language)}${monthEnding(monthOf(date), 'dative')} дейін`
    case 'ru':
      return `до ${dayMonth(date, language)}`
    case 'en':
      return `until ${dayMonth(date, language)}`
    default:
      return assertNever(language)
  }
}

/** `с пт, 8 мая`, `жм, 8 мамырдан бастап`, `from Fri, 8 May`. */
export function fromDay(date: CalendarDate, language: Language): string {
  return startingAt(weekdayDay(date, language), date, language)
}

/** `с 8 мая`, `8 мамырдан бастап`, `from 8 May`: where there is no room for the weekday. */
export function fromDayMonth(date: CalendarDate, language: Language): string {
  return startingAt(dayMonth(date, language), date, language)
}

/** Where something is moved: `на 8 мая`, `8 мамырға`, `to 8 May`. */
export function ontoDay(date: CalendarDate, language: Language): string {
  const day = dayMonth(date, language)
  switch (language) {
    case 'kk':
      return `${day}${monthEnding(monthOf(date), 'dative')}`
    case 'ru':
      return `на ${day}`
    case 'en':
      return `to ${day}`
    default:
      return assertNever(language)
  }
}

/** The day something happened: `пн, 4 мая`, `дс, 4 мамырда`, `Mon, 4 May`. */
export function onDay(date: CalendarDate, language: Language): string {
  const day = weekdayDay(date, language)
  return language === 'kk' ? `${day}${monthEnding(monthOf(date), 'locative')}` : day
}

/** `time` is `HH:mm`: `в 14:52`, `14:52-де`, `at 14:52`. */
export function atTime(time: string, language: Language): string {
  switch (language) {
    case 'kk':
      return timeInCase(time, 'locative')
    case 'ru':
      // "во 2:00" is how 02:00 is said, but clocks here are written with two figures and read "в 02:00".
      return `в ${time}`
    case 'en':
      return `at ${time}`
    default:
      return assertNever(language)
  }
}

/** `с 14:43`, `14:43-тен бері`, `since 14:43`. */
export function sinceTime(time: string, language: Language): string {
  switch (language) {
    case 'kk':
      return `${timeInCase(time, 'ablative')} бері`
    case 'ru':
      return `с ${time}`
    case 'en':
      return `since ${time}`
    default:
      return assertNever(language)
  }
}

/** `до 15:00`, `15:00-ге дейін`, `until 15:00`. */
export function untilTime(time: string, language: Language): string {
  switch (language) {
    case 'kk':
      return `${timeInCase(time, 'dative')} дейін`
    case 'ru':
      return `до ${time}`
    case 'en':
      return `until ${time}`
    default:
      return assertNever(language)
  }
}

/** `HH:mm` on the property's clock. */
export function localTime(instant: IsoInstant, zone: string): string {
  return format(instant, 'HH:mm', { in: tz(zone) })
}

/** The property's calendar day of an instant. */
export function localDay(instant: IsoInstant, zone: string): CalendarDate {
  return calendarDate(format(instant, 'yyyy-MM-dd', { in: tz(zone) }))
}

function write(date: CalendarDate, pattern: string, language: Language): string {
  const [year, month, day] = date.split('-').map(Number)
  return format(new Date(year ?? 0, (month ?? 1) - 1, day ?? 1), pattern, { locale: LOCALES[language] })
}

function startingAt(day: string, date: CalendarDate, language: Language): string {
  switch (language) {
    case 'kk':
      return `${day}${monthEnding(monthOf(date), 'ablative')} бастап`
    case 'ru':
      return `с ${day}`
    case 'en':
      return `from ${day}`
    default:
      return assertNever(language)
  }
}

function monthOf(date: CalendarDate): number {
  return Number(date.slice(5, 7))
}
