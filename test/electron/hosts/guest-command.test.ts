import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { run } from './command-line.ts'

const PROPERTY = {
  name: 'Отель Алатау',
  bin: '000140000002',
  address: 'г. Алматы, ул. Абая, 1',
  department: 'Алматы',
  environment: 'test',
}
const NOW = '2026-11-23T05:43:00Z'
const STAY = { arrivalAt: '2026-11-23T10:10', departureDate: '2026-11-27', room: '12' }
const GUESTS = [
  { surname: 'MÜLLER', givenNames: 'ANNA', citizenship: 'DEU' },
  { surname: 'MÜLLER', givenNames: 'BORIS', citizenship: 'DEU' },
]
const madeSchema = z.object({ notices: z.array(z.object({ id: z.string() })).length(2) })

let base: string
let ids: readonly string[]

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'qabyl-guest-command-'))
  const property = join(base, 'property.json')
  await writeFile(property, JSON.stringify(PROPERTY))
  await json('init', '--property', property, '--now', NOW)
  const { documents } = await run(['check-in', '--data', join(base, 'data'), '--now', NOW, '--json'], {
    input: JSON.stringify({ stay: STAY, guests: GUESTS }),
  })
  ids = madeSchema.parse(documents[0]).notices.map(({ id }) => id)
})
afterEach(() => rm(base, { recursive: true, force: true }))

async function json(...typed: string[]) {
  const { exit, documents } = await run([...typed, '--data', join(base, 'data'), '--now', NOW, '--json'])
  return { exit, document: documents[0] }
}

/** The command on the first of the two guests. */
function act(verb: string, ...flags: string[]) {
  return json('guest', verb, ids[0] ?? '', ...flags)
}

function states() {
  return Promise.all(ids.map(async (id) => (await json('guest', 'show', id)).document))
}

it('extends, moves and checks out the party, and takes the departure back', async () => {
  expect(await act('extend', '--until', '2026-11-30')).toMatchObject({
    exit: 0,
    document: { departureDate: '2026-11-30', whatFollows: expect.any(String) },
  })
  expect(await act('move', '--room', '31')).toMatchObject({ exit: 0, document: { room: '31' } })
  expect(await act('depart', '--party')).toMatchObject({ exit: 0 })
  expect(await states()).toMatchObject([{ departedOn: '2026-11-23' }, { departedOn: '2026-11-23' }])
  expect(await act('depart', '--undo')).toMatchObject({ exit: 0 })
  expect(await states()).toMatchObject([{ departedOn: null }, { departedOn: '2026-11-23' }])
})

it('withdraws with a reason and takes that back', async () => {
  expect(await act('cancel', '--reason', 'бронь сняли', '--party')).toMatchObject({ exit: 0, document: { state: 'cancelled' } })
  expect(await states()).toMatchObject([{ chain: [{ state: 'cancelled' }] }, { chain: [{ state: 'cancelled' }] }])
  expect(await act('cancel', '--undo')).toMatchObject({ exit: 0, document: { state: 'incomplete' } })
})

it('refuses with the reason and says how it is used', async () => {
  expect(await act('extend', '--until', '2026-11-27')).toMatchObject({ exit: 1, document: { error: { code: 'BAD_INPUT' } } })
  expect(await act('depart', '--undo')).toMatchObject({ exit: 1, document: { error: { code: 'NOT_NOW' } } })
  expect(await act('duplicate', '--ours')).toMatchObject({ exit: 1, document: { error: { code: 'NOT_NOW' } } })
  const misused = [['extend', '--until', 'soon'], ['duplicate', '--ours', '--theirs'], ['cancel']]
  for (const [verb = '', ...flags] of misused) expect(await act(verb, ...flags)).toMatchObject({ exit: 2 })
})
