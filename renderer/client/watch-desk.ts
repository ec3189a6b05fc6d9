import type { QueryClient } from '@tanstack/react-query'
import { useDeskLine } from '../state/desk-line.ts'
import type { DeskConnection } from './desk-connection.ts'
import type { DeskApi } from './desk-context.tsx'
import { isUnauthorised } from './desk-failure.ts'

const FIRST_RETRY_MS = 250
const LONGEST_RETRY_MS = 4_000

/**
 * Listens to the desk for as long as the page lives. Each event names what to read again; the first comes at once, so that a
 * reconnect refreshes everything. Answers how to stop.
 */
export function watchDesk(connection: DeskConnection, api: DeskApi, queryClient: QueryClient): () => void {
  const stop = new AbortController()
  const stopLine = connection.onLine((isConnected) => {
    if (!isConnected) useDeskLine.getState().lost()
  })
  void listen(connection, api, queryClient, stop.signal)
  return () => {
    stop.abort()
    stopLine()
  }
}

async function listen(connection: DeskConnection, api: DeskApi, queryClient: QueryClient, signal: AbortSignal): Promise<void> {
  let retryMs = FIRST_RETRY_MS
  while (!signal.aborted) {
    try {
      const events = await connection.client.desk.events(undefined, { signal })
      // Whatever was missed while nobody listened is read again.
      useDeskLine.getState().connected()
      retryMs = FIRST_RETRY_MS
      await queryClient.invalidateQueries()
      for await (const event of events) await refresh(event.topics, api, queryClient)
    } catch (error) {
      if (signal.aborted) return
      if (isUnauthorised(error)) useDeskLine.getState().refused()
      else useDeskLine.getState().lost()
    }
    await pause(retryMs, signal)
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
  }
}

type Topic = 'status' | 'board' | 'queue' | 'guest' | 'setup' | 'law' | 'filing' | 'report' | 'delivery'

async function refresh(topics: readonly Topic[], api: DeskApi, queryClient: QueryClient): Promise<void> {
  if (topics.includes('setup')) return queryClient.invalidateQueries()
  const keys = {
    status: [api.desk.status.key()],
    // The report of the open day tells of the same notices.
    board: [api.board.key(), api.report.key()],
    queue: [api.queue.key(), api.filing.handOverList.key(), api.filing.holder.key(), api.paper.key(), api.report.key()],
    guest: [api.guest.key()],
    filing: [api.filing.found.key(), api.filing.settings.key()],
    report: [api.report.key()],
    delivery: [api.delivery.list.key(), api.delivery.settings.key()],
    law: [api.calendar.key(), api.rules.key(), api.deadline.key()],
  }
  const stale = topics.flatMap((topic) => (topic === 'setup' ? [] : keys[topic]))
  await Promise.all(stale.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}

function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, durationMs)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
