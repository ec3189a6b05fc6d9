export const TOPICS = ['status', 'board', 'queue', 'guest', 'setup', 'law', 'filing', 'report', 'delivery'] as const
export type Topic = (typeof TOPICS)[number]

/** Which views to read again; `noticeId` when it is about one notice only. */
export interface Change {
  topics: Topic[]
  noticeId: string | null
}

export interface ChangeBus {
  publish(change: Readonly<Change>): void
  /**
   * Changes from now on. The first comes at once with every topic, so that a reconnect refreshes all. A slow reader never makes the
   * desk keep a list: changes that wait are merged into one. Ends on `signal` and on {@link close}.
   */
  subscribe(signal: AbortSignal | undefined): AsyncGenerator<Change, void, void>
  /** Ends every subscription. */
  close(): void
}

export const EVERYTHING: Readonly<Change> = { topics: [...TOPICS], noticeId: null }

export function createChangeBus(): ChangeBus {
  const mailboxes = new Set<Mailbox>()
  let isClosed = false

  return {
    publish(change) {
      for (const mailbox of mailboxes) mailbox.put(change)
    },
    async *subscribe(signal) {
      if (isClosed) return
      const mailbox = createMailbox()
      const end = () => mailbox.end()
      mailboxes.add(mailbox)
      signal?.addEventListener('abort', end, { once: true })
      if (signal?.aborted === true) end()
      try {
        mailbox.put(EVERYTHING)
        for (let change = await mailbox.take(); change !== undefined; change = await mailbox.take()) yield change
      } finally {
        mailboxes.delete(mailbox)
        signal?.removeEventListener('abort', end)
      }
    },
    close() {
      isClosed = true
      for (const mailbox of mailboxes) mailbox.end()
    },
  }
}

interface Mailbox {
  put(change: Readonly<Change>): void
  /** The merged changes since the last call; waits for one; `undefined` at the end. */
  take(): Promise<Change | undefined>
  end(): void
}

function createMailbox(): Mailbox {
  let waiting: Change | undefined
  let hasEnded = false
  let wake: (() => void) | undefined
  function notify() {
    wake?.()
    wake = undefined
  }
  return {
    put(change) {
      waiting = waiting === undefined ? { ...change } : merged(waiting, change)
      notify()
    },
    async take() {
      while (waiting === undefined && !hasEnded) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      const change = hasEnded ? undefined : waiting
      waiting = undefined
      return change
    },
    end() {
      hasEnded = true
      notify()
    },
  }
}

function merged(a: Change, b: Change): Change {
  return {
    topics: TOPICS.filter((topic) => a.topics.includes(topic) || b.topics.includes(topic)),
    noticeId: a.noticeId === b.noticeId ? a.noticeId : null,
  }
}
