import { createRouterClient } from '@orpc/server'
import type { CheckInRequest } from '#electron/desk/check-in.ts'
import { createDeskProcess, type DeskProcess } from '#electron/desk/desk-process.ts'
import type { DirectDeskClient } from '#electron/desk/router.ts'
import { fictionalGuest } from '#electron/desk/training/fictional-guests.ts'
import type { PropertyInput } from '#electron/desk/training/sample-property.ts'
import { seededRandom } from '#electron/simulator/seeded-random.ts'
import type { Logger, Ports } from '#electron/store/ports.ts'
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts'

const PROPERTY: PropertyInput = {
  name: 'Гостевой дом «Проба»',
  bin: '000140000002',
  address: 'г. Алматы, ул. Пробная, 2',
  city: 'Алматы',
  phone: null,
  department: 'Миграционная служба, Алматы',
  kind: 'small_business',
  roomCount: 12,
  zone: 'Asia/Almaty',
  channel: 'migration-api',
  language: 'ru',
  environment: 'test',
  alarmReading: 'strict',
  singleNameConvention: 'dash',
}

const ARRIVAL = calendarDate('2026-11-23')

const SILENT: Logger = { debug() {}, info() {}, warn() {}, error() {} }

/** A desk at work in a folder, called in its own process. */
export interface Hotel {
  readonly process: DeskProcess
  readonly client: DirectDeskClient
  /** Why the desk refused to start, in words; it then has to be started again. */
  readonly refusal: string | null
}

/** Opens the folder with the real desk and sets the property up when it is new. Nothing is sent before somebody drains. */
export async function openHotel(options: {
  readonly directory: string
  readonly ports: Ports
  readonly channelUrl?: string
  readonly logger?: Logger
}): Promise<Hotel> {
  const { directory, ports, channelUrl, logger = SILENT } = options
  const process = createDeskProcess({
    directory,
    ports,
    logger,
    appVersion: '0.0.0-test',
    machineZoneOffsetMinutes: () => 300,
    ...(channelUrl === undefined ? {} : { channelUrl }),
  })
  const started = await process.start({ isSending: false })
  const client: DirectDeskClient = createRouterClient(process.router, { context: () => process.contextFor('front') })
  return { process, client, refusal: started.ok ? null : started.error.message }
}

export async function setUp({ client }: Hotel): Promise<void> {
  await client.setup.createProperty(PROPERTY)
}

/** Check-ins of fictional guests, every one another person; the same for the same seed. */
export function guestBook(seed: number, newId: () => string, arrival = ARRIVAL): (guests: number) => CheckInRequest {
  const random = seededRandom(seed)
  let count = 0
  return (guests) => ({
    requestId: newId(),
    stay: {
      arrivalAt: `${arrival}T10:15`,
      departureDate: addDays(arrival, 2 + Math.floor(random() * 5)),
      room: String(100 + Math.floor(random() * 300)),
      reservation: null,
    },
    guests: Array.from({ length: guests }, () => ({
      ...fictionalGuest(random, arrival, 'none'),
      documentNumber: `X${seed}N${++count}`,
    })),
  })
}
