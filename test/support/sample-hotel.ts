import type { z } from 'zod'
import type { checkInInputSchema, propertyInputSchema } from '#shared/contract/schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'

/** The hotel of the tests; one that files in another way names its channel beside it. */
export const SAMPLE_HOTEL = {
  name: 'Отель «Мысал»',
  bin: '180340020169',
  address: 'ул. Панфилова, 98, Алматы',
  department: 'УМС ДП г. Алматы',
  channel: 'migration-api',
  environment: 'test',
} as const satisfies z.input<typeof propertyInputSchema>

/** What of a guest a test tells apart; the rest is the same for everybody. */
interface SampleGuest {
  readonly surname: string
  readonly givenNames: string
  readonly citizenship: string | null
  readonly documentNumber: string
}

/** A guest of whom all is known that a notice needs. */
export function sampleGuest({ surname, givenNames, citizenship, documentNumber }: SampleGuest) {
  return {
    surname,
    givenNames,
    printedName: `${surname} ${givenNames}`,
    sex: 'F',
    birthDate: '1990-05-17',
    citizenship,
    documentType: 'passport',
    documentNumber,
    issuingState: citizenship,
    issueDate: calendarDate('2022-01-10'),
    expiryDate: calendarDate('2032-01-09'),
    purpose: 'tourism',
  } as const satisfies z.input<typeof checkInInputSchema>['guests'][number]
}
