import { expect, test } from 'vitest'
import { createFormKeeper, type KeptForms, NO_FORMS } from '#renderer/drafts/form-keeper.ts'

const SEEN = { lines: 3, actBy: '2026-11-26' }

/** A desk that answers a read when the test says so, and a clock that runs when the test says so. */
function setUp(held: string | null) {
  const disk = { content: held }
  const timers: (() => void)[] = []
  let kept: KeptForms = NO_FORMS
  let answers = false
  const settled = () => new Promise(setImmediate)
  const keeper = createFormKeeper({
    store: {
      get: () => (answers ? Promise.resolve({ ...disk }) : Promise.reject(new Error('no answer'))),
      save(content) {
        disk.content = content
        return Promise.resolve({ savedAt: 'now' })
      },
      discard() {
        disk.content = null
        return Promise.resolve()
      },
    },
    schedule(action) {
      timers.push(action)
      return () => void timers.splice(timers.indexOf(action), timers.includes(action) ? 1 : 0)
    },
    onChange(now) {
      kept = now
    },
  })
  return {
    keeper,
    disk,
    kept: () => kept,
    async answer() {
      answers = true
      await this.elapse()
    },
    async elapse() {
      await settled()
      for (const action of timers.splice(0)) action()
      await settled()
    },
  }
}

const textsOf = ({ forms }: KeptForms) => Object.fromEntries(Object.entries(forms).map(([form, { typed }]) => [form, typed]))

test('forms of one subject share a draft and come back from it one by one', async () => {
  const before = setUp(null)
  await before.answer()
  before.keeper.keep('extend', { typed: { day: '31' }, seen: SEEN })
  before.keeper.keep('move', { typed: { room: '5' }, seen: null })
  await before.elapse()
  const after = setUp(before.disk.content)
  await after.answer()
  expect(after.kept().forms).toEqual({
    extend: { typed: { day: '31' }, seen: SEEN, wasKept: true },
    move: { typed: { room: '5' }, seen: null, wasKept: true },
  })
  after.keeper.keep('extend', null)
  await after.elapse()
  expect(JSON.parse(after.disk.content ?? '')).toEqual({ move: { typed: { room: '5' }, seen: null } })
  after.keeper.keep('move', null)
  await after.elapse()
  expect(after.disk.content).toBeNull()
})

test('what is typed before the draft is read is newer; nothing is written over a draft that could not be read', async () => {
  const held = JSON.stringify({
    extend: { typed: { day: '1' }, seen: null },
    cancel: { typed: { reason: 'a' }, seen: null },
    drop: { typed: 'b', seen: null },
  })
  const desk = setUp(held)
  desk.keeper.keep('extend', { typed: { day: '25' }, seen: SEEN })
  desk.keeper.keep('drop', null)
  await desk.elapse()
  expect(desk.kept()).toMatchObject({ isRead: false, state: { kind: 'failed' } })
  expect(desk.disk.content).toBe(held)
  await desk.answer()
  await desk.elapse()
  expect(desk.kept().isRead).toBe(true)
  expect(textsOf(desk.kept())).toEqual({ cancel: { reason: 'a' }, extend: { day: '25' } })
  expect(Object.keys(JSON.parse(desk.disk.content ?? '') as object).toSorted()).toEqual(['cancel', 'extend'])
})

test.each(['', '{', '[]', '"x"', '{"extend":{}}', '{"extend":5}'])(
  'a draft that is none of ours, %j, is nothing typed',
  async (content) => {
    const desk = setUp(content)
    await desk.answer()
    expect(desk.kept().isRead).toBe(true)
    expect(Object.values(textsOf(desk.kept())).filter((typed) => typed !== undefined)).toEqual([])
  },
)
