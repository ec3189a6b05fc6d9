import { z } from 'zod'
import { type DeskNews, deskNewsSchema, type Listening, type TellNews } from './desk-news.ts'

/** Name of the lock and of the channel. What is said there is a protocol: a window with other words takes another name. */
const NAME = 'qabyl.desk-news.1'
/** A window that is looked at makes sure this often that somebody listens for it. */
export const ASK_EVERY_MS = 4_000
/** Whoever listens answers between two tasks. So long without a word, and he is frozen, or stands still under a dialog of the browser. */
export const PATIENCE_MS = 2_000

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('news'), news: deskNewsSchema }),
  z.object({ kind: z.literal('ask'), from: z.string() }),
  z.object({ kind: z.literal('here'), to: z.string(), line: z.enum(['connecting', 'connected', 'lost', 'refused']) }),
])
type Message = z.infer<typeof messageSchema>
type Line = Extract<Message, { kind: 'here' }>['line']

/** The window as far as it matters here. */
export interface WatchedPage {
  isVisible(): boolean
  /** `seen`: somebody looks at it again. `frozen`: nothing will run in it for a while. `thawed`: it runs again, and has missed what was said. */
  watch(listener: (change: 'seen' | 'frozen' | 'thawed') => void): () => void
  /** Runs `action` after `delayMs`; answers how to call it off. */
  schedule(action: () => void, delayMs: number): () => void
  /** Milliseconds, monotonic. */
  now(): number
}

interface SharedNewsOptions {
  readonly page: WatchedPage
  readonly locks: LockManager
  readonly newId: () => string
  /** Listens to the desk itself, for all windows, until the signal. */
  readonly listen: (tell: TellNews, signal: AbortSignal) => Listening
  readonly tell: TellNews
}

/**
 * One stream of events for all windows of a browser: six connections are all it opens to one address, and a stream holds one for as long as
 * its window lives. Whoever holds the lock listens and tells the others. The browser gives the lock on when that window closes or
 * crashes; from one that stands still it is taken. Whoever takes over has everybody read again, so nothing is missed. Answers how to stop.
 */
export function shareDeskNews({ page, locks, newId, listen, tell }: SharedNewsOptions): () => void {
  const ownId = newId()
  const channel = new BroadcastChannel(NAME)
  let line: Line = 'connecting'
  /** What was told while this window did not listen is not known to it. */
  let hasMissed = true
  let term: { readonly end: AbortController; readonly listening: Listening } | null = null
  let queue: AbortController | null = null
  let isStopped = false
  let isAnswered = true
  let callOff: () => void = () => undefined

  function take(news: DeskNews): void {
    if (news.kind !== 'changed') line = news.kind
    if (news.kind === 'connected') hasMissed = false
    tell(news)
  }

  function say(message: Message): void {
    if (!isStopped) channel.postMessage(message)
  }

  function lead(): Promise<void> {
    const end = new AbortController()
    callOff()
    queue = null
    if (isStopped || term !== null) return Promise.resolve()
    term = { end, listening: listen(spread, end.signal) }
    return new Promise((resolve) => end.signal.addEventListener('abort', () => resolve()))
  }

  function spread(news: DeskNews): void {
    take(news)
    say({ kind: 'news', news })
  }

  function resign(): void {
    term?.end.abort()
    term = null
    queue?.abort()
    queue = null
    callOff()
  }

  /** Stands in the queue for the lock, and asks whoever holds it how things are. */
  function join(): void {
    if (isStopped) return
    hasMissed = true
    const waiting = new AbortController()
    queue = waiting
    void holdLock({ signal: waiting.signal })
    ask()
  }

  async function holdLock(options: LockOptions): Promise<void> {
    try {
      await locks.request(NAME, options, lead)
    } catch {
      if (isStopped || options.signal?.aborted === true) return
      // Taken away: this window stood still.
      resign()
      join()
    }
  }

  function takeOver(): void {
    resign()
    void holdLock({ steal: true })
  }

  function ask(): void {
    callOff()
    if (isStopped || term !== null) return
    isAnswered = false
    const askedAt = page.now()
    say({ kind: 'ask', from: ownId })
    callOff = page.schedule(() => {
      // Late oneself: the answer may lie unread.
      const stoodStill = page.now() - askedAt > 2 * PATIENCE_MS
      if (isAnswered || !page.isVisible()) callOff = page.schedule(askIfSeen, ASK_EVERY_MS - PATIENCE_MS)
      else if (stoodStill) ask()
      else takeOver()
    }, PATIENCE_MS)
  }

  /** A window nobody looks at asks again when it is looked at. */
  function askIfSeen(): void {
    if (page.isVisible()) ask()
  }

  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const read = messageSchema.safeParse(data)
    if (!read.success || isStopped) return
    const message = read.data
    if (message.kind === 'ask') {
      if (term === null) return
      term.listening.hurry()
      return say({ kind: 'here', to: message.from, line })
    }
    isAnswered = true
    // Whoever listens himself knows better.
    if (term !== null) return
    if (message.kind === 'news') return take(message.news)
    const isNew = message.line !== line || hasMissed
    if (message.to === ownId && isNew && message.line !== 'connecting') take({ kind: message.line })
  }
  const unwatch = page.watch((change) => {
    if (change === 'frozen') resign()
    else if (change === 'seen') ask()
    else {
      resign()
      join()
    }
  })
  join()
  return () => {
    isStopped = true
    unwatch()
    resign()
    channel.close()
  }
}
