import { describe, expect, it, onTestFinished } from 'vitest'
import type { MachineChannel, ServiceFacts } from '#electron/channels/adapter.ts'
import { createMigrationApiChannel, type MigrationApiConfig } from '#electron/channels/migration-api/migration-api-channel.ts'
import { type SimulatorOptions, startSimulator } from '#electron/simulator/start-simulator.ts'
import { manualClock } from '../../support/ports.ts'
import { tempDirectory } from '../../support/temp-directory.ts'
import { addNotice, noticeOf, openRegister, outboxOver, statesOf } from '../outbox/outbox-under-test.ts'
import { watched } from '../outbox/watched-channel.ts'
import { nastyServer, rawAnswer, rawJson } from './nasty-server.ts'
import { noticePayload, outgoingNotice } from './notice-fixture.ts'

const never = new AbortController().signal
const NOTHING_KNOWN: ServiceFacts = { maxBatch: null, environment: null, fieldRules: [], codeLists: null }

async function service(options: Partial<SimulatorOptions> = {}) {
  const running = await startSimulator({ directory: tempDirectory(), port: 0, ...options })
  onTestFinished(() => running.close())
  return running
}

function channelTo(baseUrl: string, config: Partial<MigrationApiConfig> = {}): MachineChannel {
  const channel = createMigrationApiChannel({ baseUrl, credentials: { kind: 'none' }, clock: manualClock(), ...config })
  onTestFinished(() => channel.close())
  return channel
}

async function factsOf(channel: MachineChannel, known: ServiceFacts | null = null): Promise<ServiceFacts> {
  const answer = await channel.describe?.(known, never)
  if (answer?.kind !== 'facts') throw new Error(`No facts: ${JSON.stringify(answer)}`)
  return answer.facts
}

async function putTerms(url: string, terms: object): Promise<void> {
  await fetch(`${url}/terms`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(terms) })
}

