import { join } from 'node:path'
import type { DirectDeskClient } from '#electron/desk/router.ts'
import { type Simulator, startSimulator } from '#electron/simulator/start-simulator.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { inDesk } from '../../support/in-desk.ts'
import { SAMPLE_HOTEL, sampleGuest } from '../../support/sample-hotel.ts'

/** Tuesday, 15:02 in Almaty. */
export const TUESDAY = '2026-05-05T10:02:00.000Z'
/** What the day has brought so far, in Almaty: a night without the service, a slow noon, a failure in the afternoon. */
const [AT_NIGHT, AT_DAWN, AT_NOON, AFTERNOON] = [
  '2026-05-04T22:10:00.000Z',
  '2026-05-04T23:00:00.000Z',
  '2026-05-05T07:52:00.000Z',
  '2026-05-05T09:43:00.000Z',
] as const

interface SceneGuest {
  readonly surname: string
  readonly givenNames: string
  readonly citizenship: string | null
  readonly documentNumber: string
  readonly room: string
  readonly arrivalAt: string
  readonly issueDate?: null
}

const guest = (
  surname: string,
  givenNames: string,
  citizenship: string | null,
  documentNumber: string,
  room: string,
  arrivalAt: string,
): SceneGuest => ({ surname, givenNames, citizenship, documentNumber, room, arrivalAt })

/** Due that day, the next, and later. */
const [ON_THURSDAY, ON_MONDAY, TODAY] = ['2026-04-30T14:10', '2026-05-04T21:40', '2026-05-05T09:20']

const STAYS_LONGER = guest('Şahin', 'Çağlar', 'TUR', 'U12345678', '128', ON_MONDAY)
const CORRECTED = guest('Dvořák', 'Tomáš', 'CZE', '43210987', '317', ON_THURSDAY)
const KNOWN_ELSEWHERE = guest('Santos', 'Maria', 'PRT', 'CB456789', '221', ON_MONDAY)
const REFUSED = guest('Kim', 'Soo-ah', 'KOR', 'M70214455', '118', ON_MONDAY)
const UNANSWERED = guest('Назаров', 'Фирдавс', 'TJK', '402211873', '208', ON_THURSDAY)
const TO_SIGN = guest('Токтосунов', 'Айбек', 'KGZ', 'ID0417002', '112', ON_MONDAY)
const UNFINISHED = { ...guest('Petrova', 'Olga', 'BLR', 'MP3344556', '119', TODAY), issueDate: null } as const
const WAITING = [
  guest('Delorme', 'Claire', 'FRA', '21AB45123', '305', ON_THURSDAY),
  guest('Nguyễn', 'Văn An', 'VNM', 'C7788990', '410', ON_MONDAY),
  guest('Юсупова', 'Дилноза', 'UZB', 'FA1122334', '307', ON_MONDAY),
  guest('Li', 'Wenjun', 'CHN', 'EJ9988776', '402', TODAY),
  guest('Deshmukh', 'Ananya', 'IND', 'P4410923', '403', TODAY),
  guest('Lindqvist', 'Sofia', 'SWE', '88112233', '316', TODAY),
]

/** A hotel in the middle of its day, and the service that it talks to. */
export interface QueueScene {
  /** Data folder of the desk, with `--now` {@link TUESDAY}. */
  readonly directory: string
  readonly port: number
  readonly ids: Readonly<Record<'unanswered' | 'duplicate' | 'refused' | 'extension' | 'toSign', string>>
  /** The service, back where it was. */
  startService(): Promise<Simulator>
}

/**
 * Made by the real desk against the real simulator: an accepted guest who stays longer, one whose answer was lost, one the service refused,
 * one it knows from elsewhere, one to be signed for, one unfinished, six that wait. At the end the service is gone.
 */
