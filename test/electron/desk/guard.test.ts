import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { pino } from 'pino'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createChangeBus } from '#electron/desk/change-bus.ts'
import { createLogger } from '#electron/desk/logging.ts'
import { StoreWriteError } from '#electron/store/write-error.ts'
import { ANNA, checkedIn, STAY, startedDesk, startedProcess } from './desk-under-test.ts'

describe('bad input', () => {
  it('is named by path, code and words, without what was given', async () => {
    const desk = await startedDesk()
    const secret = 'N1234567X'
    const create = desk.client.checkIn.create as (input: unknown) => Promise<unknown>
    const failure = await create({
      requestId: 'no-uuid',
      stay: { ...STAY, arrivalAt: '2026-02-30T10:00' },
      guests: [{ ...ANNA, sex: secret, birthDate: secret, citizenship: secret, phone: 17 }],
    }).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'BAD_INPUT', status: 422, defined: true })
    const { issues } = (failure as { data: { issues: { path: string; code: string }[] } }).data
    expect(issues.map(({ path, code }) => [path, code]).toSorted()).toEqual([
      ['guests.0.birthDate', 'not_a_date'],
      ['guests.0.citizenship', 'wrong_format'],
      ['guests.0.phone', 'wrong_format'],
      ['guests.0.sex', 'unknown_code'],
      ['requestId', 'wrong_format'],
      ['stay.arrivalAt', 'not_a_date_time'],
    ])
    expect(JSON.stringify(failure)).not.toContain(secret)
    await expect(create({})).rejects.toMatchObject({
      data: { issues: [{ path: 'requestId', code: 'required' }, { path: 'stay' }, { path: 'guests' }] },
    })
    expect(await desk.client.queue.list({})).toEqual([])
  })
})

describe('a write that fails', () => {
  it.each([
    ['that never began', 'no', 'no'],
    ['whose end is in doubt, and that is not there', 'unknown', 'no'],
    ['whose end is in doubt, and that is there', 'unknown', 'unknown'],
  ] as const)(
    '%s: says whether it is on disk, and the desk turns read-only until one succeeds',
    async (_what, reported, saved) => {
      const desk = await startedDesk()
      const { store } = desk.desk().register
      const transaction = store.transaction.bind(store)
      store.transaction = (work) => {
        if (saved === 'unknown') transaction(work)
        throw new StoreWriteError(reported, 'disk_full', 'SQLITE_FULL')
      }
      await expect(checkedIn(desk)).rejects.toMatchObject({
        code: 'STORE_FAILED',
        status: 507,
        data: { saved, cause: 'disk_full' },
      })
      expect(await desk.client.desk.status()).toMatchObject({ mode: 'read_only', trouble: 'disk_full' })
      expect(await desk.client.queue.list({})).toHaveLength(saved === 'unknown' ? 1 : 0)
      store.transaction = transaction
      // Nobody can save on a read-only screen: the desk itself finds out that the disk is back.
      desk.ports.clock.advance(6_000)
      expect(await desk.client.desk.status()).toMatchObject({ mode: 'ready', trouble: null })
    },
  )
})

describe('a register that cannot be read', () => {
  it('is said as such: nothing saved by what only reads, in doubt for what was saved just before', async () => {
    const desk = await startedDesk()
    const { rows } = desk.desk().register
    const unreadable = (): never => {
      throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_READ')
    }
    const find = rows.noticeLines.find
    rows.noticeLines.find = unreadable
    const request = { requestId: desk.ports.newId(), stay: STAY, guests: [ANNA] }
    await expect(desk.client.checkIn.create(request)).rejects.toMatchObject({
      code: 'STORE_FAILED',
      data: { saved: 'unknown', cause: 'io_error' },
    })
    const all = rows.noticeLines.all
    rows.noticeLines.all = unreadable
    await expect(desk.client.queue.list({})).rejects.toMatchObject({
      code: 'STORE_FAILED',
      data: { saved: 'no', cause: 'io_error' },
    })
    Object.assign(rows.noticeLines, { find, all })
    const { notices } = await desk.client.checkIn.create(request)
    expect(await desk.client.queue.list({})).toEqual(notices)
  })
})

