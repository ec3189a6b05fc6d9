import { describe, expect, test } from 'vitest'
import type { StayRegimeView } from '#shared/contract/law-schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { daysLeftInWords, dutyInWords } from '#shared/i18n/explain/duty.ts'
import { dutyExplanationInWords, spanInWords } from '#shared/i18n/explain/duty-explanation.ts'
import { olderRegimeInWords, regimeInWords } from '#shared/i18n/explain/regime.ts'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { wordsIn } from '#shared/i18n/words.ts'
import { arrivalDeadline } from '#shared/regulation/arrival-deadline.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'
import {
  type DatedDuty,
  DUTY_KINDS,
  DUTY_NEEDS,
  DUTY_NOTES,
  type Duty,
  type ExplainedSpan,
} from '#shared/regulation/duties/duty.ts'

type VisaRegime = NonNullable<StayRegimeView['current']>

const day = calendarDate
const ENTRY = day('2026-07-10')

const SPANS: readonly ExplainedSpan[] = [
  { from: day('2026-05-01'), to: day('2026-05-31'), kind: 'present', firstDay: 1, lastDay: 31 },
  { from: day('2026-06-01'), to: day('2026-07-09'), kind: 'away', firstDay: null, lastDay: null },
  { from: ENTRY, to: day('2026-07-12'), kind: 'present', firstDay: 32, lastDay: 34 },
  { from: day('2026-07-13'), to: day('2026-09-06'), kind: 'ahead', firstDay: 35, lastDay: 90 },
]
const WINDOW = {
  kind: 'window',
  maxDays: 90,
  periodDays: 180,
  usedDays: 34,
  asOf: day('2026-07-12'),
  spans: SPANS,
} as const satisfies DatedDuty['explanation']

function dated(more: Partial<DatedDuty> = {}): DatedDuty {
  return {
    kind: 'stay_limit',
    rule: 'visa-regimes@2025-09',
    binds: 'guest',
    severity: 'overstay',
    certainty: 'open',
    notes: ['entry_day_counts'],
    acts: [],
    state: 'dated',
    strictDue: day('2026-10-07'),
    latestDue: day('2026-10-07'),
    remindFrom: null,
    explanation: { kind: 'calendar_days', start: ENTRY, allowedDays: 90, spans: [] },
    ...more,
  }
}

