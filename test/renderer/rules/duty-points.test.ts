import { describe, expect, test } from 'vitest'
import { costThisYear, indexLines, readIndex } from '#renderer/screens/rules/duty/cost.ts'
import { dutyPoints } from '#renderer/screens/rules/duty/duty-points.ts'
import type { Rules } from '#shared/contract/law-schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { wordsIn } from '#shared/i18n/words.ts'
import type { PropertyKind } from '#shared/regulation/exposure.ts'

const RU = wordsIn('ru')
const MCI = { natural_person: 0, small_business: 10, non_profit: 10, medium_business: 15, large_business: 20 }

function rulesOf(kind: PropertyKind, businessDate = '2026-05-05'): Pick<Rules, 'exposure' | 'businessDate'> {
  const indexes = [
    { year: 2025, tenge: 3932, confidence: 'high' as const, isOwn: false },
    { year: 2026, tenge: 4325, confidence: 'low' as const, isOwn: false },
  ]
  return { businessDate: calendarDate(businessDate), exposure: { kind, mciByKind: MCI, indexes } }
}

const arrival = calendarDate('2026-05-05')

describe('the four points', () => {
  test('say whom, by when, until when the portal takes it, and what it may cost here', () => {
    const points = dutyPoints(rulesOf('small_business'), { arrival, channelCutoff: calendarDate('2026-05-07') }, RU)
    expect(points.map(({ title }) => title)).toEqual([
      'О каждом госте без гражданства Казахстана',
      'За 3 рабочих дня со дня заезда, до 23:59',
      'Портал закрывается раньше срока',
      'Опоздание может стоить 10 МРП за гостя',
    ])
    expect(points[2]?.text).toContain('старше 2 дней')
    expect(points[3]?.text).toBe('Это около 43\u00a0250\u00a0₸ для вашего объекта (малый бизнес или ИП).')
  })

  test('a channel without a limit of its own closes nothing early', () => {
    const [, , channel] = dutyPoints(rulesOf('small_business'), { arrival, channelCutoff: null }, RU)
    expect(channel?.title).toBe('Канал принимает до конца срока')
  })

  test('nothing is said about the channel while the desk has not answered', () => {
    expect(dutyPoints(rulesOf('large_business'), undefined, RU).map(({ icon }) => icon)).toEqual(['guests', 'clock', 'shield'])
  })

  test('a natural person is warned, and a sum nobody knows is never 0', () => {
    expect(dutyPoints(rulesOf('natural_person'), undefined, RU).at(-1)?.title).toBe('За опоздание – предупреждение')
    const unknown = dutyPoints(rulesOf('medium_business', '2027-01-08'), undefined, RU).at(-1)
    expect(unknown).toMatchObject({
      title: 'Опоздание может стоить 15 МРП за гостя',
      text: 'Сумма в тенге неизвестна: МРП на 2027 год не указан (средний бизнес).',
    })
  })
})

test('the cost is counted with the index of the current year', () => {
  expect(costThisYear(rulesOf('large_business', '2025-12-31'))).toEqual({ year: 2025, mci: 20, amount: 78_640 })
  expect(costThisYear(rulesOf('large_business'))).toEqual({ year: 2026, mci: 20, amount: 86_500 })
})

test('the current year always has its line, the next one from December on', () => {
  const years = (businessDate: string) =>
    indexLines(rulesOf('small_business', businessDate)).map(({ year, index }) => [year, index?.tenge])
  expect(years('2026-11-30')).toEqual([
    [2026, 4325],
    [2025, 3932],
  ])
  expect(years('2026-12-01')).toEqual([
    [2027, undefined],
    [2026, 4325],
    [2025, 3932],
  ])
})

test.each([
  ['4325', 4325],
  ['4 325', 4325],
  ['4\u00a0325', 4325],
  ['1000000', 1_000_000],
  ['1000001', null],
  ['0', null],
  ['4325,5', null],
  ['-4325', null],
  ['', null],
])('the index %j is read as %j', (text, value) => {
  expect(readIndex(text)).toBe(value)
})
