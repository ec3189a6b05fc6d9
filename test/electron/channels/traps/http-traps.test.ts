import type { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createMigrationApiChannel, type MigrationApiConfig } from '#electron/channels/migration-api/migration-api-channel.ts'
import type { Outbox } from '#electron/outbox/outbox.ts'
import { BACK_OFF_CAP_MS } from '#electron/outbox/retry-policy.ts'
import {
  addNotice,
  noticeOf,
  openRegister,
  outboxOver,
  type RegisterUnderTest,
  statesOf,
} from '../../outbox/outbox-under-test.ts'
import { watched } from '../../outbox/watched-channel.ts'
import { TEST_AUTHORITY } from '../certificates.ts'
import { nastyServer } from '../nasty-server.ts'
import { ADDRESS_TRAPS } from './address-traps.ts'
import { reset } from './answers.ts'
import { BATCH_TRAPS } from './batch-traps.ts'
import { type HonestService, honestService } from './honest-service.ts'
import { QUESTION_TRAPS } from './question-traps.ts'
import { SIGN_IN_TRAPS } from './sign-in-traps.ts'
import { SUBMISSION_TRAPS } from './submission-traps.ts'
import type { AddressTrap, Outcomes, Trap } from './trap.ts'

const CREDENTIALS = { kind: 'client_credentials', clientId: 'desk-7', clientSecret: 's3cret-of-the-desk' } as const

/** Words of the notices and the credentials that must not be found in anything kept for showing or logged. */
const PERSONAL = /MUSTERMANN|Müstermann|ERIKA|Erika|C01X|1984-08-12|s3cret|Bearer/

/** A desk with three notices, and the channel's two ends: the trap now, the honest service later. */
function scene() {
  const register = openRegister()
  const ids = [addNotice(register), addNotice(register), addNotice(register)]
  const service = honestService()

  function desk(baseUrl: string, config: Partial<MigrationApiConfig> = {}) {
    const { clock } = register.ports
    const link = watched(
      createMigrationApiChannel({ baseUrl, credentials: CREDENTIALS, clock, extraCertificate: TEST_AUTHORITY, ...config }),
    )
    return { link, ...outboxOver(register, link.channel, { isCallUnderWay: link.isUnderWay }) }
  }

  /** The service keeps the contract from now on: where do the notices end, and what did it take? */
  async function heal(): Promise<void> {
    const { url } = await nastyServer((request, socket) => socket.write(service.answer(request)))
    const { outbox, time } = desk(url)
    outbox.start()
    await time.run(() => statesOf(register, ids).every((state) => !/^(ready|sending|unknown|deferred)/.test(state)))
    await outbox.stop()
  }

  return { register, ids, service, desk, heal }
}
type Scene = ReturnType<typeof scene>

function eachOf(outcomes: Outcomes): readonly string[] {
  return typeof outcomes === 'string' ? [outcomes, outcomes, outcomes] : outcomes
}

/** How the last attempt of each notice was written down. */
function lastOutcomes({ rows }: RegisterUnderTest, ids: readonly string[]): string[] {
  return ids.map((id) => {
    const { outcome, cause } = rows.attempts.ofNotification(id).at(-1) ?? {}
    return cause === null ? (outcome ?? 'none') : `${outcome}: ${cause}`
  })
}

function expectNothingPersonal({ register, ids }: Scene): void {
  const { store, rows, lines } = register
  const exchanges = ids.flatMap((id) =>
    rows.attempts.ofNotification(id).flatMap(({ id: attemptId, sealedExchange }) => {
      if (sealedExchange === null) return []
      return [store.stayKeys.open(noticeOf(register, id).stayId, `exchange:${attemptId}`, sealedExchange)?.toString()]
    }),
  )
  expect(exchanges.length).toBeGreaterThan(0)
  for (const exchange of exchanges) expect(exchange).not.toMatch(PERSONAL)
  expect(JSON.stringify(lines)).not.toMatch(PERSONAL)
}