describe('why a clock ends when it does', () => {
  test.each<[Language, string]>([
    ['ru', 'въезд 10 июля = день 1 … день 90 – 7 октября'],
    ['kk', '10 шілде, кірген күні = 1-күн … 90-күн – 7 қазан'],
    ['en', 'entry 10 July = day 1 … day 90 – 7 October'],
  ])('%s: so many calendar days from the entry', (language, text) => {
    expect(dutyExplanationInWords(dated(), wordsIn(language))).toBe(text)
  })

  test('the year is said where it is another one', () => {
    const explanation = { kind: 'calendar_days', start: day('2026-11-10'), allowedDays: 90, spans: [] } as const
    expect(dutyExplanationInWords(dated({ explanation }), wordsIn('ru'))).toBe(
      'въезд 10 ноября = день 1 … день 90 – 7 февраля 2027',
    )
  })

  test('one day allowed is the day of entry', () => {
    const explanation = { kind: 'calendar_days', start: ENTRY, allowedDays: 1, spans: [] } as const
    expect(dutyExplanationInWords(dated({ explanation }), wordsIn('ru'))).toBe('въезд 10 июля = день 1, он же последний')
  })

  test.each<[Language, string]>([
    [
      'ru',
      '12 июля: использовано 34 из 90 дней за последние 180 · 1–31 мая здесь, дни 1–31 · 10–12 июля здесь, дни 32–34 · если гость останется, последний день – 6 сентября',
    ],
    [
      'kk',
      '12 шілде: соңғы 180 күнде 34 күн болды, рұқсаты 90 күн · 1–31 мамыр осында, 1–31-күн · 10–12 шілде осында, 32–34-күн · қонақ қала берсе, соңғы күні – 6 қыркүйек',
    ],
    [
      'en',
      '12 July: 34 of 90 days used in the last 180 · 1–31 May here, days 1–31 · 10–12 July here, days 32–34 · if the guest stays on, the last day is 6 September',
    ],
  ])('%s: a rolling window tells what is used and by which visits', (language, text) => {
    const duty = dated({ kind: 'window_limit', strictDue: day('2026-09-06'), explanation: WINDOW })
    expect(dutyExplanationInWords(duty, wordsIn(language))).toBe(text)
  })

  test('a window that is over says so, with its last day', () => {
    const explanation = { ...WINDOW, usedDays: 91, asOf: day('2026-10-08'), spans: [] }
    const over = (language: Language) =>
      dutyExplanationInWords(dated({ strictDue: day('2026-10-07'), explanation }), wordsIn(language))
    expect(LANGUAGES.map(over)).toEqual([
      '8 қазан: соңғы 180 күнде 91 күн болды, рұқсаты 90 күн · рұқсат ср, 7 қазанда бітті',
      '8 октября: использовано 91 из 90 дней за последние 180 · лимит вышел ср, 7 октября',
      '8 October: 91 of 90 days used in the last 180 · the limit ended on Wed, 7 October',
    ])
  })

  test.each([
    [1, 'из 1 дня'],
    [14, 'из 14 дней'],
    [21, 'из 21 дня'],
    [42, 'из 42 дней'],
    [90, 'из 90 дней'],
  ])('Russian counts the days of a limit: %i', (maxDays, text) => {
    expect(dutyExplanationInWords(dated({ explanation: { ...WINDOW, maxDays } }), wordsIn('ru'))).toContain(text)
  })

  test('working days are told one by one, a printed date is told to be printed', () => {
    const {
      explanation: days,
      calendar,
      strictDue,
      latestDue,
    } = arrivalDeadline(day('2026-12-31'), workingCalendar(BUILT_IN_YEARS))
    const duty = dated({ strictDue, latestDue, explanation: { kind: 'working_days', days, calendar } })
    expect(dutyExplanationInWords(duty, wordsIn('ru'))).toMatch(
      /^чт 31 декабря заезд = день 1 · .*прогноз, дата может сдвинуться$/,
    )
    expect(dutyExplanationInWords(dated({ explanation: { kind: 'printed', in: 'visa' } }), wordsIn('ru'))).toBe('дата из визы')
    expect(dutyExplanationInWords(dated({ explanation: { kind: 'printed', in: 'document' } }), wordsIn('en'))).toBe(
      'date from the document',
    )
  })

  test('each run of days says who was where', () => {
    expect(SPANS.map((span) => spanInWords(span, 2026, wordsIn('ru')))).toEqual([
      '1–31 мая здесь, дни 1–31',
      '1 июня – 9 июля не здесь, не в счёт',
      '10–12 июля здесь, дни 32–34',
      '13 июля – 6 сентября если останется, дни 35–90',
    ])
    const [first] = SPANS
    if (first === undefined) throw new Error('no span')
    expect(spanInWords({ ...first, to: first.from, lastDay: 1 }, 2025, wordsIn('en'))).toBe('1 May 2026 here, day 1')
  })
})

