import fc from 'fast-check'
import { expect, it } from 'vitest'
import { STAY, startedDesk } from '../desk-under-test.ts'
import { guests, nextDays, photo, stateOf } from './paper-desk.ts'

type TestDesk = Awaited<ReturnType<typeof startedDesk>>

const GUESTS = 5
const guestIndex = fc.nat({ max: GUESTS - 1 })
const some = fc.uniqueArray(guestIndex, { minLength: 1, maxLength: GUESTS })

/** What people do about guests and lists, in any order; most of it is refused at the wrong moment. */
const act = fc.oneof(
  fc.record({ kind: fc.constant('make' as const), who: some }),
  fc.record({ kind: fc.constant('take_off' as const), who: guestIndex }),
  fc.record({
    kind: fc.constant('hand_in' as const),
    refused: fc.array(guestIndex),
    brought: fc.array(guestIndex),
    hasFile: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('correct' as const), who: guestIndex, phone: fc.nat({ max: 3 }) }),
  fc.record({ kind: fc.constant('cancel' as const), who: guestIndex }),
  fc.record({ kind: fc.constant('reopen' as const), who: guestIndex }),
  fc.record({ kind: fc.constant('take' as const), who: guestIndex }),
  fc.record({ kind: fc.constant('release' as const), who: guestIndex }),
  fc.record({ kind: fc.constant('prove' as const), who: guestIndex }),
  fc.record({ kind: fc.constant('wait' as const), days: fc.nat({ max: 2 }) }),
)
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

/** So that a run of bad luck cannot leave one of them out. */
const EVERYTHING_ONCE: Act[] = [
  { kind: 'make', who: [0, 1, 2] },
  { kind: 'make', who: [2, 3] },
  { kind: 'take_off', who: 0 },
  { kind: 'correct', who: 1, phone: 1 },
  { kind: 'hand_in', refused: [], brought: [], hasFile: true },
  { kind: 'cancel', who: 4 },
]

const seed = Number(process.env['QABYL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
console.info(`paper-random seed ${seed} (QABYL_TEST_SEED=${seed} repeats it)`)

const REFUSALS = ['ON_PAPER', 'NOT_NOW', 'LEASED', 'BAD_INPUT', 'PROOF_REQUIRED', 'STALE']

async function tried(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: { code: string }) => {
      expect(REFUSALS).toContain(error.code)
      return error.code
    },
  )
}

async function perform(desk: TestDesk, ids: readonly string[], one: Act, counter: { file: number }): Promise<string> {
  const { client } = desk
  const named = async (index: number) => ({
    noticeId: ids[index] ?? '',
    version: (await stateOf(desk, ids[index] ?? '')).version,
  })
  const [open] = await client.paper.lists({})
  switch (one.kind) {
    case 'make':
      return tried(client.paper.make({ listId: desk.ports.newId(), noticeIds: one.who.map((index) => ids[index] ?? '') }))
    case 'take_off':
      return open === undefined ? 'none' : tried(client.paper.takeOff({ listId: open.id, noticeId: ids[one.who] ?? '' }))
    case 'hand_in': {
      if (open === undefined) return 'none'
      const list = await client.paper.get({ listId: open.id })
      const waiting = list.entries.flatMap(({ outcome, notice }) => (outcome === null ? [notice.id] : []))
      const outcomeOf = (id: string) => {
        if (one.refused.some((index) => ids[index] === id)) return 'refused' as const
        return one.brought.some((index) => ids[index] === id) ? ('not_handed_in' as const) : null
      }
      counter.file += 1
      return tried(
        client.paper.handIn({
          listId: open.id,
          stampedOn: desk.desk().register.today(),
          stampNumber: `ВХ-${counter.file}`,
          file: one.hasFile ? photo(Buffer.from([0xff, 0xd8, 0xff, counter.file])) : null,
          exceptions: waiting.flatMap((noticeId) => {
            const outcome = outcomeOf(noticeId)
            return outcome === null ? [] : [{ noticeId, outcome, reason: 'так сказали' }]
          }),
        }),
      )
    }
    case 'correct': {
      const { facts } = await client.guest.get({ noticeId: ids[one.who] ?? '' })
      const corrected = { facts: { ...facts, phone: `+7 70${one.phone}` }, departureDate: STAY.departureDate, room: STAY.room }
      return tried(client.guest.correct({ ...(await named(one.who)), ...corrected }))
    }
    case 'cancel':
      return tried(client.guest.cancel({ ...(await named(one.who)), reason: 'не приехал' }))
    case 'reopen':
      return tried(client.guest.reopen(await named(one.who)))
    case 'take':
      return tried(client.filing.take({ noticeId: ids[one.who] ?? '' }))
    case 'release':
      return tried(client.filing.release({ noticeId: ids[one.who] ?? '' }))
    case 'prove':
      counter.file += 1
      return tried(client.filing.recordProof({ noticeId: ids[one.who] ?? '', reference: `EQ-${counter.file}` }))
    case 'wait':
      nextDays(desk, one.days)
      return 'done'
  }
}

/** Whatever happens: the register's promises hold, every entry is told once, and only what waits in `handover` is on an open list. */
async function check(desk: TestDesk, ids: readonly string[]): Promise<void> {
  const waiting = new Map<string, string>()
  for (const { id } of await desk.client.paper.lists({ all: true })) {
    const list = await desk.client.paper.get({ listId: id })
    expect(list.waiting + list.taken + list.notTaken + list.droppedOff).toBe(list.notices)
    for (const { notice, revision, outcome, proof } of list.entries) {
      if (outcome === 'taken') expect(proof).toMatchObject({ reference: expect.stringMatching(/^ВХ-/) })
      else expect(proof).toBeNull()
      if (outcome !== null) continue
      expect(waiting.has(notice.id)).toBe(false)
      waiting.set(notice.id, list.number)
      expect([notice.state, notice.revision, notice.lease]).toEqual(['handover', revision, null])
    }
  }
  for (const id of ids) expect((await stateOf(desk, id)).paper?.number).toBe(waiting.get(id))
}

it('whatever people do, in whichever order, no notice waits on two lists, and every one on a list is told once', {
  timeout: 120_000,
}, async () => {
  const counts: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 18 }), async (acts) => {
      const desk = await startedDesk({ channel: 'paper' })
      const ids = (await guests(desk, GUESTS)).map(({ id }) => id)
      const counter = { file: 0 }
      for (const one of acts) {
        const result = await perform(desk, ids, one, counter)
        counts[`${one.kind} ${result}`] = (counts[`${one.kind} ${result}`] ?? 0) + 1
        await check(desk, ids)
      }
      const verified = await desk.client.maintenance.verify()
      expect({ ...verified, auditEntries: 0 }).toMatchObject({ isClean: true, invariants: [] })
      await desk.process.stop()
    }),
    { numRuns: 25, seed, examples: [[EVERYTHING_ONCE]] },
  )
  // It was no walk past a shut door.
  for (const kind of ['make', 'take_off', 'hand_in', 'correct', 'cancel'])
    expect(counts[`${kind} done`] ?? 0, kind).toBeGreaterThan(0)
  expect(counts['make ON_PAPER'] ?? 0).toBeGreaterThan(0)
})