/** One effect for every notice that is accepted or found to be there already, and no client id with two contents. */
function expectNothingLostOrDoubled(service: HonestService): void {
  expect([...service.held.values()].filter(({ effects }) => effects !== 1)).toEqual([])
  expect(service.changedContents).toEqual([])
}

async function expectTheEnd(played: Scene, trap: Trap | AddressTrap): Promise<void> {
  const { register, ids, service, heal } = played
  await heal()
  const ends = eachOf(trap.ends ?? 'accepted')
  expect(ids.map((id) => noticeOf(register, id).state)).toEqual(ends)
  expectNothingLostOrDoubled(service)
  const taken = [...service.held.values()].map(({ noticeId }) => noticeId)
  expect(ids.filter((id, index) => ends[index] === 'accepted' && !taken.includes(id))).toEqual([])
  expectNothingPersonal(played)
}

/** What the outbox says about waiting, at the moment the trapped call has ended. */
function expectHold({ register }: Scene, outbox: Outbox, { holdMs }: Trap): void {
  const { state, nextProbeAt } = outbox.connection()
  const heldMs = state === 'held' ? Date.parse(nextProbeAt ?? '') - register.ports.clock.now() : undefined
  if (holdMs !== 'back_off') {
    expect(heldMs).toBe(holdMs)
    return
  }
  expect(heldMs).toBeGreaterThanOrEqual(1_000)
  expect(heldMs).toBeLessThanOrEqual(BACK_OFF_CAP_MS)
}

const byName = <T extends { readonly name: string }>(traps: readonly T[]): [string, T][] =>
  traps.map((trap) => [trap.name, trap])

describe('the request that carries the notices', () => {
  it.each(byName(SUBMISSION_TRAPS))('%s', async (_name, trap) => {
    const played = scene()
    const { register, ids, service, desk } = played
    const interrupt = (socket: Socket): boolean => {
      trap.interrupts?.(socket)
      return trap.interrupts !== undefined
    }
    const server = await nastyServer(
      (request, socket) => {
        if (request.method === 'POST' && request.path === '/v1/notices') trap.springs(request, socket, service)
        else socket.write(service.answer(request))
      },
      { interrupt },
    )
    const credentials = trap.interrupts === undefined ? CREDENTIALS : ({ kind: 'none' } as const)
    const { outbox, time, link } = desk(server.url, {
      credentials,
      ...(trap.deadlineMs === undefined ? {} : { deadlineMs: trap.deadlineMs }),
    })
    if (trap.isReused === true) await outbox.checkConnection()
    const callsBefore = link.calls()
    outbox.start()
    await time.run(() => link.calls() > callsBefore, 1)
    expect(lastOutcomes(register, ids)).toEqual(eachOf(trap.outcome))
    expectHold(played, outbox, trap)
    const submissions = server.requests.filter(({ method, path }) => method === 'POST' && path === '/v1/notices')
    // A refused sign-in is renewed once; nothing else ever makes the adapter send twice.
    const expected = trap.outcome === 'notSent: sign_in_refused' ? 2 : 1
    if (trap.interrupts === undefined) expect(submissions).toHaveLength(expected)
    else expect(server.connections()).toBe(1)
    if (trap.isReused === true) expect(submissions[0]?.numberOnConnection).toBeGreaterThan(1)
    expect(
      server.requests.map(({ path }) => path).filter((path) => !/^\/(v1\/(notices|health)|oauth\/token)/.test(path)),
    ).toEqual([])
    await outbox.stop()
    await expectTheEnd(played, trap)
  })
})

