import { expect, test } from 'vitest'
import { createDraftSaver, DRAFT_PAUSE_MS, DRAFT_RETRY_MS, type DraftState } from '#renderer/drafts/draft-saver.ts'

/** A desk whose answers come when the test says so, and a clock that runs when the test says so. */
function setUp(stored: string | null = null) {
  const calls: { readonly what: string; readonly answer: (error?: Error) => void }[] = []
  const states: DraftState[] = []
  let timer: { readonly action: () => void; readonly delayMs: number } | null = null
  const call = (what: string) =>
    new Promise<{ savedAt: string }>((resolve, reject) => {
      calls.push({ what, answer: (error) => (error === undefined ? resolve({ savedAt: what }) : reject(error)) })
    })
  const saver = createDraftSaver({
    stored,
    store: {
      save: (content, { isLastWord }) => call(isLastWord ? `last ${content}` : content),
      discard: () => call('discard'),
    },
    schedule(action, delayMs) {
      const mine = { action, delayMs }
      timer = mine
      return () => {
        if (timer === mine) timer = null
      }
    },
    onState: (state) => states.push(state),
  })
  return {
    saver,
    states,
    sent: () => calls.map(({ what }) => what),
    async answer(error?: Error) {
      calls.at(-1)?.answer(error)
      await Promise.resolve()
      await new Promise(setImmediate)
    },
    waits: () => timer?.delayMs ?? null,
    elapse() {
      const due = timer
      timer = null
      due?.action()
    },
  }
}

test('typing is saved once the hand rests', async () => {
  const desk = setUp()
  desk.saver.keep('a')
  desk.saver.keep('ab')
  expect(desk.sent()).toEqual([])
  expect(desk.waits()).toBe(DRAFT_PAUSE_MS)
  desk.elapse()
  expect(desk.sent()).toEqual(['ab'])
  await desk.answer()
  expect(desk.states).toEqual([{ kind: 'saved', at: 'ab' }])
})

test('what is typed during a save goes after it, never beside it', async () => {
  const desk = setUp()
  desk.saver.keep('a')
  desk.elapse()
  desk.saver.keep('ab')
  desk.elapse()
  desk.saver.keep('abc')
  desk.elapse()
  expect(desk.sent()).toEqual(['a'])
  await desk.answer()
  expect(desk.sent()).toEqual(['a', 'abc'])
})

test('a failure is said and tried again until it is on disk', async () => {
  const desk = setUp()
  desk.saver.keep('a')
  desk.elapse()
  const error = new Error('disk full')
  await desk.answer(error)
  expect(desk.states).toEqual([{ kind: 'failed', error }])
  expect(desk.waits()).toBe(DRAFT_RETRY_MS)
  desk.elapse()
  await desk.answer()
  expect(desk.sent()).toEqual(['a', 'a'])
  expect(desk.states.at(-1)).toEqual({ kind: 'saved', at: 'a' })
})

test('the last word leaves at once, and not when everything is on disk', async () => {
  const desk = setUp()
  desk.saver.keep('a')
  desk.saver.lastWord()
  expect(desk.sent()).toEqual(['last a'])
  const calm = setUp('a')
  calm.saver.keep('a')
  calm.saver.lastWord()
  expect(calm.sent()).toEqual([])
})

test('the last word also leaves while an older draft is under way', () => {
  const desk = setUp()
  desk.saver.keep('a')
  desk.elapse()
  desk.saver.keep('ab')
  desk.saver.lastWord()
  expect(desk.sent()).toEqual(['a', 'last ab'])
})

test('an emptied form takes its draft away', async () => {
  const desk = setUp('a')
  desk.saver.keep(null)
  desk.elapse()
  expect(desk.sent()).toEqual(['discard'])
  await desk.answer()
  expect(desk.states).toEqual([{ kind: 'none' }])
})

test('a flush ends when the newest content is on disk', async () => {
  const desk = setUp()
  desk.saver.keep('a')
  let isDone = false
  const flushed = desk.saver.flush().then(() => {
    isDone = true
  })
  desk.saver.keep('ab')
  await desk.answer()
  expect([desk.sent(), isDone]).toEqual([['a', 'ab'], false])
  await desk.answer()
  await flushed
  expect(isDone).toBe(true)
})
