import { describe, expect, it } from 'vitest'
import { PREVIEW_WARNINGS } from '#shared/contract/schemas.ts'
import { type CalendarDate, calendarDate } from '#shared/domain/calendar-date.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import { ANNA, checkedIn, STAY, startedDesk } from '../desk-under-test.ts'

const day = calendarDate

interface Typed {
  /** Monday 23 November 2026, 10:43, unless the case moves it. */
  readonly now?: string
  readonly stay?: Partial<Omit<typeof STAY, 'departureDate' | 'reservation'>> & {
    readonly departureDate?: CalendarDate | null
    readonly reservation?: string | null
  }
  readonly facts?: Partial<GuestFacts>
}

/** Stay from the 23rd to the 27th; the clock stands at 10:43 on the 23rd. */
const CASES: readonly (readonly [title: string, typed: Typed, expected: readonly string[]])[] = [
  ['nothing to say', {}, []],

  ['the document expires the day before the arrival', { facts: { expiryDate: day('2026-11-22') } }, ['document_expired']],
  ['on the day of arrival', { facts: { expiryDate: day('2026-11-23') } }, ['document_expires_during_stay']],
  ['the day before the departure', { facts: { expiryDate: day('2026-11-26') } }, ['document_expires_during_stay']],
  ['on the day of departure', { facts: { expiryDate: day('2026-11-27') } }, []],
  ['never', { facts: { expiryDate: day('2026-11-22'), hasNoExpiry: true } }, []],
  [
    'on the day of arrival, departure not known',
    { facts: { expiryDate: day('2026-11-23') }, stay: { departureDate: null } },
    [],
  ],

  ['the visa ends the day before the arrival', { facts: { visaValidUntil: day('2026-11-22') } }, ['visa_expired']],
  ['the visa ends on the day of arrival', { facts: { visaValidUntil: day('2026-11-23') } }, ['visa_expires_during_stay']],
  [
    'the visa ends the day before the departure',
    { facts: { visaValidUntil: day('2026-11-26') } },
    ['visa_expires_during_stay'],
  ],
  ['the visa ends on the day of departure', { facts: { visaValidUntil: day('2026-11-27') } }, []],

  // DEU: 30 days per entry, the day of entry is the first.
  ['leaves on the last lawful day', { facts: { borderEntryDate: day('2026-10-29') } }, []],
  ['leaves the day after', { facts: { borderEntryDate: day('2026-10-28') } }, ['stay_beyond_limit']],
  [
    'leaves the day after, with a visa for the whole stay',
    { facts: { borderEntryDate: day('2026-10-28'), visaValidUntil: day('2026-11-27') } },
    [],
  ],
  [
    'leaves the day after, with a visa too short',
    { facts: { borderEntryDate: day('2026-10-28'), visaValidUntil: day('2026-11-26') } },
    ['visa_expires_during_stay', 'stay_beyond_limit'],
  ],
  [
    'over the limit on the day of arrival, departure not known',
    { facts: { borderEntryDate: day('2026-10-24') }, stay: { departureDate: null } },
    ['stay_beyond_limit'],
  ],
  ['crossed the border on the day of arrival', { facts: { borderEntryDate: day('2026-11-23') } }, []],
  ['crossed the border the day after', { facts: { borderEntryDate: day('2026-11-24') } }, ['border_entry_after_arrival']],

  ['in a quarter of an hour', { stay: { arrivalAt: '2026-11-23T10:58' } }, []],
  ['in sixteen minutes', { stay: { arrivalAt: '2026-11-23T10:59' } }, ['future_needs_reservation']],
  ['tonight, with a booking', { stay: { arrivalAt: '2026-11-23T23:00', reservation: 'B-1' } }, []],
  ['tomorrow, with a booking', { stay: { arrivalAt: '2026-11-24T23:59', reservation: 'B-1' } }, []],
  ['after tomorrow, with a booking', { stay: { arrivalAt: '2026-11-25T00:00', reservation: 'B-1' } }, ['arrival_in_future']],
  ['after tomorrow, without one', { stay: { arrivalAt: '2026-11-25T10:00' } }, ['future_needs_reservation']],

  ['at 23:59 the evening before', { stay: { arrivalAt: '2026-11-22T23:59' } }, []],
  ['at midnight', { stay: { arrivalAt: '2026-11-23T00:00' } }, ['arrival_after_midnight']],
  ['at 03:59', { stay: { arrivalAt: '2026-11-23T03:59' } }, ['arrival_after_midnight']],
  ['at 04:00', { stay: { arrivalAt: '2026-11-23T04:00' } }, []],

  ['recorded the day after', { stay: { arrivalAt: '2026-11-22T10:00' } }, []],
  ['recorded two days after', { stay: { arrivalAt: '2026-11-21T10:00' } }, ['arrival_back_dated']],
  [
    'recorded two days after, in the night',
    { stay: { arrivalAt: '2026-11-21T00:10' } },
    ['arrival_after_midnight', 'arrival_back_dated'],
  ],
  [
    'recorded ten past midnight for the evening before last',
    { now: '2026-11-23T19:10:00.000Z', stay: { arrivalAt: '2026-11-22T23:50' } },
    ['arrival_back_dated'],
  ],
]