describe('the question what became of them', () => {
  it.each(byName(QUESTION_TRAPS))('%s', async (_name, trap) => {
    const played = scene()
    const { register, ids, service, desk } = played
    const server = await nastyServer((request, socket) => {
      if (request.path === '/v1/notices') {
        service.take(request)
        reset(request, socket, service)
      } else if (request.path.startsWith('/v1/notices/')) trap.springs(request, socket, service)
      else socket.write(service.answer(request))
    })
    const { outbox, time, link } = desk(server.url, trap.deadlineMs === undefined ? {} : { deadlineMs: trap.deadlineMs })
    outbox.start()
    const asked = () => ids.some((id) => rowsOf(id).some(({ kind, endedAt }) => kind === 'look_up' && endedAt !== null))
    const rowsOf = (id: string) => register.rows.attempts.ofNotification(id)
    await time.run(asked)
    expect(link.calls()).toBe(2)
    const questions = ids.flatMap((id) => rowsOf(id).filter(({ kind }) => kind === 'look_up'))
    expect(questions).toHaveLength(3)
    expect(questions.map(({ outcome, cause }) => `${outcome}: ${cause}`)).toEqual(questions.map(() => trap.outcome))
    expectHold(played, outbox, trap)
    // Nothing but a clear "not here" lets a notice go again.
    expect(ids.map((id) => noticeOf(register, id).state)).toEqual(['unknown', 'unknown', 'unknown'])
    expect(server.requests.filter(({ path }) => path === '/v1/notices')).toHaveLength(1)
    await outbox.stop()
    await expectTheEnd(played, trap)
  })
})

describe('the question about a batch in work', () => {
  it.each(byName(BATCH_TRAPS))('%s', async (_name, trap) => {
    const played = scene()
    const { register, ids, service, desk } = played
    service.weaknesses.defers = true
    let trapped = 0
    const server = await nastyServer((request, socket) => {
      if (request.path.startsWith('/v1/batches/')) {
        trapped++
        trap.springs(request, socket, service)
      } else socket.write(service.answer(request))
    })
    const { outbox, time, link } = desk(server.url, trap.deadlineMs === undefined ? {} : { deadlineMs: trap.deadlineMs })
    outbox.start()
    const questions = () =>
      ids.flatMap((id) => register.rows.attempts.ofNotification(id).filter(({ kind }) => kind === 'look_up'))
    await time.run(() => questions().filter(({ endedAt }) => endedAt !== null).length === 3)
    expect(questions().map(({ outcome, cause }) => (cause === null ? outcome : `${outcome}: ${cause}`))).toEqual(
      eachOf(trap.outcome),
    )
    // One question for all three, and nothing was sent again on its answer.
    expect(link.calls()).toBe(2)
    expect(trapped).toBe(trap.outcome === 'no_answer: sign_in_refused' ? 2 : 1)
    expect(server.requests.filter(({ method, path }) => method === 'POST' && path === '/v1/notices')).toHaveLength(1)
    expectHold(played, outbox, trap)
    await outbox.stop()
    service.weaknesses.defers = false
    await expectTheEnd(played, trap)
  })
})

describe('the request for a token', () => {
  it.each(byName(SIGN_IN_TRAPS))('%s', async (_name, trap) => {
    const played = scene()
    const { register, ids, service, desk } = played
    const server = await nastyServer((request, socket) => {
      if (request.path === '/oauth/token') trap.springs(request, socket, service)
      else socket.write(service.answer(request))
    })
    const { outbox, time, link } = desk(server.url, trap.deadlineMs === undefined ? {} : { deadlineMs: trap.deadlineMs })
    outbox.start()
    await time.run(() => link.calls() > 0, 1)
    expect(lastOutcomes(register, ids)).toEqual(eachOf(trap.outcome))
    expectHold(played, outbox, trap)
    expect(server.requests.map(({ path }) => path)).toEqual(['/oauth/token'])
    await outbox.stop()
    await expectTheEnd(played, trap)
  })
})

describe('the address', () => {
  it.each(byName(ADDRESS_TRAPS))('%s', async (_name, trap) => {
    const played = scene()
    const { register, ids, service, desk } = played
    const { outbox, time, link } = desk(await trap.address())
    outbox.start()
    await time.run(() => link.calls() > 0, 1)
    expect(lastOutcomes(register, ids)).toEqual(eachOf(trap.outcome))
    expect(service.held.size).toBe(0)
    await outbox.stop()
    await expectTheEnd(played, trap)
  })
})
