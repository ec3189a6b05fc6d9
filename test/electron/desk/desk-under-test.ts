import { createRouterClient } from '@orpc/server'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import type { Caller } from '#electron/desk/caller.ts'
import type { Desk } from '#electron/desk/desk.ts'
import { createDeskProcess, type DeskProcess, type DeskProcessOptions } from '#electron/desk/desk-process.ts'
import type { DirectDeskClient } from '#electron/desk/router.ts'
import type { PropertyInput } from '#electron/desk/training/sample-property.ts'
import { type CalendarDate, calendarDate } from '#shared/domain/calendar-date.ts'
import { EMPTY_GUEST, type GuestFacts } from '#shared/domain/guest.ts'
import { type TestPorts, testPorts } from '../../support/ports.ts'
import { tempDirectory } from '../../support/temp-directory.ts'

export const PROPERTY: PropertyInput = {
  name: 'Hotel Probe',
  bin: '000140000002',
  address: 'г. Алматы, ул. Пробная, 2',
  city: 'Алматы',
  phone: null,
  department: 'Миграционная служба, Алматы',
  kind: 'small_business',
  roomCount: 12,
  zone: 'Asia/Almaty',
  channel: 'assisted-portal',
  language: 'ru',
  environment: 'test',
  alarmReading: 'strict',
  singleNameConvention: 'dash',
}

/** Complete: a notice about her can go out. */
export const ANNA: GuestFacts = {
  ...EMPTY_GUEST,
  surname: 'MUELLER',
  givenNames: 'ANNA',
  printedName: 'Müller Anna',
  sex: 'F',
  birthDate: '1990-05-17',
  citizenship: 'DEU',
  documentType: 'passport',
  documentNumber: 'C01X00T47',
  issuingState: 'DEU',
  issueDate: calendarDate('2022-01-10'),
  expiryDate: calendarDate('2032-01-09'),
  purpose: 'tourism',
}

type StayGiven = Omit<typeof STAY, 'departureDate' | 'reservation'> & {
  departureDate: CalendarDate | null
  reservation: string | null
}

export const STAY = { arrivalAt: '2026-11-23T10:00', departureDate: calendarDate('2026-11-27'), room: '208', reservation: null }

export interface DeskUnderTest {
  readonly process: DeskProcess
  readonly desk: () => Desk
  readonly ports: TestPorts
  readonly directory: string
  /** The desk as seen from a workplace, as the manager. */
  at(workplace: string): DirectDeskClient
  as(caller: Partial<Caller>): DirectDeskClient
}

/** A real desk in a folder of its own, its clock standing at Monday 23 November 2026, 10:43. */
export async function startedProcess(options: Partial<DeskProcessOptions> = {}): Promise<DeskUnderTest> {
  const directory = options.directory ?? tempDirectory()
  const ports = testPorts()
  const process = createDeskProcess({
    directory,
    appVersion: '0.0.0-test',
    logger: pino({ level: 'silent' }),
    ports,
    machineZoneOffsetMinutes: () => 300,
    ...options,
  })
  await process.start()
  onTestFinished(() => process.stop())
  const as = (caller: Partial<Caller>): DirectDeskClient =>
    createRouterClient(process.router, { context: () => ({ ...process.contextFor('test'), ...caller }) })
  return {
    process,
    desk() {
      const desk = process.desk()
      if (desk === undefined) throw new Error('No desk answers now')
      return desk
    },
    ports,
    directory,
    as,
    at: (workplace) => as({ workplace }),
  }
}

/** The same with a property set up. */
export async function startedDesk(
  property: Partial<PropertyInput> = {},
  options: Partial<DeskProcessOptions> = {},
): Promise<DeskUnderTest & { client: DirectDeskClient }> {
  const started = await startedProcess(options)
  const client = started.at('front')
  if ((await client.desk.status()).mode === 'needs_setup') await client.setup.createProperty({ ...PROPERTY, ...property })
  return { ...started, client }
}

/** Checks in one guest and returns her notice. */
export async function checkedIn(
  { client, ports }: { readonly client: DirectDeskClient; readonly ports: TestPorts },
  facts: Partial<GuestFacts> = {},
  stay: Partial<StayGiven> = {},
) {
  const { notices } = await client.checkIn.create({
    requestId: ports.newId(),
    stay: { ...STAY, ...stay },
    guests: [{ ...ANNA, ...facts }],
  })
  const [notice] = notices
  if (notice === undefined) throw new Error('A check-in answers with its notices')
  return notice
}
