import { describe, expect, test } from 'vitest'
import { seededRandom } from '#electron/simulator/seeded-random.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { type Presence, windowStanding } from '#shared/regulation/stay/presence-window.ts'
import { checkWindowSpans } from './check-spans.ts'
import { dateOf, dayOf, naiveWindow } from './naive-window.ts'

const seed = Number(process.env['QABYL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
console.info(`presence-window seed ${seed} (QABYL_TEST_SEED=${seed} repeats it)`)

const HALF_YEAR = { maxDays: 90, periodDays: 180 }
const HISTORIES = 10_000

function presences(...days: readonly (readonly [from: string, to: string])[]): readonly Presence[] {
  return days.map(([from, to]) => ({ from: calendarDate(from), to: calendarDate(to) }))
}

function standing(asOf: string, stays: readonly Presence[], limit = HALF_YEAR) {
  const { usedDays, lastLawfulDay } = windowStanding(stays, limit, calendarDate(asOf))
  return { usedDays, lastLawfulDay }
}

describe('random histories agree with a set of days', () => {
  test.each([
    ['90 in any 180', HISTORIES, () => HALF_YEAR],
    ['42 in any 180', HISTORIES, () => ({ maxDays: 42, periodDays: 180 })],
    [
      'any limit',
      HISTORIES / 5,
      (random: () => number) => {
        const periodDays = 2 + Math.floor(random() * 120)
        return { maxDays: 1 + Math.floor(random() * (periodDays - 1)), periodDays }
      },
    ],
  ])(
    '%s, %i of them',
    (name, histories, limitOf) => {
      const random = seededRandom(seed + name.length)
      const below = (count: number) => Math.floor(random() * count)
      const kinds = { unlawfulAtOnce: 0, overAlready: 0, ahead: 0 }
      for (let history = 0; history < histories; history++) {
        const limit = limitOf(random)
        // 2019 to 2029: two leap days, many new years.
        const today = dayOf('2019-06-01') + below(3650)
        const longest = 1 + below(limit.maxDays * 2)
        const stays = Array.from({ length: below(9) }, () => {
          const from = today + 20 - below(limit.periodDays * 2 + 40)
          // A slip of the pen ends before it begins.
          return presences([dateOf(from), dateOf(from + below(longest) - (below(20) === 0 ? 5 : 0))])
        }).flat()
        const asOf = dateOf(today)
        const found = windowStanding(stays, limit, calendarDate(asOf))
        const { firstDay, ...expected } = naiveWindow(stays, limit.maxDays, limit.periodDays, asOf)
        const { usedDays, lastLawfulDay } = found
        if (usedDays !== expected.usedDays || lastLawfulDay !== expected.lastLawfulDay) {
          expect({ history, asOf, limit, stays, usedDays, lastLawfulDay }).toEqual({ history, asOf, limit, stays, ...expected })
        }
        checkWindowSpans(found.spans, limit.maxDays, limit.periodDays, lastLawfulDay)
        kinds[lastLawfulDay < firstDay ? 'unlawfulAtOnce' : lastLawfulDay < asOf ? 'overAlready' : 'ahead']++
      }
      // Each kind of answer was met, or the histories were no test of it.
      for (const count of Object.values(kinds)) expect(count).toBeGreaterThan(histories / 200)
    },
    120_000,
  )
})

// Worked by hand with a calendar.
describe('90 days in any 180', () => {
  test.each<{
    why: string
    asOf: string
    stays: readonly (readonly [string, string])[]
    usedDays: number
    lastLawfulDay: string
  }>([
    {
      why: 'a first visit: 90 days with the day of entry',
      asOf: '2026-07-10',
      stays: [['2026-07-10', '2026-07-10']],
      usedDays: 1,
      lastLawfulDay: '2026-10-07',
    },
    { why: 'nothing recorded: from today', asOf: '2026-07-10', stays: [], usedDays: 1, lastLawfulDay: '2026-10-07' },
    {
      why: 'through 29 February: one day fewer in March',
      asOf: '2028-01-01',
      stays: [['2028-01-01', '2028-01-01']],
      usedDays: 1,
      lastLawfulDay: '2028-03-30',
    },
    {
      why: 'through a February without it',
      asOf: '2027-01-01',
      stays: [['2027-01-01', '2027-01-01']],
      usedDays: 1,
      lastLawfulDay: '2027-03-31',
    },
    {
      why: 'over the new year',
      asOf: '2026-12-31',
      stays: [['2026-12-02', '2026-12-31']],
      usedDays: 30,
      lastLawfulDay: '2027-03-01',
    },
    {
      why: '30 days earlier in the year leave 60',
      asOf: '2026-05-01',
      stays: [
        ['2026-03-01', '2026-03-30'],
        ['2026-05-01', '2026-05-01'],
      ],
      usedDays: 31,
      lastLawfulDay: '2026-06-29',
    },
    {
      why: 'an old stay falls out of the window while the guest is here, day by day, and the 90 are reached later',
      // From 30 June on 1–30 January leave the window, one day each day; otherwise the 90 would be full on 30 July.
      asOf: '2026-06-01',
      stays: [
        ['2026-01-01', '2026-01-30'],
        ['2026-06-01', '2026-06-01'],
      ],
      usedDays: 31,
      lastLawfulDay: '2026-08-29',
    },
    {
      why: 'a stay that ended 180 days ago does not count any more',
      asOf: '2026-07-10',
      stays: [
        ['2025-10-01', '2026-01-11'],
        ['2026-07-10', '2026-07-10'],
      ],
      usedDays: 1,
      lastLawfulDay: '2026-10-07',
    },
    {
      why: 'its last day is still inside one day earlier, and leaves before the 90 are full',
      asOf: '2026-07-09',
      stays: [
        ['2025-10-01', '2026-01-11'],
        ['2026-07-09', '2026-07-09'],
      ],
      usedDays: 2,
      lastLawfulDay: '2026-10-06',
    },
    {
      why: 'overlapping stays count each day once',
      asOf: '2026-05-01',
      stays: [
        ['2026-03-01', '2026-03-20'],
        ['2026-03-10', '2026-03-30'],
        ['2026-03-15', '2026-03-16'],
        ['2026-05-01', '2026-05-01'],
      ],
      usedDays: 31,
      lastLawfulDay: '2026-06-29',
    },
    {
      why: 'out and in again the next day is one presence',
      asOf: '2026-07-20',
      stays: [
        ['2026-07-01', '2026-07-09'],
        ['2026-07-10', '2026-07-20'],
      ],
      usedDays: 20,
      lastLawfulDay: '2026-09-28',
    },
    {
      why: 'out and in again on one day counts that day once',
      asOf: '2026-07-20',
      stays: [
        ['2026-07-01', '2026-07-10'],
        ['2026-07-10', '2026-07-20'],
      ],
      usedDays: 20,
      lastLawfulDay: '2026-09-28',
    },
    {
      why: 'over the limit since last week',
      asOf: '2026-10-14',
      stays: [['2026-07-10', '2026-10-14']],
      usedDays: 97,
      lastLawfulDay: '2026-10-07',
    },
    {
      why: 'all 90 were used before: not one day is left on entry',
      asOf: '2026-05-10',
      stays: [
        ['2026-02-01', '2026-05-01'],
        ['2026-05-10', '2026-05-10'],
      ],
      usedDays: 91,
      lastLawfulDay: '2026-05-09',
    },
    {
      why: 'what is planned after today is covered by staying on',
      asOf: '2026-07-10',
      stays: [
        ['2026-07-10', '2026-07-31'],
        ['2026-08-05', '2026-08-20'],
      ],
      usedDays: 1,
      lastLawfulDay: '2026-10-07',
    },
    {
      why: 'a stay that ends before it begins is a slip of the pen',
      asOf: '2026-07-10',
      stays: [['2026-06-10', '2026-06-01']],
      usedDays: 1,
      lastLawfulDay: '2026-10-07',
    },
  ])('$why', ({ asOf, stays, usedDays, lastLawfulDay }) => {
    expect(standing(asOf, presences(...stays))).toEqual({ usedDays, lastLawfulDay })
    const { firstDay: _, ...oracle } = naiveWindow(presences(...stays), 90, 180, asOf)
    expect(oracle).toEqual({ usedDays, lastLawfulDay })
  })
})

test('42 days in any 180: three visits of 14', () => {
  const limit = { maxDays: 42, periodDays: 180 }
  const visits = presences(['2026-01-01', '2026-01-14'], ['2026-03-01', '2026-03-14'], ['2026-05-01', '2026-05-14'])
  expect(standing('2026-05-14', visits, limit)).toEqual({ usedDays: 42, lastLawfulDay: '2026-05-14' })
  // 1 January leaves the window of 30 June, so a fourth visit may begin then and go on as long as January's days fall out.
  expect(standing('2026-06-29', visits, limit)).toEqual({ usedDays: 43, lastLawfulDay: '2026-06-28' })
  expect(standing('2026-06-30', visits, limit)).toEqual({ usedDays: 42, lastLawfulDay: '2026-07-13' })
})

test('the explanation lays out the whole window, run by run', () => {
  const stays = presences(['2026-05-01', '2026-05-10'], ['2026-07-10', '2026-07-12'])
  expect(windowStanding(stays, HALF_YEAR, calendarDate('2026-07-12')).spans).toEqual([
    { from: '2026-04-01', to: '2026-04-30', kind: 'away', firstDay: null, lastDay: null },
    { from: '2026-05-01', to: '2026-05-10', kind: 'present', firstDay: 1, lastDay: 10 },
    { from: '2026-05-11', to: '2026-07-09', kind: 'away', firstDay: null, lastDay: null },
    { from: '2026-07-10', to: '2026-07-12', kind: 'present', firstDay: 11, lastDay: 13 },
    { from: '2026-07-13', to: '2026-09-27', kind: 'ahead', firstDay: 14, lastDay: 90 },
  ])
})

test('a window that limits nothing is a mistake in the data', () => {
  expect(() => windowStanding([], { maxDays: 180, periodDays: 180 }, calendarDate('2026-07-12'))).toThrow(RangeError)
})
