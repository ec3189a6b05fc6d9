import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCalendarDate } from '#shared/domain/calendar-date.ts'
import { parseArrival } from '#shared/regulation/parse-arrival.ts'

const seed = Number(process.env['QABYL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
console.info(`parse-arrival seed ${seed} (QABYL_TEST_SEED=${seed} repeats it)`)

const ALMATY = 'Asia/Almaty'

test.each([
  ['2026-03-20', '2026-03-20', 'a local day'],
  ['2026-03-20T00:10', '2026-03-20', 'local time is not moved'],
  ['2026-03-20T23:59:59', '2026-03-20', 'seconds'],
  ['2026-03-20T23:59:59.999', '2026-03-20', 'fractions'],
  [' 2026-03-20\r', '2026-03-20', 'space around a line'],
  ['2026-03-19T19:10:00Z', '2026-03-20', '00:10 in Almaty'],
  ['2026-03-19T19:10Z', '2026-03-20', 'without seconds'],
  ['2026-03-19T18:59:59.999Z', '2026-03-19', 'a millisecond before midnight'],
  ['2026-03-20T00:10:00+05:00', '2026-03-20', 'the hotel’s own offset'],
  ['2026-03-20T00:10:00+0800', '2026-03-19', 'written in Beijing'],
  ['2026-03-19T15:30:00-04', '2026-03-20', 'written in New York'],
  ['2026-12-31T19:00:00Z', '2027-01-01', 'New Year'],
  ['2024-02-28T18:30:00Z', '2024-02-29', '+06 before March 2024'],
  ['2024-03-01T18:30:00Z', '2024-03-01', '+05 since'],
  ['2024-02-29', '2024-02-29', 'leap day'],
])('%s is %s (%s)', (text, date) => {
  expect(parseArrival(text, ALMATY)).toEqual({ ok: true, value: date })
})

test.each([
  ['', 'not_an_arrival'],
  ['tomorrow', 'not_an_arrival'],
  ['20.03.2026', 'not_an_arrival'],
  ['2026-3-20', 'not_an_arrival'],
  ['2026-03-20 00:10', 'not_an_arrival'],
  ['2026-03-20T00', 'not_an_arrival'],
  ['2026-03-20Z', 'not_an_arrival'],
  ['2026-03-20T00:10+5', 'not_an_arrival'],
  ['+002026-03-20', 'not_an_arrival'],
  ['1774000000', 'not_an_arrival'],
  ['2026-02-29', 'day_does_not_exist'],
  ['2026-02-29T10:00Z', 'day_does_not_exist'],
  ['2026-04-31', 'day_does_not_exist'],
  ['2026-13-01', 'day_does_not_exist'],
  ['2026-00-10', 'day_does_not_exist'],
  ['0000-01-01', 'day_does_not_exist'],
  ['2026-03-20T24:00', 'time_does_not_exist'],
  ['2026-03-20T10:60', 'time_does_not_exist'],
  ['2026-03-20T10:00:60Z', 'time_does_not_exist'],
  ['2026-03-20T10:00+15:00', 'time_does_not_exist'],
  ['2026-03-20T10:00+05:60', 'time_does_not_exist'],
  ['0206-03-20', 'year_out_of_range'],
  ['9999-12-31', 'year_out_of_range'],
])('refuses "%s": %s', (text, code) => {
  expect(parseArrival(text, ALMATY)).toEqual({ ok: false, error: { path: 'arrival', code, message: expect.any(String) } })
})

test('a refusal says what to write, and repeats nothing that may be a guest’s', () => {
  expect(parseArrival('P<DEUMUSTERMANN<<ERIKA', ALMATY)).toEqual({
    ok: false,
    error: {
      path: 'arrival',
      code: 'not_an_arrival',
      message:
        'The arrival is not a date or time that can be read: write 2026-03-20, 2026-03-20T00:10 (hotel time) or 2026-03-19T19:10:00Z.',
    },
  })
})

test('any text gets an answer, and an accepted one is a day that exists', () => {
  const near = fc.stringMatching(
    /^[0-9]{4}-[01][0-9]-[0-3][0-9](T[0-2][0-9]:[0-6][0-9](:[0-6][0-9])?(Z|[+-][01][0-9]:[0-6][0-9])?)?$/,
  )
  let accepted = 0
  fc.assert(
    fc.property(fc.oneof(fc.string(), near), (text) => {
      const parsed = parseArrival(text, ALMATY)
      if (!parsed.ok) return
      accepted += 1
      expect(parseCalendarDate(parsed.value)).toBe(parsed.value)
    }),
    { seed, numRuns: 3000 },
  )
  expect(accepted).toBeGreaterThan(20)
})