describe('while a stay is typed', () => {
  it.each(CASES)('%s', async (_title, { now, stay, facts }, expected) => {
    const desk = await startedDesk()
    if (now !== undefined) desk.ports.clock.setWallTime(now)
    const preview = await desk.client.checkIn.preview({ stay: { ...STAY, ...stay }, guest: { ...ANNA, ...facts } })
    expect(preview.warnings).toEqual(expected)
  })

  it('a window of days is counted over earlier stays', async () => {
    const desk = await startedDesk()
    const indian = { citizenship: 'IND', issuingState: 'IND' }
    await checkedIn(desk, indian, { arrivalAt: '2026-09-01T10:00', departureDate: day('2026-10-08') })
    const departing = async (departureDate: CalendarDate) => {
      const guest = { ...ANNA, ...indian, borderEntryDate: day('2026-11-23') }
      return (await desk.client.checkIn.preview({ stay: { ...STAY, departureDate }, guest })).warnings
    }
    expect(await departing(day('2026-11-26'))).toEqual([])
    expect(await departing(day('2026-11-27'))).toEqual(['stay_beyond_limit'])
  })

  it('the same person on the same day is checked in already; on another day he is not', async () => {
    const desk = await startedDesk()
    await checkedIn(desk)
    const on = async (arrivalAt: string) =>
      (await desk.client.checkIn.preview({ stay: { ...STAY, arrivalAt }, guest: ANNA })).warnings
    expect(await on('2026-11-23T09:00')).toEqual(['already_checked_in'])
    expect(await on('2026-11-22T09:00')).toEqual([])
  })

  it('every warning there is has been seen here', () => {
    const seen = new Set([...CASES.flatMap(([, , expected]) => expected), 'already_checked_in'])
    expect(PREVIEW_WARNINGS.filter((warning) => !seen.has(warning))).toEqual([])
  })
})

describe('what a file leaves open about the days', () => {
  it('is noted by column, and the row is taken', async () => {
    const desk = await startedDesk()
    const header = 'arrival,departure,surname,citizenship,visa_number,visa_valid_until,visa_entries,border_entry_date'
    const rows = [
      '2026-11-20T10:00,2026-11-27,Rao,IND,V1,2026-11-19,single,2026-11-20',
      '2026-11-20T10:00,2026-11-27,Iyer,IND,V2,2026-11-26,Multiple,2026-11-21',
      '2026-11-20T10:00,2026-11-27,Sen,IND,V3,2026-11-27,many,2026-11-20',
    ]
    const content = new Blob([`${header}\n${rows.join('\n')}\n`], { type: 'text/csv' })
    const imported = await desk.client.checkIn.importCsv({ fileName: 'a.csv', content })
    expect(imported.rows.map(({ issues }) => issues.map(({ path, code }) => `${path}: ${code}`))).toEqual([
      ['visa_valid_until: visa_expired'],
      ['visa_valid_until: visa_expires_during_stay', 'border_entry_date: border_entry_after_arrival'],
      ['visa_entries: unknown_value'],
    ])
    const facts = await Promise.all(
      imported.rows.map(async ({ noticeId }) => (await desk.client.guest.get({ noticeId: noticeId ?? '' })).facts),
    )
    expect(facts.map(({ visaNumber, visaValidUntil, visaEntries }) => [visaNumber, visaValidUntil, visaEntries])).toEqual([
      ['V1', '2026-11-19', 'single'],
      ['V2', '2026-11-26', 'multiple'],
      ['V3', '2026-11-27', null],
    ])
  })
})
