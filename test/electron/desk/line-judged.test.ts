import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slowStretches } from '#electron/desk/line-today.ts'
import { deadlinesIn } from '#electron/desk/outage-journal.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { SLOW_ROUND_TRIP_MS } from '#shared/domain/round-trip.ts'

const at = (time: string) => `2026-11-23T${time}.000Z`
const call = (startedAt: string, tookMs: number) => ({
  startedAt,
  endedAt: new Date(Date.parse(startedAt) + tookMs).toISOString(),
})
const NIGHT = Date.parse('2026-11-23T23:59:59.000Z')

describe('slow stretches', () => {
  it('need half of the answers to be slow: one hung call among quick ones says nothing', () => {
    const quick = [call(at('10:01:00'), 200), call(at('10:02:00'), 300)]
    expect(slowStretches([...quick, call(at('10:03:00'), 20_000)], NIGHT)).toEqual([])
    expect(slowStretches([call(at('10:01:00'), 200), call(at('10:02:00'), SLOW_ROUND_TRIP_MS)], NIGHT)).toEqual([
      { from: at('10:00:00'), until: at('10:10:00'), medianMs: SLOW_ROUND_TRIP_MS },
    ])
  })

  it('join with their neighbours, and the one under way ends now', () => {
    const calls = [call(at('10:05:00'), 4_000), call(at('10:12:00'), 6_000), call(at('10:31:00'), 5_000)]
    expect(slowStretches(calls, Date.parse(at('10:34:00')))).toEqual([
      { from: at('10:00:00'), until: at('10:20:00'), medianMs: 6_000 },
      { from: at('10:30:00'), until: at('10:34:00'), medianMs: 5_000 },
    ])
  })

  it('believe no round trip that a set clock has made up', () => {
    expect(slowStretches([call(at('10:05:00'), -4_000), call(at('10:06:00'), 400 * 86_400_000)], NIGHT)).toEqual([])
  })

  it('never overlap, never end after now, and lie where calls were', () => {
    const anyCall = fc
      .record({ minute: fc.integer({ min: 0, max: 1439 }), took: fc.integer({ min: 0, max: 30_000 }) })
      .map(({ minute, took }) => call(new Date(Date.parse(at('00:00:00')) + minute * 60_000).toISOString(), took))
    fc.assert(
      fc.property(fc.array(anyCall, { maxLength: 60 }), (calls) => {
        const sorted = calls.toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt))
        let end = ''
        for (const { from, until, medianMs } of slowStretches(sorted, NIGHT)) {
          expect(from > end && until > from && Date.parse(until) <= NIGHT && medianMs >= SLOW_ROUND_TRIP_MS).toBe(true)
          expect(calls.some(({ startedAt }) => startedAt >= from && startedAt < until)).toBe(true)
          end = until
        }
      }),
    )
  })
})

describe('deadlines in an outage', () => {
  const zone = 'Asia/Almaty'
  const due = (day: string, acceptedAt: string | null = null) => ({
    strictDue: calendarDate(day),
    latestDue: calendarDate('2026-11-25'),
    acceptedAt,
  })
  // 14:00 to 16:00 in Almaty.
  const outage = { from: at('09:00:00'), until: at('11:00:00') }
  const seen = (now: string) => ({ zone, alarmReading: 'strict' as const, now })

  it.each<[string, ReturnType<typeof due>, string, [number, number]]>([
    ['owed that day, and the day is not over', due('2026-11-23'), at('12:00:00'), [1, 0]],
    ['owed that day and never accepted', due('2026-11-23'), '2026-11-24T05:00:00.000Z', [1, 1]],
    ['accepted in the evening after all', due('2026-11-23', at('15:00:00')), '2026-11-24T05:00:00.000Z', [1, 0]],
    ['accepted after midnight', due('2026-11-23', at('19:00:01')), '2026-11-24T05:00:00.000Z', [1, 1]],
    ['accepted before it began', due('2026-11-23', at('08:59:59')), '2026-11-24T05:00:00.000Z', [0, 0]],
    ['owed the day before', due('2026-11-22'), '2026-11-24T05:00:00.000Z', [0, 0]],
    ['owed the day after', due('2026-11-24'), '2026-11-26T05:00:00.000Z', [0, 0]],
  ])('%s', (_name, notice, now, [dueThen, missed]) => {
    expect(deadlinesIn(outage, [notice], seen(now))).toEqual({ dueThen, missed })
  })

  it('are counted by the reading the property follows', () => {
    const late = { from: '2026-11-25T09:00:00.000Z', until: '2026-11-25T11:00:00.000Z' }
    const now = '2026-11-26T05:00:00.000Z'
    expect(deadlinesIn(late, [due('2026-11-23')], { zone, alarmReading: 'latest', now })).toEqual({ dueThen: 1, missed: 1 })
    expect(deadlinesIn(late, [due('2026-11-23')], { zone, alarmReading: 'strict', now })).toEqual({ dueThen: 0, missed: 0 })
  })
})