describe('what the service says of itself', () => {
  it('is its batch, its rules, its lists with their version; nothing is fetched twice that has not changed', async () => {
    const fieldRules = [
      { field: 'person.surname', isRequired: true, maxLength: 40, alphabet: 'latin' },
      { field: 'person.phone', isRequired: false, maxLength: null, alphabet: 'runes' },
    ] as const
    const { url } = await service({ terms: { maxBatch: 7, purposes: ['tourism'], fieldRules: [...fieldRules] } })
    const channel = channelTo(url)
    expect(channel.batchLimit?.()).toBe(20)
    const first = await factsOf(channel)
    expect(first).toMatchObject({
      maxBatch: 7,
      environment: 'test',
      fieldRules: [
        { field: 'person.surname', isRequired: true, maxLength: 40, alphabet: 'latin', codeList: null },
        { field: 'person.phone', isRequired: false, maxLength: null, alphabet: null, codeList: null },
      ],
      codeLists: { etag: `"${first.codeLists?.version}"`, lists: { purposes: ['tourism'] } },
    })
    expect(channel.batchLimit?.()).toBe(7)
    const again = await factsOf(channel, first)
    expect(again.codeLists).toBe(first.codeLists)
    await putTerms(url, { purposes: ['tourism', 'transit'], maxBatch: 3 })
    expect(await factsOf(channel, again)).toMatchObject({
      maxBatch: 3,
      codeLists: { lists: { purposes: ['tourism', 'transit'] } },
    })
    expect(channel.batchLimit?.()).toBe(3)
    expect(channelTo(url, { known: again }).batchLimit?.()).toBe(7)
  })

  it('is believed within sane bounds', async () => {
    for (const [said, limit] of [
      [0, 1],
      [-5, 1],
      [2.9, 2],
      [100, 20],
      [1e9, 20],
    ] as const) {
      const { url } = await nastyServer(({ path }, socket) => {
        const capabilities = { maxBatch: said, environment: 'production' }
        socket.write(path === '/v1/capabilities' ? rawJson('200 OK', capabilities) : rawJson('404 Not Found', {}))
      })
      const channel = channelTo(url)
      expect(await factsOf(channel)).toEqual({ ...NOTHING_KNOWN, maxBatch: Math.floor(said), environment: 'production' })
      expect(channel.batchLimit?.(), String(said)).toBe(limit)
    }
  })

  it('may be nothing: then everything goes as the contract allows, and the service decides', async () => {
    const { url } = await service({ terms: { answersQuestions: false } })
    const channel = channelTo(url)
    expect(await factsOf(channel)).toEqual(NOTHING_KNOWN)
    expect(channel.batchLimit?.()).toBe(20)
    expect(await channel.validate?.(noticePayload(), never)).toEqual({ kind: 'not_offered', retryAfterMs: null })
    expect((await channel.send([outgoingNotice()], never)).verdicts).toMatchObject([{ kind: 'accepted' }])
  })

  const LISTS = { version: '3', etag: '"3"', lists: { countries: ['DEU'], documentTypes: null, purposes: null } }
  it.each([
    ['HTML', rawAnswer('200 OK', { 'Content-Type': 'text/html' }, '<h1>Log in</h1>')],
    ['an empty list, which would refuse everybody', rawJson('200 OK', { version: '4', countries: [] })],
    ['countries that are no codes', rawJson('200 OK', { version: '4', countries: ['Germany'] })],
    ['no version', rawJson('200 OK', { countries: ['DEU'] })],
    ['500', rawJson('500 Oops', {})],
    ['a page called 404 that is none', rawJson('503 Busy', {}, { 'Retry-After': '30' })],
  ])('lists that come as %s leave the ones that are known', async (_name, spoiled) => {
    const { url } = await nastyServer(({ path }, socket) => {
      const capabilities = { maxBatch: 5, environment: 'production' }
      socket.write(path === '/v1/capabilities' ? rawJson('200 OK', capabilities) : spoiled)
    })
    const facts = await factsOf(channelTo(url), { ...NOTHING_KNOWN, codeLists: LISTS })
    expect(facts).toMatchObject({ maxBatch: 5, codeLists: LISTS })
  })

  it('a 304 to somebody who has no list says nothing', async () => {
    const { url, requests } = await nastyServer(({ path }, socket) => {
      socket.write(path === '/v1/capabilities' ? rawJson('404 Not Found', {}) : rawAnswer('304 Not Modified', {}, ''))
    })
    expect(await factsOf(channelTo(url))).toEqual(NOTHING_KNOWN)
    expect(requests.at(-1)?.headers['if-none-match']).toBeUndefined()
  })
})

