import type { OutgoingNotice } from '#electron/channels/adapter.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import type { NoticePayload } from '#shared/domain/notice-payload.ts'

/** A complete notice about a fictional guest; `number` makes another person of it. */
export function noticePayload(number = 1, revision = 1): NoticePayload {
  return {
    schemaVersion: 1,
    kind: 'arrival',
    revision,
    host: { bin: '090340011234', name: 'Hotel Tulpar', address: 'Almaty, Abai 10', phone: null },
    stay: {
      arrivalAt: '2026-11-23T10:15',
      departureDate: calendarDate('2026-11-27'),
      room: '204',
      purpose: 'tourism',
      borderEntryDate: null,
      borderCheckpoint: null,
      visaNumber: null,
    },
    person: {
      surname: `MUSTERMANN ${number}`,
      givenNames: 'ERIKA',
      patronymic: null,
      printedName: 'Müstermann Erika',
      sex: 'F',
      birthDate: '1984-08-12',
      citizenship: 'DEU',
      phone: null,
      email: null,
    },
    document: {
      type: 'passport',
      series: null,
      number: `C01X${String(number).padStart(5, '0')}`,
      issuingState: 'DEU',
      issueDate: calendarDate('2021-03-02'),
      expiryDate: calendarDate('2031-03-01'),
      guardianDocument: null,
    },
  }
}

/** UUIDv7-shaped and readable: kind `c` client id, `a` notice id. */
export function testId(kind: 'a' | 'c', number: number): string {
  return `01934f00-0000-7000-8000-${kind}${String(number).padStart(11, '0')}`
}

export function outgoingNotice(number = 1, revision = 1): OutgoingNotice {
  return {
    notificationId: testId('a', number),
    clientId: testId('c', number * 100 + revision),
    payload: noticePayload(number, revision),
  }
}