describe('a clock in words', () => {
  test('with its date, both where two are arguable', () => {
    const duty = dated({
      kind: 'reregistration',
      binds: 'host_and_guest',
      severity: 'fine',
      strictDue: day('2026-07-14'),
      latestDue: day('2026-07-15'),
      notes: ['may_replace_arrival_notice'],
      acts: ['order_923', 'an_act_of_2030'],
    })
    expect(dutyInWords(duty, wordsIn('ru'))).toEqual({
      name: 'Регистрация по новому адресу',
      what: 'Гость сменил адрес – его регистрируют заново за 5 рабочих дней.',
      moment: 'вт, 14 июля 2026, до 23:59; по другому счёту – ср, 15 июля',
      binds: 'обязаны гость и принимающая сторона',
      severity: 'просрочка – штраф',
      certainty: 'спорно',
      explanation: 'въезд 10 июля = день 1 … день 90 – 7 октября',
      notes: ['Заменяет ли регистрация уведомление за 3 рабочих дня, из приказа неясно: держите оба срока.'],
      acts: ['Приказ министра внутренних дел РК № 923 от 17.11.2025', 'an_act_of_2030'],
    })
  })

  test('without a date it says what is missing', () => {
    const waiting: Duty = {
      kind: 'window_limit',
      rule: 'visa-regimes@2025-09',
      binds: 'guest',
      severity: 'overstay',
      certainty: 'advisory',
      notes: [],
      acts: [],
      state: 'waiting',
      needs: ['citizenship', 'border_entry_date'],
    }
    expect(LANGUAGES.map((language) => dutyInWords(waiting, wordsIn(language)).moment)).toEqual([
      'есептелмейді, жетіспейді: азаматтығы, кірген күні',
      'не посчитать, нет данных: гражданство, день въезда',
      'cannot be counted yet, missing: citizenship, day of entry',
    ])
  })

  test('a forecast is said once: by the count itself where days are counted, else by its note', () => {
    const { explanation: days, calendar } = arrivalDeadline(day('2026-12-31'), workingCalendar(BUILT_IN_YEARS))
    const counted = dutyInWords(
      dated({ notes: ['forecast'], explanation: { kind: 'working_days', days, calendar } }),
      wordsIn('ru'),
    )
    expect([counted.notes, counted.explanation?.includes('прогноз')]).toEqual([[], true])
    expect(dutyInWords(dated({ notes: ['forecast'] }), wordsIn('ru')).notes).toEqual([
      'Календарь – прогноз: с официальным календарём дата может сдвинуться.',
    ])
  })

  test.each(LANGUAGES)('in %s every kind, note and need has its own words', (language) => {
    const { say } = wordsIn(language)
    const all = [
      ...DUTY_KINDS.flatMap((kind) => [say(`duties.kinds.${kind}.name`), say(`duties.kinds.${kind}.what`)]),
      ...DUTY_NOTES.map((note) => say(`duties.notes.${note}`)),
      ...DUTY_NEEDS.flatMap((need) => [say(`duties.needs.${need}.name`), say(`duties.needs.${need}.todo`)]),
    ]
    expect(new Set(all).size).toBe(all.length)
    expect(all.filter((text) => /\{\{|\w+\.\w+\.\w+/.test(text))).toEqual([])
  })

  test.each<[Language, readonly string[]]>([
    [
      'ru',
      [
        'вышел 5 дней назад',
        'вышел 1 день назад',
        'сегодня последний день',
        'остался 1 день',
        'осталось 3 дня',
        'осталось 25 дней',
        'остался 81 день',
      ],
    ],
    [
      'kk',
      ['5 күн бұрын өтті', '1 күн бұрын өтті', 'бүгін соңғы күн', '1 күн қалды', '3 күн қалды', '25 күн қалды', '81 күн қалды'],
    ],
    [
      'en',
      [
        'passed 5 days ago',
        'passed 1 day ago',
        'today is the last day',
        '1 day left',
        '3 days left',
        '25 days left',
        '81 days left',
      ],
    ],
  ])('%s: how much is left', (language, texts) => {
    expect([-5, -1, 0, 1, 3, 25, 81].map((days) => daysLeftInWords(days, wordsIn(language)))).toEqual(texts)
  })
})

describe('a regime in words', () => {
  const regime = (more: Partial<VisaRegime>): VisaRegime => ({
    regime: 'visa_free',
    perEntryDays: 30,
    window: null,
    basis: null,
    sources: [],
    confidence: 'high',
    note: null,
    conflicts: [],
    disputedPerEntryDays: [],
    ...more,
  })

  test.each<[Language, readonly string[]]>([
    [
      'ru',
      [
        'безвиз 30 дней, не больше 90 дней за 180',
        'безвиз 1 день',
        'безвиз, не больше 42 дней за 180',
        'нужна виза',
        'нужна электронная виза',
        'режим неизвестен',
      ],
    ],
    [
      'kk',
      [
        'визасыз 30 күн, 180 күнде 90 күннен аспайды',
        'визасыз 1 күн',
        'визасыз, 180 күнде 42 күннен аспайды',
        'виза керек',
        'электрондық виза керек',
        'режимі белгісіз',
      ],
    ],
    [
      'en',
      [
        'visa-free 30 days, at most 90 days in any 180',
        'visa-free 1 day',
        'visa-free, at most 42 days in any 180',
        'visa needed',
        'e-visa needed',
        'regime not known',
      ],
    ],
  ])('in %s', (language, texts) => {
    const regimes = [
      regime({ window: { maxDays: 90, periodDays: 180 } }),
      regime({ perEntryDays: 1 }),
      regime({ perEntryDays: null, window: { maxDays: 42, periodDays: 180 } }),
      regime({ regime: 'visa_required', perEntryDays: null }),
      regime({ regime: 'e_visa', perEntryDays: null }),
      null,
    ]
    expect(regimes.map((one) => regimeInWords(one, wordsIn(language)))).toEqual(texts)
  })

  test('beside it what the older list says', () => {
    expect(olderRegimeInWords({ seedPerEntryDays: 30 }, wordsIn('ru'))).toBe('прежний список: безвиз 30 дней')
    expect(olderRegimeInWords({ seedPerEntryDays: null }, wordsIn('ru'))).toBe('в прежнем списке нет')
  })
})
