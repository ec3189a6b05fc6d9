import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keyOfRecoveryCode } from '#electron/store/recovery-code.ts'
import { tempDirectory } from '../../support/temp-directory.ts'
import { ANNA, checkedIn, PROPERTY, STAY, startedDesk, startedProcess } from './desk-under-test.ts'

describe('first start', () => {
  it('answers status, events and set-up, and refuses the rest as NOT_SET_UP', async () => {
    const started = await startedProcess()
    const client = started.at('front')
    expect(await client.desk.status()).toMatchObject({
      mode: 'needs_setup',
      trouble: null,
      property: null,
      environment: null,
      businessDate: '2026-11-23',
      calendar: { version: '2026.1', forecast: false },
    })
    const events = await client.desk.events()
    expect((await events.next()).value).toEqual({
      topics: ['status', 'board', 'queue', 'guest', 'setup', 'law', 'filing', 'report', 'delivery'],
      noticeId: null,
    })
    for (const call of [
      () => client.board.get(),
      () => client.checkIn.create({ requestId: started.ports.newId(), stay: STAY, guests: [ANNA] }),
      () => client.maintenance.verify(),
      () => client.setup.setChannelAddress({ url: 'https://example.com' }),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'NOT_SET_UP', status: 409, defined: true })
    }
  })

  it('makes the register of a property, with its calendars, and a recovery code that is the key', async () => {
    const started = await startedProcess()
    const client = started.at('front')
    const { property, recoveryCode } = await client.setup.createProperty(PROPERTY)
    expect(property).toEqual({ ...PROPERTY, id: expect.any(String) })
    expect(keyOfRecoveryCode(recoveryCode).ok).toBe(true)
    const status = await client.desk.status()
    expect(status).toMatchObject({ mode: 'ready', environment: 'test', actor: { name: 'Управляющий', role: 'manager' } })
    expect(started.desk().register.calendar.years.map(({ year }) => year)).toEqual([2024, 2025, 2026, 2027])
    await expect(client.setup.createProperty(PROPERTY)).rejects.toMatchObject({
      code: 'ALREADY_SET_UP',
      data: { property: 'Hotel Probe' },
    })
    expect(await client.maintenance.verify()).toMatchObject({ isClean: true, auditEntries: 1 })
  })

  it.each([
    ['000140000003', 'bin', 'bin_check_digit'],
    ['00014000000', 'bin', 'wrong_format'],
  ])('refuses the BIN %s at its field and writes nothing', async (bin, path, code) => {
    const client = (await startedProcess()).at('front')
    await expect(client.setup.createProperty({ ...PROPERTY, bin })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path, code }] },
    })
    expect((await client.desk.status()).mode).toBe('needs_setup')
  })

  it.each([
    ['large_business', '900517300009', 'bin_is_iin'],
    ['natural_person', '000140000002', 'bin_is_bin'],
  ] as const)('refuses a %s with the number of another kind of host', async (kind, bin, code) => {
    const client = (await startedProcess()).at('front')
    await expect(client.setup.createProperty({ ...PROPERTY, kind, bin })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'bin', code }] },
    })
  })

  it('takes the IIN of a person who lets a flat', async () => {
    const client = (await startedProcess()).at('front')
    const { property } = await client.setup.createProperty({ ...PROPERTY, kind: 'natural_person', bin: '900517300009' })
    expect(property.bin).toBe('900517300009')
    expect((await client.rules.get()).exposure).toMatchObject({ kind: 'natural_person', mciByKind: { natural_person: 0 } })
  })

  it('refuses a time zone nobody knows', async () => {
    const client = (await startedProcess()).at('front')
    await expect(client.setup.createProperty({ ...PROPERTY, zone: 'Asia/Nowhere' })).rejects.toMatchObject({
      data: { issues: [{ path: 'zone', code: 'unknown_code' }] },
    })
  })
})