describe('would it be accepted?', () => {
  it('is answered with the reasons, in the names of the desk, and files nothing', async () => {
    const { url } = await service({ terms: { countries: ['RUS', 'DEU'], purposes: ['transit'] } })
    const channel = channelTo(url)
    expect(await channel.validate?.(noticePayload(), never)).toEqual({
      kind: 'validated',
      issues: [{ field: 'purpose', code: 'unknown_code', message: 'This code is not in the list in force.' }],
      warnings: [],
      retryAfterMs: null,
    })
    await putTerms(url, { purposes: ['tourism'] })
    expect(await channel.validate?.(noticePayload(), never)).toMatchObject({ kind: 'validated', issues: [] })
    expect(await (await fetch(`${url}/received`)).json()).toEqual([])
  })

  it('carries no id under which anything could be filed', async () => {
    const { url, requests } = await nastyServer((_request, socket) => socket.write(rawJson('200 OK', {})))
    const notice = outgoingNotice()
    await channelTo(url).validate?.(notice.payload, never)
    expect(requests.map(({ path }) => path)).toEqual(['/v1/notices/validation'])
    expect(requests[0]?.body).not.toContain(notice.clientId)
    expect(requests[0]?.body).not.toContain(notice.notificationId)
    expect(requests[0]?.body).not.toMatch(/clientId"|noticeId|"notices"/)
  })

  const proper = { validated: true, issues: [], warnings: [] }
  it.each<[string, (questionId: string) => Buffer]>([
    [
      'a receipt',
      (id) => rawJson('200 OK', { clientId: id, status: 'accepted', reference: 'R-1', receivedAt: '2026-11-23T07:00:00Z' }),
    ],
    ['a validation with a reference', (questionId) => rawJson('200 OK', { ...proper, questionId, reference: 'R-1' })],
    ['a validation with results', (questionId) => rawJson('200 OK', { ...proper, questionId, results: [] })],
    [
      'a validation of something else',
      () => rawJson('200 OK', { ...proper, questionId: '01934f00-0000-7000-8000-b00000000001' }),
    ],
    ['a validation of nothing', () => rawJson('200 OK', proper)],
    ['not saying that it is one', (questionId) => rawJson('200 OK', { questionId, issues: [], warnings: [] })],
    ['"validated: false"', (questionId) => rawJson('200 OK', { ...proper, questionId, validated: false })],
    ['201 Created', (questionId) => rawJson('201 Created', { ...proper, questionId })],
    ['202 with a batch', (questionId) => rawJson('202 Accepted', { ...proper, questionId, batchReference: 'B-1' })],
    ['captive portal: 200 with HTML', () => rawAnswer('200 OK', { 'Content-Type': 'text/html' }, 'ok')],
    ['302', () => rawAnswer('302 Found', { Location: '/login' }, '')],
  ])('no answer to that is: %s', async (_name, spoil) => {
    const { url, requests } = await nastyServer(({ body }, socket) => {
      socket.write(spoil((JSON.parse(body) as { questionId: string }).questionId))
    })
    expect(await channelTo(url).validate?.(noticePayload(), never)).toEqual({
      kind: 'no_answer',
      cause: 'unreadable_answer',
      retryAfterMs: null,
    })
    expect(requests).toHaveLength(1)
  })

  it('holds the line where the service asks to be left alone, and is not asked while it is held', async () => {
    const register = openRegister()
    const server = await nastyServer((_request, socket) => {
      socket.write(rawJson('429 Slow', {}, { 'Retry-After': '120' }))
    })
    const { outbox } = outboxOver(register, channelTo(server.url))
    const ask = () =>
      outbox.question(
        async (channel, signal) =>
          (await channel.validate?.(noticePayload(), signal)) ?? { kind: 'not_offered', retryAfterMs: null },
      )
    expect(await ask()).toMatchObject({ kind: 'no_answer', cause: 'rate_limited' })
    expect(outbox.connection()).toMatchObject({ state: 'held', nextProbeAt: '2026-11-23T05:45:00.000Z' })
    expect(await ask()).toBe('held')
    expect(server.requests).toHaveLength(1)
    await outbox.stop()
    expect(await ask()).toBe('nobody')
  })
})

describe('a service that takes fewer than it said', () => {
  it('gets smaller batches until they fit, each notice once, none of them suspected', async () => {
    const register = openRegister()
    const ids = Array.from({ length: 20 }, () => addNotice(register))
    const { url } = await service({ terms: { maxBatch: 6 } })
    const { clock } = register.ports
    const link = watched(createMigrationApiChannel({ baseUrl: url, credentials: { kind: 'none' }, clock }))
    const { outbox, time } = outboxOver(register, link.channel, { isCallUnderWay: link.isUnderWay })
    outbox.start()
    await time.run(() => link.calls() > 0, 1)
    expect(new Set(statesOf(register, ids))).toEqual(new Set(['ready']))
    await time.run(() => statesOf(register, ids).every((state) => state === 'accepted'))
    await outbox.stop()
    // 20 and 10 are too many; then four fives.
    expect(link.calls()).toBe(6)
    expect(link.channel.batchLimit?.()).toBe(5)
    for (const id of ids) expect(noticeOf(register, id).attemptCount).toBeLessThanOrEqual(3)
    const received = (await (await fetch(`${url}/received`)).json()) as { timesReceived: number }[]
    expect(received.map(({ timesReceived }) => timesReceived)).toEqual(ids.map(() => 1))
  })
})
