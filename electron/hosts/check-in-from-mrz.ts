import type { z } from 'zod'
import { checkInInputSchema, type Status } from '#shared/contract/schemas.ts'
import { readMrz } from '#shared/documents/read-mrz.ts'
import { parseCalendarDate } from '#shared/domain/calendar-date.ts'
import { PURPOSES } from '#shared/domain/guest.ts'
import { localDateTimeOf } from '#shared/regulation/local-time.ts'
import { parseArrival } from '#shared/regulation/parse-arrival.ts'
import { type Flag, type Invocation, Refusal, textOf, UsageError } from './command.ts'

/** What the machine-readable zone does not tell, and the zone itself. */
export const MRZ_FLAGS: Readonly<Record<string, Flag>> = {
  mrz: { type: 'string', value: 'TEXT', help: 'the zone as scanned; lines may be parted by a line end, \\n, or nothing' },
  arrival: { type: 'string', value: 'WHEN', help: 'hotel-local time or an ISO instant (now); a day alone counts from 00:00' },
  departure: { type: 'string', value: 'YYYY-MM-DD', help: 'planned departure' },
  room: { type: 'string', value: 'ROOM', help: 'room' },
  reservation: { type: 'string', value: 'NUMBER', help: 'number of the booking' },
  'issue-date': { type: 'string', value: 'YYYY-MM-DD', help: 'date of issue, which no passport has in its zone' },
  'expiry-date': { type: 'string', value: 'YYYY-MM-DD', help: 'date of expiry, where the zone has none' },
  purpose: { type: 'string', value: 'PURPOSE', help: PURPOSES.join(', ') },
}

/** A check-in of one guest out of the zone of the document and the flags beside it. What the zone does not prove is left open. */
export function checkInFromMrz(invocation: Invocation, text: string, status: Status): z.output<typeof checkInInputSchema> {
  const reading = readMrz(text.replaceAll('\\n', '\n'), status.businessDate)
  if (!reading.ok) {
    throw new Refusal('BAD_INPUT', 'The machine-readable zone was not understood; nothing was changed.', {
      issues: [{ path: 'mrz', code: reading.error.code, message: reading.error.message }],
    })
  }
  const { fields } = reading.value
  if (fields.surname === null && fields.givenNames === null && fields.documentNumber === null) {
    throw new Refusal('BAD_INPUT', 'The machine-readable zone names nobody; nothing was changed.', {
      issues: [
        {
          path: 'mrz',
          code: 'names_nobody',
          message: 'Neither a name nor a number could be read. Scan again, or type the details by hand.',
        },
      ],
    })
  }
  const zone = status.property?.zone ?? 'Asia/Almaty'
  return checkInInputSchema.parse({
    requestId: crypto.randomUUID(),
    stay: {
      arrivalAt: arrivalOf(invocation, zone, status.now),
      departureDate: dayOf(invocation, 'departure'),
      room: textOf(invocation, 'room') ?? null,
      reservation: textOf(invocation, 'reservation') ?? null,
    },
    guests: [
      {
        ...fields,
        mrz: reading.value.text,
        issueDate: dayOf(invocation, 'issue-date') ?? fields.issueDate,
        expiryDate: dayOf(invocation, 'expiry-date') ?? fields.expiryDate,
        purpose: purposeOf(invocation),
      },
    ],
  })
}

function arrivalOf(invocation: Invocation, zone: string, now: string): string {
  const text = textOf(invocation, 'arrival')
  if (text === undefined) return localDateTimeOf(Date.parse(now), zone)
  const day = parseArrival(text, zone)
  if (!day.ok) throw new Refusal('BAD_INPUT', `${day.error.message} Nothing was changed.`, { issues: [day.error] })
  if (/(Z|[+-]\d{2}:?\d{2})$/.test(text) && text.includes('T')) return localDateTimeOf(Date.parse(text), zone)
  const time = /T(\d{2}:\d{2})/.exec(text)?.[1] ?? '00:00'
  return `${day.value}T${time}`
}

function dayOf(invocation: Invocation, flag: string): string | null {
  const text = textOf(invocation, flag)
  if (text === undefined) return null
  const day = parseCalendarDate(text)
  if (day === undefined) throw new UsageError(`--${flag} is a day that exists, written YYYY-MM-DD.`)
  return day
}

function purposeOf(invocation: Invocation): string | null {
  const text = textOf(invocation, 'purpose')
  if (text !== undefined && !PURPOSES.some((purpose) => purpose === text)) {
    throw new UsageError(`--purpose is one of ${PURPOSES.join(', ')}.`)
  }
  return text ?? null
}
