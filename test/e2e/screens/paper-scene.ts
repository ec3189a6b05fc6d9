import { calendarDate } from '#shared/domain/calendar-date.ts'
import { inDesk } from '../../support/in-desk.ts'
import { SAMPLE_HOTEL, sampleGuest } from '../../support/sample-hotel.ts'

/** Tuesday, 15:20 in Almaty. */
export const TUESDAY = '2026-05-05T10:20:00.000Z'
const MONDAY_NIGHT = '2026-05-04T17:20:00.000Z'

const GUESTS = [
  ['Назаров', 'Фирдавс', 'TJK', '402211873', '208', '2026-04-29T14:10'],
  ['Delorme', 'Claire', 'FRA', '21AB45123', '305', '2026-04-30T14:10'],
  ['Nguyễn', 'Văn An', 'VNM', 'C7788990', '410', '2026-05-04T20:40'],
  ['Юсупова', 'Дилноза', 'UZB', 'FA1122334', '307', '2026-05-04T20:50'],
  ['Li', 'Wenjun', 'CHN', 'EJ9988776', '402', '2026-05-04T21:00'],
  ['Deshmukh', 'Ananya', 'IND', 'P4410923', '403', '2026-05-04T21:10'],
] as const

/** Place of the guest who is handed in without a list. */
const ALONE = 4

/** Ids of notices. */
export interface PaperScene {
  readonly alone: string
}

/** A hotel that files on paper: six guests, three of them on a list that was printed last night, one handed in alone. */
export function arrangePaper(directory: string): Promise<PaperScene> {
  const property = { ...SAMPLE_HOTEL, channel: 'paper' } as const
  return inDesk({ directory, startAt: MONDAY_NIGHT, property }, async (client) => {
    const noticeIds: string[] = []
    for (const [surname, givenNames, citizenship, documentNumber, room, arrivalAt] of GUESTS) {
      const { notices } = await client.checkIn.create({
        requestId: crypto.randomUUID(),
        stay: { arrivalAt, departureDate: calendarDate('2026-05-09'), room },
        guests: [sampleGuest({ surname, givenNames, citizenship, documentNumber })],
      })
      noticeIds.push(...notices.map(({ id }) => id))
    }
    const { id } = await client.paper.make({ listId: crypto.randomUUID(), noticeIds: noticeIds.slice(0, 3) })
    await client.paper.print({ listId: id })
    const [alone = ''] = noticeIds.slice(ALONE)
    await client.filing.handOver({ noticeId: alone })
    return { alone }
  })
}
