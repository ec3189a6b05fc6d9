import { expect, test } from 'vitest'
import { briefMoment, type DueNotice, duration, happenedAt, lastMoment, minutesLeftToday } from '#renderer/i18n/moments.ts'
import { type CalendarDate, calendarDate } from '#shared/domain/calendar-date.ts'
import type { Language } from '#shared/i18n/language.ts'
import { wordsIn } from './words.ts'

const TUESDAY = calendarDate('2026-05-05')

function due(lane: DueNotice['lane'], alarm: string, more: Partial<DueNotice> = {}): DueNotice {
  const day = calendarDate(alarm)
  return {
    lane,
    actBy: day,
    strictDue: day,
    latestDue: day,
    channelCutoff: null,
    workingDaysLeft: 0,
    arrivalAt: '2026-04-30T21:40',
    ...more,
  }
}

const LATER = due('later', '2026-05-08', { workingDaysLeft: 2 })

test.each<[Language, DueNotice, string, string | null]>([
  ['ru', due('overdue', '2026-05-04'), 'срок вышел вчера в 23:59', null],
  ['ru', due('overdue', '2026-04-30'), 'срок вышел чт, 30 апреля', null],
  ['ru', due('today', '2026-05-05'), 'сегодня до 23:59', 'заезд 30 апр'],
  ['ru', due('tomorrow', '2026-05-06'), 'завтра до 23:59', 'заезд 30 апр'],
  ['ru', LATER, '2 рабочих дня', 'пт, 8 мая'],
  ['ru', { ...LATER, workingDaysLeft: 1 }, '1 рабочий день', 'пт, 8 мая'],
  ['ru', { ...LATER, workingDaysLeft: 5 }, '5 рабочих дней', 'пт, 8 мая'],
  ['ru', { ...LATER, workingDaysLeft: 21 }, '21 рабочий день', 'пт, 8 мая'],
  ['kk', due('overdue', '2026-05-04'), 'мерзімі кеше 23:59-да өтті', null],
  ['kk', due('overdue', '2026-04-30'), 'мерзімі бс, 30 сәуірде өтті', null],
  ['kk', due('today', '2026-05-05'), 'бүгін 23:59-ға дейін', 'келді 30 сәу'],
  ['kk', due('tomorrow', '2026-05-06'), 'ертең 23:59-ға дейін', 'келді 30 сәу'],
  ['kk', LATER, '2 жұмыс күні', 'жм, 8 мамыр'],
  ['en', due('overdue', '2026-05-04'), 'was due yesterday at 23:59', null],
  ['en', due('today', '2026-05-05'), 'today by 23:59', 'arrived 30 Apr'],
  ['en', LATER, '2 working days', 'Fri, 8 May'],
])('%s: the last moment of %o is %s', async (language, notice, text, note) => {
  const moment = lastMoment(notice, TUESDAY, await wordsIn(language))
  expect({ text: moment.text, note: moment.note }).toEqual({ text, note })
})

test.each([
  ['ru', '2026-05-04', 'вышел вчера в 23:59'],
  ['ru', '2026-04-30', 'вышел чт, 30 апр'],
  ['kk', '2026-05-04', 'кеше 23:59-да өтті'],
  ['kk', '2026-04-30', 'бс, 30 сәу өтті'],
  ['en', '2026-04-30', 'was due Thu, 30 Apr'],
] as const)('%s: in a column, a deadline of %s that has passed is "%s"', async (language, day, text) => {
  expect(briefMoment(due('overdue', day), TUESDAY, await wordsIn(language))).toBe(text)
})

test('in a column, a deadline that is still ahead is worded as everywhere', async () => {
  expect(briefMoment(LATER, TUESDAY, await wordsIn('ru'))).toBe('2 рабочих дня')
})

test('the portal that closes before the law does is named beside the moment', async () => {
  const words = await wordsIn('ru')
  const cutoff = calendarDate('2026-05-07')
  expect(lastMoment({ ...LATER, actBy: cutoff, channelCutoff: cutoff, workingDaysLeft: 1 }, TUESDAY, words)).toEqual({
    text: '1 рабочий день',
    note: 'чт, 7 мая',
    tone: null,
    portal: 'портал до 7 мая',
  })
})

test('once the portal has closed, the law’s date is what is left', async () => {
  const words = await wordsIn('ru')
  const cutoff = calendarDate('2026-05-04')
  const notice = due('today', '2026-05-06', { actBy: cutoff, channelCutoff: cutoff })
  expect(lastMoment(notice, TUESDAY, words)).toEqual({
    text: 'завтра до 23:59',
    note: 'заезд 30 апр',
    tone: 'today',
    portal: 'портал уже не примет',
  })
})

test('a portal that closes on a Sunday leaves no working day: the day itself is said', async () => {
  const notice = due('later', '2026-05-12', { actBy: calendarDate('2026-05-10'), channelCutoff: calendarDate('2026-05-10') })
  expect(lastMoment(notice, calendarDate('2026-05-08'), await wordsIn('ru')).text).toBe('вс, 10 мая до 23:59')
})

test('where the later reading raises the alarm, its date is the one that passed', async () => {
  const notice = due('overdue', '2026-04-30', { latestDue: calendarDate('2026-05-04') })
  expect(lastMoment(notice, TUESDAY, await wordsIn('ru'), 'latest').text).toBe('срок вышел вчера в 23:59')
})

test('what is left of the property’s day', async () => {
  const words = await wordsIn('ru')
  const left = minutesLeftToday('2026-05-05T09:41:00.000Z', 'Asia/Almaty')
  expect([left, duration(left, words), duration(18, words)]).toEqual([558, '9 ч 18 мин', '18 мин'])
})

test('when something happened', async () => {
  const words = await wordsIn('ru')
  const zone = 'Asia/Almaty'
  const today: CalendarDate = TUESDAY
  expect([
    happenedAt('2026-05-05T04:12:00.000Z', today, zone, words),
    happenedAt('2026-05-04T18:41:00.000Z', today, zone, words),
    happenedAt('2026-05-03T13:40:00.000Z', today, zone, words),
  ]).toEqual(['сегодня, 09:12', 'вчера, 23:41', '3 мая, 18:40'])
})