export async function arrangeQueue(root: string): Promise<QueueScene> {
  const directory = join(root, 'desk')
  const service = join(root, 'service')
  const early = await startSimulator({ directory: service, port: 0 })
  const channelUrl = early.url
  const port = Number(new URL(channelUrl).port)
  await inDesk({ directory: join(root, 'elsewhere'), startAt: AT_NIGHT, channelUrl }, async (client) => {
    await checkIn(client, KNOWN_ELSEWHERE)
    await client.queue.drain({ untilEmpty: true, timeoutMs: 20_000 })
  })
  await early.close()

  const longer = await inDesk({ directory, startAt: AT_NIGHT, channelUrl }, async (client) => {
    const noticeId = await checkIn(client, STAYS_LONGER)
    await client.queue.drain({ untilEmpty: false, timeoutMs: 20_000 })
    return noticeId
  })
  const simulator = await startSimulator({ directory: service, port, slowMs: 3_100 })
  const setFaults = (faults: object) =>
    fetch(`${simulator.url}/faults`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(faults),
    })
  await inDesk({ directory, startAt: AT_DAWN, channelUrl }, async (client) => {
    await client.queue.sendNow({ noticeIds: [longer] })
    await client.queue.drain({ untilEmpty: true, timeoutMs: 20_000 })
  })
  await setFaults({ slow: 1 })
  const corrected = await inDesk({ directory, startAt: AT_NOON, channelUrl }, async (client) => {
    const noticeId = await checkIn(client, CORRECTED)
    await client.queue.drain({ untilEmpty: true, timeoutMs: 20_000 })
    return noticeId
  })
  await setFaults({})
  const ids = await inDesk({ directory, startAt: AFTERNOON, channelUrl }, (client) =>
    afternoon(client, setFaults, { longer, corrected }),
  )
  await simulator.close()
  return { directory, port, ids, startService: () => startSimulator({ directory: service, port }) }
}

/**
 * A property that files by hand now, with one notice of the time when a machine did, whose answer never came: nobody can be asked about it.
 */
export function arrangeUnaskable(directory: string): Promise<string> {
  const property = { ...SAMPLE_HOTEL, channel: 'assisted-portal' } as const
  return inDesk({ directory, startAt: AFTERNOON, property }, async (client, desk) => {
    const noticeId = await checkIn(client, UNANSWERED)
    desk.register.store.database
      .prepare("UPDATE notification SET state = 'unknown', cause = 'connection_cut' WHERE id = ?")
      .run(noticeId)
    return noticeId
  })
}

/** What comes in while the service refuses, loses an answer, and goes. */
async function afternoon(
  client: DirectDeskClient,
  setFaults: (faults: object) => Promise<unknown>,
  { longer, corrected }: { readonly longer: string; readonly corrected: string },
): Promise<QueueScene['ids']> {
  const send = () => client.queue.drain({ untilEmpty: false, timeoutMs: 20_000 })
  const duplicate = await checkIn(client, KNOWN_ELSEWHERE)
  await send()
  await setFaults({ 'reject-field': 1 })
  const refused = await checkIn(client, REFUSED)
  await send()
  await setFaults({ 'drop-before-store': 1 })
  const unanswered = await checkIn(client, UNANSWERED)
  await send()
  await client.queue.pause()
  const version = async (noticeId: string) => (await client.guest.get({ noticeId })).notice.version
  await client.guest.extend({ noticeId: longer, version: await version(longer), departureDate: calendarDate('2026-05-20') })
  await client.guest.cancel({ noticeId: corrected, version: await version(corrected), reason: 'гость не приехал' })
  const toSign = await checkIn(client, TO_SIGN)
  await client.filing.handOver({ noticeId: toSign })
  await checkIn(client, UNFINISHED)
  for (const one of WAITING) await checkIn(client, one)
  const [extension] = (await client.guest.get({ noticeId: longer })).followUps
  if (extension === undefined) throw new Error('Who stays longer is told about')
  await client.queue.resume()
  return { unanswered, duplicate, refused, extension: extension.notice.id, toSign }
}

async function checkIn(client: DirectDeskClient, { room, arrivalAt, issueDate, ...who }: SceneGuest): Promise<string> {
  const guest = sampleGuest(who)
  const { notices } = await client.checkIn.create({
    requestId: crypto.randomUUID(),
    stay: { arrivalAt, departureDate: calendarDate('2026-05-12'), room },
    guests: [issueDate === null ? { ...guest, issueDate } : guest],
  })
  return notices[0]?.id ?? ''
}
