import { calendarDate } from '#shared/domain/calendar-date.ts'
import { inDesk } from '../../support/in-desk.ts'
import { SAMPLE_HOTEL, sampleGuest } from '../../support/sample-hotel.ts'

/** Tuesday, 15:20 in Almaty. */
export const TUESDAY = '2026-05-05T10:20:00.000Z'

/** Ids of notices. */
export interface LossScene {
  /** Her passport was lost on Sunday; the police have the statement. */
  readonly open: string
  /** Nothing is lost. */
  readonly calm: string
}

const GUESTS = [
  ['Delorme', 'Claire', 'FRA', '21AB45123', '305', '2026-04-30T14:10'],
  ['Юсупова', 'Дилноза', 'UZB', 'FA1122334', '307', '2026-05-04T20:50'],
] as const

/** A hotel with a guest on the way to her exit visa, notified and with her proof, and one whose passport is where it belongs. */
export function arrangeLoss(directory: string): Promise<LossScene> {
  return inDesk({ directory, startAt: TUESDAY, property: { ...SAMPLE_HOTEL, channel: 'paper' } }, async (client) => {
    const ids: string[] = []
    for (const [surname, givenNames, citizenship, documentNumber, room, arrivalAt] of GUESTS) {
      const { notices } = await client.checkIn.create({
        requestId: crypto.randomUUID(),
        stay: { arrivalAt, departureDate: calendarDate('2026-05-12'), room },
        guests: [
          {
            ...sampleGuest({ surname, givenNames, citizenship, documentNumber }),
            borderEntryDate: calendarDate('2026-04-29'),
          },
        ],
      })
      ids.push(...notices.map(({ id }) => id))
    }
    const [open = '', calm = ''] = ids
    await client.filing.handOver({ noticeId: open })
    await client.filing.recordProof({ noticeId: open, reference: 'ВХ-417', stampedOn: calendarDate('2026-05-04') })
    const { id, version } = await client.lostPassport.open({
      caseId: crypto.randomUUID(),
      noticeId: open,
      noticedOn: calendarDate('2026-05-03'),
      place: 'Зелёный базар, овощной ряд',
      circumstances: 'пропала сумка с документами',
    })
    await client.lostPassport.recordStep({
      caseId: id,
      version,
      step: 'police',
      doneOn: calendarDate('2026-05-04'),
      number: 'КУИ-3318',
      note: 'Алмалинское управление полиции',
    })
    return { open, calm }
  })
}
