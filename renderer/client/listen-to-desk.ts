import type { DeskClient } from '#shared/contract/transport/desk-client.ts'
import { isUnauthorised } from './desk-failure.ts'
import type { Listening, TellNews } from './desk-news.ts'

const FIRST_RETRY_MS = 250
const LONGEST_RETRY_MS = 4_000

/** Holds a stream of the desk's events, takes a new one when it breaks off, and tells what comes, until `signal`. */
export function listenToDesk(client: DeskClient, tell: TellNews, signal: AbortSignal): Listening {
  let endPause: () => void = () => undefined

  function pause(durationMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(end, durationMs)
      signal.addEventListener('abort', end)
      endPause = end
      function end() {
        clearTimeout(timer)
        signal.removeEventListener('abort', end)
        resolve()
      }
    })
  }

  async function listen(): Promise<void> {
    let retryMs = FIRST_RETRY_MS
    while (!signal.aborted) {
      try {
        let isConnected = false
        for await (const { topics } of await client.desk.events(undefined, { signal })) {
          if (signal.aborted) return
          // The first comes at once and says that from here on nothing is missed.
          tell(isConnected ? { kind: 'changed', topics } : { kind: 'connected' })
          isConnected = true
          retryMs = FIRST_RETRY_MS
        }
      } catch (error) {
        if (signal.aborted) return
        tell({ kind: isUnauthorised(error) ? 'refused' : 'lost' })
      }
      await pause(retryMs)
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
    }
  }

  void listen()
  return { hurry: () => endPause() }
}
