import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ORPCError } from '@orpc/client'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDeskProcess, type DeskProcess } from '#electron/desk/desk-process.ts'
import { createDeskClient, type DeskClient } from '#shared/contract/transport/desk-client.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { type Connected, TRANSPORTS } from './transports.ts'

const PROPERTY = {
  name: 'Отель Алатау',
  bin: '000140000002',
  address: 'ул. Абая, 1',
  department: 'Алматы',
  environment: 'test',
} as const
const GUEST = {
  surname: 'MÜLLER',
  givenNames: 'JONAS',
  sex: 'M',
  birthDate: '1980-05-06',
  citizenship: 'DEU',
  documentType: 'passport',
  documentNumber: 'C01X00T47',
  issueDate: calendarDate('2022-01-10'),
  expiryDate: calendarDate('2032-01-09'),
  purpose: 'tourism',
} as const
const CHECK_IN = {
  requestId: '01a206ed-d6c5-7052-9516-11a4f0a31b18',
  stay: { arrivalAt: '2026-11-23T10:10', departureDate: calendarDate('2026-11-25'), room: '12' },
  guests: [GUEST],
}

let directory: string
let desk: DeskProcess
const open: Connected[] = []
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'qabyl-contract-'))
  desk = createDeskProcess({
    directory,
    appVersion: '1.2.3',
    logger: pino({ level: 'silent' }),
    startAt: '2026-11-23T05:43:00.000Z',
  })
  await desk.start()
})
afterEach(async () => {
  for (const connected of open.splice(0)) await connected.close()
  await desk.stop()
  await rm(directory, { recursive: true })
})

describe.each(TRANSPORTS)('the desk over $name', (transport) => {
  async function connect(workplace = 'w1'): Promise<DeskClient> {
    const connected = await transport.connect(desk, workplace)
    open.push(connected)
    return createDeskClient(connected.link)
  }

  it('goes from first start to a check-in on the board', async () => {
    const client = await connect()
    expect((await client.desk.status()).mode).toBe('needs_setup')
    await client.setup.createProperty(PROPERTY)
    const { notices } = await client.checkIn.create(CHECK_IN)
    expect(notices).toEqual([expect.objectContaining({ state: 'ready', strictDue: '2026-11-25', latestDue: '2026-11-26' })])
    expect(await client.queue.list({})).toEqual(notices)
    expect((await client.desk.status()).property).toMatchObject({ name: PROPERTY.name })
    expect(await client.checkIn.create(CHECK_IN)).toMatchObject({ notices })
  })

  it('says what is wrong with the input, field by field', async () => {
    const client = await connect()
    await client.setup.createProperty(PROPERTY)
    const guests = [{ ...GUEST, birthDate: '1980-02-30' }]
    const error = await client.checkIn.create({ ...CHECK_IN, guests }).catch((reason: unknown) => reason)
    if (!(error instanceof ORPCError)) throw new Error('expected a typed failure')
    expect({ code: error.code, data: error.data }).toEqual({
      code: 'BAD_INPUT',
      data: { issues: [expect.objectContaining({ path: 'guests.0.birthDate' })] },
    })
    expect(await client.queue.list({})).toEqual([])
  })

  it('fails with a type before set-up', async () => {
    const client = await connect()
    await expect(client.board.get()).rejects.toMatchObject({ code: 'NOT_SET_UP' })
  })

  it('takes a file of arrivals', async () => {
    const client = await connect()
    await client.setup.createProperty(PROPERTY)
    const bytes = await readFile(join(import.meta.dirname, '..', '..', 'fixtures', 'arrivals.csv'))
    const content = new Blob([new Uint8Array(bytes)], { type: 'text/csv' })
    expect(await client.checkIn.importCsv({ fileName: 'arrivals.csv', content })).toMatchObject({ created: 59, refused: 0 })
  })

  it('tells at once and at each change what to read again', async () => {
    const client = await connect()
    await client.setup.createProperty(PROPERTY)
    const stop = new AbortController()
    const events = await client.desk.events(undefined, { signal: stop.signal })
    expect((await events.next()).value).toMatchObject({ noticeId: null })
    const next = events.next()
    await client.checkIn.create(CHECK_IN)
    expect((await next).value).toMatchObject({ topics: expect.arrayContaining(['board']) })
    stop.abort()
  })

  it('keeps one workplace’s guest from the other', async () => {
    const [first, second] = [await connect('w1'), await connect('w2')]
    await first.setup.createProperty(PROPERTY)
    const { notices } = await first.checkIn.create(CHECK_IN)
    const noticeId = notices[0]?.id ?? ''
    const sheet = await first.filing.take({ noticeId })
    expect(sheet.notice.lease).toMatchObject({ isMine: true })
    await expect(second.filing.take({ noticeId })).rejects.toMatchObject({ code: 'LEASED' })

    const file = new Blob([new TextEncoder().encode('%PDF-1.7 receipt')], { type: 'application/pdf' })
    const filed = await first.filing.recordProof({ noticeId, reference: 'KZ-1', file, fileName: 'receipt.pdf' })
    expect(filed).toMatchObject({ state: 'accepted', reference: 'KZ-1', hasReceipt: true })
    const detail = await second.guest.get({ noticeId })
    const { content } = await second.receipt.get({ receiptId: detail.receipts[0]?.id ?? '' })
    expect(new TextDecoder().decode(await content.arrayBuffer())).toBe('%PDF-1.7 receipt')
  })
})