describe('a mistake in the program', () => {
  it('reaches the caller without its words, and the log without a guest', async () => {
    const lines: string[] = []
    const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
    const desk = await startedDesk({}, { logger })
    desk.desk().register.store.search.index = () => {
      throw new TypeError(`cannot index ${ANNA.surname}`)
    }
    const failure = await checkedIn(desk).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', defined: false })
    const logged = lines.filter((line) => line.includes('a procedure failed'))
    expect(logged).toHaveLength(1)
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({ procedure: 'checkIn.create', kind: 'TypeError' })
    expect(`${lines.join('')}${JSON.stringify(failure)}`).not.toContain('MUELLER')
  })
})

describe('the log', () => {
  it('goes to a file in the data folder, and redacts what must never be in it', () => {
    const directory = mkdtempSync(join(tmpdir(), 'qabyl-test-'))
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
    const logger = createLogger({ directory, level: 'error', toStderr: false })
    logger.error({ surname: 'MUELLER', guest: { documentNumber: 'C01X00T47' }, input: { mrz: 'P<D' }, code: 'x' }, 'probe')
    const line = JSON.parse(readFileSync(join(directory, 'logs', 'desk.log'), 'utf8'))
    expect(line).toMatchObject({
      surname: '[redacted]',
      guest: '[redacted]',
      input: { mrz: '[redacted]' },
      code: 'x',
      msg: 'probe',
    })
  })
})

describe('changes', () => {
  it('come at once, then merged while the reader is slow', async () => {
    const bus = createChangeBus()
    const reader = bus.subscribe(undefined)
    expect((await reader.next()).value).toEqual({
      topics: ['status', 'board', 'queue', 'guest', 'setup', 'law', 'filing', 'report', 'delivery'],
      noticeId: null,
    })
    bus.publish({ topics: ['queue'], noticeId: 'a' })
    bus.publish({ topics: ['board'], noticeId: 'a' })
    expect((await reader.next()).value).toEqual({ topics: ['board', 'queue'], noticeId: 'a' })
    for (let count = 0; count < 1_000; count += 1) bus.publish({ topics: ['guest'], noticeId: String(count) })
    expect((await reader.next()).value).toEqual({ topics: ['guest'], noticeId: null })
    const waiting = reader.next()
    bus.close()
    expect(await waiting).toEqual({ done: true, value: undefined })
    expect(await bus.subscribe(undefined).next()).toEqual({ done: true, value: undefined })
  })

  it('end with the caller’s signal, also while nothing happens', async () => {
    const bus = createChangeBus()
    const abort = new AbortController()
    const reader = bus.subscribe(abort.signal)
    await reader.next()
    const waiting = reader.next()
    abort.abort()
    expect((await waiting).done).toBe(true)
  })

  it('tell every workplace which notice moved, and end when the desk stops', async () => {
    const desk = await startedDesk()
    const events = await desk.at('tab-2').desk.events()
    await events.next()
    const pending = events.next()
    const notice = await checkedIn(desk)
    expect((await pending).value).toEqual({ topics: ['status', 'board', 'queue', 'guest'], noticeId: notice.id })
    const last = events.next()
    await desk.process.stop()
    expect((await last).done).toBe(true)
  })

  it('reach a desk that is not set up yet', async () => {
    const started = await startedProcess()
    const events = await started.at('front').desk.events()
    await events.next()
    const pending = events.next()
    await started.at('office').setup.createProperty({ ...(await import('./desk-under-test.ts')).PROPERTY })
    expect((await pending).value).toMatchObject({ topics: expect.arrayContaining(['setup', 'status']) })
  })
})
