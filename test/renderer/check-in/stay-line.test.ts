import { expect, test } from 'vitest'
import { stayLine } from '#renderer/screens/check-in/stay-line.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { datedClock, regime, TODAY, waitingClock } from '../guest/clock-samples.ts'
import { wordsIn } from '../i18n/words.ts'

const WINDOW = { kind: 'window', maxDays: 90, periodDays: 180, usedDays: 34, asOf: TODAY, spans: [] } as const

test('the clock that ends first, with what it counts from', async () => {
  const words = await wordsIn('ru')
  const limit = datedClock()
  const window = datedClock({
    kind: 'window_limit',
    strictDue: calendarDate('2026-08-01'),
    daysLeft: 12,
    explanation: { ...WINDOW, spans: [] },
  })
  const visa = datedClock({
    kind: 'visa_expiry',
    strictDue: calendarDate('2027-02-15'),
    daysLeft: 210,
    explanation: { kind: 'printed', in: 'visa' },
  })
  expect([
    stayLine({ duties: [limit], regime: regime() }, TODAY, words),
    stayLine({ duties: [limit, window], regime: regime() }, TODAY, words),
    stayLine({ duties: [visa], regime: regime({ regime: 'visa_required' }) }, TODAY, words),
  ]).toEqual([
    'Безвизовый срок: до 8 августа, день 1 – въезд 10 июля',
    'Безвизовые дни за полгода: до 1 августа, прошло 34 из 90',
    'Срок визы: до 15 февраля 2027',
  ])
})

test('without a date, what is allowed and what to fill in', async () => {
  const words = await wordsIn('ru')
  expect([
    stayLine({ duties: [waitingClock('stay_limit', ['border_entry_date'])], regime: regime() }, TODAY, words),
    stayLine(
      { duties: [waitingClock('visa_expiry', ['visa_valid_until'])], regime: regime({ regime: 'visa_required' }) },
      TODAY,
      words,
    ),
  ]).toEqual(['Безвиз 30 дней. Впишите день въезда', 'Нужна виза. Впишите срок визы'])
})

test('nothing where nothing limits the stay, nothing is known, or the property does not follow the clock', async () => {
  const words = await wordsIn('ru')
  expect([
    stayLine({ duties: [], regime: null }, TODAY, words),
    stayLine({ duties: [waitingClock('stay_limit', ['citizenship', 'border_entry_date'])], regime: null }, TODAY, words),
    stayLine({ duties: [datedClock({ isFollowed: false })], regime: regime() }, TODAY, words),
    stayLine({ duties: [datedClock({ kind: 'document_expiry' })], regime: regime() }, TODAY, words),
  ]).toEqual([null, null, null, null])
})

test.each(LANGUAGES)('every line is a sentence in %s', async (language) => {
  const words = await wordsIn(language)
  const lines = [
    datedClock(),
    datedClock({ explanation: { ...WINDOW, spans: [] } }),
    datedClock({ explanation: { kind: 'printed', in: 'visa' } }),
    waitingClock('stay_limit', ['border_entry_date']),
  ].map((duty) => stayLine({ duties: [duty], regime: regime() }, TODAY, words))
  expect(lines.filter((line) => line === null || /\{\{|\w\.\w/.test(line))).toEqual([])
})