describe('training', () => {
  it('stands beside the real register, with guests in every list, and gives it back untouched', async () => {
    const desk = await startedDesk({ environment: 'production' })
    const real = await checkedIn(desk)
    const events = await desk.client.desk.events()
    await events.next()
    const pending = events.next()
    const training = await desk.client.setup.startTraining({ language: 'ru' })
    expect(training).toMatchObject({
      mode: 'ready',
      environment: 'training',
      property: { name: 'Отель «Мысал»' },
      connection: { state: 'paused' },
    })
    expect((await pending).value).toMatchObject({ topics: expect.arrayContaining(['setup']) })
    expect(existsSync(join(desk.directory, 'training', 'register.db'))).toBe(true)
    const board = await desk.client.board.get()
    const sizes = {
      overdue: board.lanes.overdue.length,
      today: board.lanes.today.length,
      tomorrow: board.lanes.tomorrow.length,
      later: board.lanes.later.length,
      unknown: board.citizenshipUnknown.length,
      incomplete: board.incomplete.length,
      person: board.needsPerson.length,
    }
    expect(Object.entries(sizes).filter(([, size]) => size === 0)).toEqual([])
    await expect(desk.client.guest.get({ noticeId: real.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })

    const back = await desk.client.setup.leaveTraining()
    expect(back).toMatchObject({ environment: 'production', property: { name: 'Hotel Probe' } })
    expect((await desk.client.queue.list({})).map(({ id }) => id)).toEqual([real.id])
    // The second visit finds the guests of the first.
    await desk.client.setup.startTraining({})
    expect((await desk.client.queue.list({})).length).toBe(40)
  })

  it('sends to a simulated service of its own once it is resumed', async () => {
    const started = await startedProcess({ training: true, language: 'en' })
    const client = started.at('front')
    expect((await client.desk.status()).property?.name).toBe('Hotel Mysal')
    const before = await client.queue.get()
    expect(before.automatic.length).toBeGreaterThan(10)
    await client.queue.resume()
    const drained = await client.queue.drain({ untilEmpty: true, timeoutMs: 15_000 })
    expect(drained).toMatchObject({ isEmpty: true, pending: 0, accepted: before.automatic.length })
    const accepted = await client.queue.list({ state: 'accepted' })
    expect(accepted.every(({ reference, acceptedAt }) => reference !== null && acceptedAt !== null)).toBe(true)
    expect((await client.maintenance.verify()).isClean).toBe(true)
  })

  it('can begin before there is a property, and lead back to first start', async () => {
    const started = await startedProcess()
    const client = started.at('front')
    await client.setup.startTraining({ language: 'kk' })
    expect((await client.desk.status()).property?.name).toBe('«Мысал» қонақүйі')
    expect((await client.setup.leaveTraining()).mode).toBe('needs_setup')
  })
})

describe('a folder that does not open', () => {
  it('says so in status, refuses to save, and recovers by itself', async () => {
    const directory = tempDirectory()
    const other = await startedProcess({ directory })
    const second = await startedProcess({ directory })
    const client = second.at('front')
    expect(await client.desk.status()).toMatchObject({
      mode: 'read_only',
      trouble: 'locked',
      folderTrouble: { directory, message: expect.stringContaining('Another Qabyl') },
    })
    await expect(client.board.get()).rejects.toMatchObject({ code: 'STORE_FAILED', data: { saved: 'no', cause: 'locked' } })
    await expect(client.setup.createProperty(PROPERTY)).rejects.toMatchObject({ code: 'STORE_FAILED' })
    await other.process.stop()
    second.ports.clock.advance(3_000)
    expect((await client.desk.status()).mode).toBe('needs_setup')
  })

  it('names a file in the way of the folder', async () => {
    const directory = join(tempDirectory(), 'data')
    writeFileSync(directory, 'not a folder')
    const client = (await startedProcess({ directory })).at('front')
    expect(await client.desk.status()).toMatchObject({
      mode: 'read_only',
      trouble: 'folder_blocked',
      folderTrouble: { directory },
    })
  })

  it('names a register that is no register', async () => {
    const directory = tempDirectory()
    mkdirSync(directory, { recursive: true })
    const first = await startedProcess({ directory })
    await first.process.stop()
    writeFileSync(join(directory, 'register.db'), 'x'.repeat(8192))
    const client = (await startedProcess({ directory })).at('front')
    expect((await client.desk.status()).trouble).toMatch(/wrong_key|damaged/)
  })
})

describe('another time than the PC’s', () => {
  it('is refused in production and taken in a test folder', async () => {
    const directory = tempDirectory()
    const real = await startedDesk({ environment: 'production' }, { directory })
    await real.process.stop()
    const shifted = await startedProcess({ directory, startAt: '2026-03-20T03:00:00.000Z' })
    expect(await shifted.process.start()).toMatchObject({ ok: false, error: { code: 'clock_only_for_trials' } })
    const trial = await startedProcess({ startAt: '2026-03-20T03:00:00.000Z' })
    await expect(trial.at('front').setup.createProperty({ ...PROPERTY, environment: 'production' })).rejects.toMatchObject({
      data: { issues: [{ path: 'environment' }] },
    })
    await trial.at('front').setup.createProperty(PROPERTY)
    expect((await trial.at('front').desk.status()).mode).toBe('ready')
  })
})
