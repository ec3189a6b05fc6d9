import type { OutgoingNotice } from '#electron/channels/adapter.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { type FirstNoticePayload, NOTICE_SCHEMA_VERSION, type NoticePayload } from '#shared/domain/notice-payload.ts'

/** A complete notice about a fictional guest; `number` makes another person of it. */
export function noticePayload(number = 1, revision = 1): NoticePayload {
  return {
    schemaVersion: NOTICE_SCHEMA_VERSION,
    kind: 'arrival',
    sequence: 1,
    revision,
    follows: null,
    host: { bin: '090340011234', name: 'Hotel Tulpar', address: 'Almaty, Abai 10', phone: null },
    stay: {
      arrivalAt: '2026-11-23T10:15',
      departureDate: calendarDate('2026-11-27'),
      room: '204',
      purpose: 'tourism',
      borderEntryDate: null,
      borderCheckpoint: null,
      visaNumber: null,
      visaValidUntil: null,
      visaEntries: null,
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

/** The same in the first format, as a register holds it that was begun before anything could follow an arrival. */
export function firstNoticePayload(number = 1, revision = 1): FirstNoticePayload {
  const { sequence: _sequence, follows: _follows, stay, ...rest } = noticePayload(number, revision)
  const { visaValidUntil: _visaValidUntil, visaEntries: _visaEntries, ...before } = stay
  return { ...rest, schemaVersion: 1, kind: 'arrival', stay: before }
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
    batchReference: null,
  }
}
