import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { type SimulatorOptions, startSimulator } from '#electron/simulator/start-simulator.ts'
import { tempDirectory } from '../../support/temp-directory.ts'
import { nastyServer, rawJson } from '../channels/nasty-server.ts'
import { ANNA, checkedIn, STAY, startedDesk } from './desk-under-test.ts'

async function startedService(options: Partial<SimulatorOptions> = {}) {
  const service = await startSimulator({ directory: tempDirectory(), port: 0, ...options })
  onTestFinished(() => service.close())
  return service
}

type TestDesk = Awaited<ReturnType<typeof startedDesk>>

/** A desk whose queue is paused, so that a notice stays unsent; with the service's facts learnt. */
async function deskOn(url: string): Promise<TestDesk> {
  const desk = await startedDesk({ channel: 'migration-api' }, { channelUrl: url })
  await desk.client.queue.checkConnection()
  await desk.client.queue.pause()
  return desk
}

async function learnt(desk: TestDesk): Promise<void> {
  const { settings } = desk.desk().register.store
  for await (const _change of await desk.client.desk.events()) {
    if (settings.get('channel.service', z.unknown()) !== undefined) return
  }
}

async function putTerms(url: string, terms: object): Promise<void> {
  await fetch(`${url}/terms`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(terms) })
}

const rowsOf = ({ desk }: TestDesk) => {
  const { database } = desk().register.store
  return ['notification', 'notification_revision', 'attempt', 'receipt'].map((table) =>
    database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).all(),
  )
}

describe('would the service take this?', () => {
  it('says so field by field, and neither files, nor moves, nor counts as an attempt', async () => {
    const service = await startedService({ terms: { purposes: ['transit'] } })
    const desk = await deskOn(service.url)
    const notice = await checkedIn(desk)
    const before = rowsOf(desk)
    expect(await desk.client.queue.validate({ noticeId: notice.id })).toEqual({
      service: 'would_refuse',
      cause: null,
      issues: [
        {
          field: 'purpose',
          code: 'unknown_code',
          message: 'This code is not in the list in force.',
          limit: null,
          foundBy: 'service',
        },
      ],
      warnings: [],
    })
    await putTerms(service.url, { purposes: ['tourism'] })
    expect(await desk.client.queue.validate({ noticeId: notice.id })).toMatchObject({ service: 'would_take', issues: [] })
    expect(rowsOf(desk)).toEqual(before)
    expect(await (await fetch(`${service.url}/received`)).json()).toEqual([])
    const audited = desk
      .desk()
      .register.store.database.prepare("SELECT action FROM audit WHERE action = 'channel.validated'")
      .all()
    expect(audited).toHaveLength(2)
    await desk.client.queue.resume()
    await desk.client.queue.drain({ untilEmpty: true, timeoutMs: 10_000 })
    expect((await desk.client.guest.get({ noticeId: notice.id })).notice.state).toBe('accepted')
    await expect(desk.client.queue.validate({ noticeId: notice.id })).rejects.toMatchObject({ code: 'NOT_NOW' })
  })

  it('names what is missing without asking anybody', async () => {
    const { url, requests } = await nastyServer((_request, socket) => socket.write(rawJson('200 OK', {})))
    const desk = await startedDesk({ channel: 'migration-api' }, { channelUrl: url })
    const notice = await checkedIn(desk, { issueDate: null, sex: null })
    const asked = () => requests.filter(({ path }) => path.includes('validation'))
    expect(await desk.client.queue.validate({ noticeId: notice.id })).toMatchObject({
      service: 'not_asked',
      issues: [
        { field: 'sex', code: 'required', foundBy: 'desk' },
        { field: 'issueDate', code: 'required', foundBy: 'desk' },
      ],
    })
    expect(asked()).toEqual([])
  })

  it('takes an answer that looks like a receipt for no answer: nothing is filed by it', async () => {
    const { url } = await nastyServer(({ path }, socket) => {
      const receipt = { status: 'accepted', reference: 'R-1', receivedAt: '2026-11-23T07:00:00.000Z' }
      socket.write(path.endsWith('/validation') ? rawJson('200 OK', receipt) : rawJson('503 Busy', {}))
    })
    const desk = await startedDesk({ channel: 'migration-api' }, { channelUrl: url })
    await desk.client.queue.pause()
    const notice = await checkedIn(desk)
    const before = rowsOf(desk)
    expect(await desk.client.queue.validate({ noticeId: notice.id })).toMatchObject({
      service: 'no_answer',
      cause: 'unreadable_answer',
    })
    expect(rowsOf(desk)).toEqual(before)
  })

  it('is no question where a person files, or nobody knows the service', async () => {
    const byHand = await startedDesk()
    const notice = await checkedIn(byHand)
    await expect(byHand.client.queue.validate({ noticeId: notice.id })).rejects.toMatchObject({ code: 'CHANNEL_NOT_AUTOMATIC' })
    const unknown = await startedDesk({ channel: 'migration-api' })
    const other = await checkedIn(unknown)
    expect(await unknown.client.queue.validate({ noticeId: other.id })).toMatchObject({ service: 'no_line', issues: [] })
  })
})

describe('what the service knows by code', () => {
  it('is fetched once there is a line, kept over a restart, and said while a check-in is typed; the notice goes all the same', async () => {
    const fieldRules = [{ field: 'person.surname', maxLength: 4, alphabet: null, isRequired: false } as const]
    const service = await startedService({ terms: { purposes: ['transit'], fieldRules, maxBatch: 7 } })
    const first = await deskOn(service.url)
    await learnt(first)
    expect((await first.client.desk.status()).connection).toMatchObject({ serviceEnvironment: 'test' })
    await first.process.stop()
    await putTerms(service.url, { purposes: ['tourism'], fieldRules: [] })
    const desk = await startedDesk({}, { directory: first.directory })
    const preview = await desk.client.checkIn.preview({ stay: STAY, guest: ANNA })
    expect(preview.fieldIssues).toEqual([
      { field: 'purpose', code: 'unknown_code', message: "Not in the service's list.", limit: null, foundBy: 'desk' },
      { field: 'surname', code: 'too_long', message: 'Longer than the service takes.', limit: 4, foundBy: 'desk' },
    ])
    // Old lists hold nothing back: the service has the last word.
    const notice = await checkedIn(desk)
    await desk.client.queue.resume()
    await desk.client.queue.drain({ untilEmpty: true, timeoutMs: 10_000 })
    expect((await desk.client.guest.get({ noticeId: notice.id })).notice.state).toBe('accepted')
  })

  it('says nothing where it could not be fetched, or belongs to another service', async () => {
    const silent = await startedService({ terms: { purposes: ['transit'], answersQuestions: false } })
    const desk = await deskOn(silent.url)
    await learnt(desk)
    expect((await desk.client.desk.status()).connection).not.toHaveProperty('serviceEnvironment')
    expect((await desk.client.checkIn.preview({ stay: STAY, guest: ANNA })).fieldIssues).toEqual([])
    const strict = await startedService({ terms: { purposes: ['transit'] } })
    const other = await deskOn(strict.url)
    await learnt(other)
    expect((await other.client.checkIn.preview({ stay: STAY, guest: ANNA })).fieldIssues).toHaveLength(1)
    await other.client.setup.setChannelAddress({ url: silent.url })
    expect((await other.client.checkIn.preview({ stay: STAY, guest: ANNA })).fieldIssues).toEqual([])
  })
})
