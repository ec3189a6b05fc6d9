import { expect, onTestFinished, test, vi } from 'vitest'
import type { DeskNews, TellNews } from '#renderer/client/desk-news.ts'
import { ASK_EVERY_MS, PATIENCE_MS, shareDeskNews } from '#renderer/client/share-desk-news.ts'

const NAME = 'qabyl.desk-news.1'
const CONNECTED: DeskNews = { kind: 'connected' }
const BOARD: DeskNews = { kind: 'changed', topics: ['board'] }

/** A window over the real locks and the real channel; only its page and the desk behind it are played. */
function openWindow(name: string) {
  const heard: DeskNews[] = []
  const terms: { tell: TellNews; signal: AbortSignal; hurried: number }[] = []
  const timers = new Map<() => void, number>()
  let watcher: (change: 'seen' | 'frozen' | 'thawed') => void = () => undefined
  let nowMs = 0
  const page = { isVisible: true }
  const stop = shareDeskNews({
    page: {
      isVisible: () => page.isVisible,
      watch(listener) {
        watcher = listener
        return () => undefined
      },
      schedule(action, delayMs) {
        timers.set(action, nowMs + delayMs)
        return () => timers.delete(action)
      },
      now: () => nowMs,
    },
    locks: navigator.locks,
    newId: () => name,
    listen(tell, signal) {
      const term = { tell, signal, hurried: 0 }
      terms.push(term)
      return {
        hurry() {
          term.hurried += 1
        },
      }
    },
    tell: (news) => heard.push(news),
  })
  onTestFinished(stop)
  return {
    heard,
    terms,
    page,
    stop,
    happen: (change: 'seen' | 'frozen' | 'thawed') => watcher(change),
    /** Time passes in one leap, as for a window that stood still, unless it is no longer than a timer. */
    pass(durationMs: number) {
      nowMs += durationMs
      for (const [action, dueMs] of [...timers]) {
        if (dueMs > nowMs) continue
        timers.delete(action)
        action()
      }
    },
    listens: () => terms.at(-1)?.signal.aborted === false,
    desk: (news: DeskNews) => terms.at(-1)?.tell(news),
  }
}

type TestWindow = ReturnType<typeof openWindow>

const listeners = (windows: readonly TestWindow[]) => windows.filter((window) => window.listens())

async function opened(count: number) {
  const windows = Array.from({ length: count }, (_, index) => openWindow(`window ${index + 1}`))
  await vi.waitUntil(() => listeners(windows).length === 1)
  const [leader] = listeners(windows)
  if (leader === undefined) throw new Error('One of them listens')
  leader.desk(CONNECTED)
  await told(windows, CONNECTED)
  return { windows, leader, others: windows.filter((window) => window !== leader) }
}

/** Each of them has heard `news` last. */
async function told(windows: readonly TestWindow[], news: DeskNews): Promise<void> {
  await vi.waitFor(() => expect(windows.map(({ heard }) => heard.at(-1))).toEqual(windows.map(() => news)))
}

test('one window listens for all, and a window that is opened later hears how things are', async () => {
  const { windows, leader } = await opened(8)
  leader.desk(BOARD)
  await told(windows, BOARD)
  const late = openWindow('late')
  await told([late], CONNECTED)
  leader.desk({ kind: 'lost' })
  await told([...windows, late], { kind: 'lost' })
  const later = openWindow('later')
  await told([later], { kind: 'lost' })
  expect(listeners([...windows, late, later])).toEqual([leader])
})

test('when it is closed another takes over, and everybody reads again what may have changed meanwhile', async () => {
  const { leader, others } = await opened(3)
  leader.stop()
  await vi.waitUntil(() => listeners(others).length === 1)
  const before = others.map(({ heard }) => heard.length)
  listeners(others)[0]?.desk(CONNECTED)
  await vi.waitFor(() =>
    expect(others.map(({ heard }, index) => heard.slice(before[index]))).toEqual([[CONNECTED], [CONNECTED]]),
  )
  expect(leader.terms.at(-1)?.signal.aborted).toBe(true)
})

test('a window that will be frozen lets another listen; thawed, it reads again', async () => {
  const { leader, others } = await opened(2)
  leader.happen('frozen')
  await vi.waitUntil(() => listeners(others).length === 1)
  others[0]?.desk(CONNECTED)
  leader.happen('thawed')
  const before = leader.heard.length
  await vi.waitFor(() => expect(leader.heard.slice(before)).toContainEqual(CONNECTED))
  expect(leader.listens()).toBe(false)
})

test('from a window that stands still the lock is taken by one that is looked at, and by no other', async () => {
  const robbed = navigator.locks.request(NAME, () => new Promise(() => undefined)).catch((error: unknown) => error)
  const window = openWindow('waits')
  const unseen = openWindow('unseen')
  unseen.page.isVisible = false
  unseen.pass(PATIENCE_MS)
  window.pass(PATIENCE_MS - 1)
  expect(listeners([window, unseen])).toEqual([])
  window.pass(1)
  expect(await robbed).toMatchObject({ name: 'AbortError' })
  await vi.waitUntil(() => window.listens())
  expect(unseen.listens()).toBe(false)
})

test('who stood still himself asks again before he takes anything', async () => {
  let release: () => void = () => undefined
  const held = navigator.locks.request(
    NAME,
    () =>
      new Promise<void>((resolve) => {
        release = resolve
      }),
  )
  const window = openWindow('late itself')
  window.pass(10 * PATIENCE_MS)
  release()
  // Had it been taken, this would have been refused.
  await expect(held).resolves.toBeUndefined()
  await vi.waitUntil(() => window.listens())
})

test('the window that was robbed stands in the queue again', async () => {
  const { leader } = await opened(1)
  const thief = new AbortController()
  const theft = navigator.locks.request(
    NAME,
    { steal: true },
    () => new Promise<void>((resolve) => thief.signal.addEventListener('abort', () => resolve())),
  )
  await vi.waitUntil(() => !leader.listens())
  thief.abort()
  await theft
  await vi.waitUntil(() => leader.listens())
  expect(leader.terms).toHaveLength(2)
})

test('who is asked tries at once: a timer of a window nobody looks at may take a minute', async () => {
  const { leader, others } = await opened(2)
  const before = leader.terms[0]?.hurried ?? 0
  const [other] = others
  other?.pass(PATIENCE_MS)
  other?.pass(ASK_EVERY_MS - PATIENCE_MS)
  await vi.waitUntil(() => (leader.terms[0]?.hurried ?? 0) > before)
  if (other !== undefined) other.page.isVisible = false
  other?.happen('seen')
  await vi.waitUntil(() => (leader.terms[0]?.hurried ?? 0) > before + 1)
  expect(listeners([leader, ...others])).toEqual([leader])
})

test('what is no word of ours is not heard', async () => {
  const { windows } = await opened(2)
  const before = windows.map(({ heard }) => heard.length)
  const stranger = new BroadcastChannel(NAME)
  onTestFinished(() => stranger.close())
  stranger.postMessage({ kind: 'news', news: { kind: 'changed', topics: ['nonsense'] } })
  stranger.postMessage('nonsense')
  stranger.postMessage({ kind: 'news', news: { kind: 'refused' } })
  await vi.waitUntil(() => windows.some(({ heard }) => heard.at(-1)?.kind === 'refused'))
  expect(windows.map(({ heard }, index) => heard.length - (before[index] ?? 0)).toSorted()).toEqual([0, 1])
})
