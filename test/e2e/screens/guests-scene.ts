import { calendarDate } from '#shared/domain/calendar-date.ts'
import { inDesk } from '../../support/in-desk.ts'
import { SAMPLE_HOTEL, sampleGuest } from '../../support/sample-hotel.ts'

/** Tuesday, 15:20 in Almaty. */
export const TUESDAY = '2026-05-05T10:20:00.000Z'
const MONDAY_NIGHT = '2026-05-04T17:20:00.000Z'

interface GuestGiven {
  readonly name: readonly [surname: string, givenNames: string]
  readonly citizenship: string | null
  readonly arrivalAt: string
  readonly departureDate: string
  readonly purpose?: null
}

const GUESTS: readonly GuestGiven[] = [
  { name: ['Назаров', 'Фирдавс'], citizenship: 'TJK', arrivalAt: '2026-04-29T14:10', departureDate: '2026-05-08' },
  { name: ['Delorme', 'Claire'], citizenship: 'FRA', arrivalAt: '2026-04-30T14:10', departureDate: '2026-05-09' },
  { name: ['Ким', 'Соён'], citizenship: 'KOR', arrivalAt: '2026-05-04T12:00', departureDate: '2026-05-09', purpose: null },
  { name: ['Әбенов', 'Қайрат'], citizenship: null, arrivalAt: '2026-05-04T13:00', departureDate: '2026-05-06' },
  { name: ['Жұмабаева', 'Әйгерім'], citizenship: null, arrivalAt: '2026-05-04T13:10', departureDate: '2026-05-06' },
  { name: ['Li', 'Wenjun'], citizenship: 'CHN', arrivalAt: '2026-05-04T21:00', departureDate: '2026-05-07' },
  { name: ['Deshmukh', 'Ananya'], citizenship: 'IND', arrivalAt: '2026-05-04T21:10', departureDate: '2026-05-07' },
  { name: ['Lindqvist', 'Sofia'], citizenship: 'SWE', arrivalAt: '2026-05-20T14:00', departureDate: '2026-05-25' },
  { name: ['Karaca', 'Elif'], citizenship: 'TUR', arrivalAt: '2026-04-01T14:00', departureDate: '2026-04-04' },
  { name: ['Ковалёва', 'Марина'], citizenship: 'UKR', arrivalAt: '2026-05-03T19:40', departureDate: '2026-05-08' },
]

/** A hotel that files by hand: guests in house, expected and gone; one of them accepted, with an extension still to be told. */
export function arrangeGuests(directory: string): Promise<void> {
  const property = { ...SAMPLE_HOTEL, channel: 'assisted-portal' } as const
  return inDesk({ directory, startAt: MONDAY_NIGHT, property }, async (client) => {
    const ids: string[] = []
    for (const [index, { name, citizenship, arrivalAt, departureDate, purpose }] of GUESTS.entries()) {
      const [surname, givenNames] = name
      const guest = sampleGuest({ surname, givenNames, citizenship, documentNumber: `AA${1_000_001 + index}` })
      const { notices } = await client.checkIn.create({
        requestId: crypto.randomUUID(),
        stay: {
          arrivalAt,
          departureDate: calendarDate(departureDate),
          room: String(201 + index),
          reservation: `R-${101 + index}`,
        },
        guests: [purpose === null ? { ...guest, purpose } : guest],
      })
      ids.push(...notices.map(({ id }) => id))
    }
    const noticeId = ids.at(-1) ?? ''
    await client.filing.take({ noticeId })
    const { version } = await client.filing.recordProof({ noticeId, reference: 'EQ-20260503-0411' })
    await client.guest.extend({ noticeId, version, departureDate: calendarDate('2026-05-12') })
  })
}
