import { expect, it } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { ANNA, STAY, startedDesk } from '../desk-under-test.ts'

/** The first and the last day there is, of what an arrival may be, and today. */
const DAYS = ['0001-01-01', '1900-01-01', '2026-11-23', '2999-12-31', '9999-12-31'].map(calendarDate)
const CITIZENSHIPS = ['RUS', 'IND', null]

it('is answered or refused with its place, whatever days somebody mistypes', async () => {
  const { client } = await startedDesk()
  const unexpected: unknown[] = []
  const note = (typed: object) => (error: unknown) => {
    if ((error as { code?: string }).code !== 'BAD_INPUT') unexpected.push([typed, error])
  }
  for (const citizenship of CITIZENSHIPS)
    for (const arrival of DAYS)
      for (const departureDate of DAYS)
        for (const borderEntryDate of DAYS) {
          const facts = { citizenship, issuingState: citizenship, borderEntryDate, visaValidUntil: departureDate }
          const stay = { ...STAY, arrivalAt: `${arrival}T10:00`, reservation: 'B-1', departureDate }
          await client.checkIn.preview({ stay, guest: { ...ANNA, ...facts } }).catch(note(facts))
          const earlier = [{ from: borderEntryDate, to: calendarDate('9999-12-31') }]
          const asked = { arrival, citizenship, borderEntry: borderEntryDate, visaValidUntil: departureDate, earlier }
          await client.deadline.calculate(asked).catch(note(asked))
        }
  expect(unexpected).toEqual([])
})
