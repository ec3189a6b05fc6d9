import type { QueryClient } from '@tanstack/react-query'
import { useDeskLine } from '../state/desk-line.ts'
import type { DeskConnection } from './desk-connection.ts'
import type { DeskApi } from './desk-context.tsx'
import type { DeskNews, Topic } from './desk-news.ts'
import { listenToDesk } from './listen-to-desk.ts'
import { readAgain } from './read-again.ts'
import { shareDeskNews } from './share-desk-news.ts'
import { watchedPage } from './watched-page.ts'

/**
 * Keeps what this window shows fresh for as long as it lives: each change names what to read again, and a line that is back has everything
 * read again. A window with a port of its own listens for itself, those of a browser have one listen for all. Answers how to stop.
 */
export function watchDesk(connection: DeskConnection, api: DeskApi, queryClient: QueryClient): () => void {
  const { client, isSharedByWindows, onLine } = connection
  const tell = (news: DeskNews) => void take(news, api, queryClient)
  const stopLine = onLine((isConnected) => {
    if (!isConnected) useDeskLine.getState().lost()
  })
  const stopNews = isSharedByWindows ? share() : listenAlone()

  function share(): () => void {
    return shareDeskNews({
      page: watchedPage(),
      locks: navigator.locks,
      newId: () => crypto.randomUUID(),
      listen: (tellAll, signal) => listenToDesk(client, tellAll, signal),
      tell,
    })
  }

  function listenAlone(): () => void {
    const stop = new AbortController()
    listenToDesk(client, tell, stop.signal)
    return () => stop.abort()
  }

  return () => {
    stopNews()
    stopLine()
  }
}

async function take(news: DeskNews, api: DeskApi, queryClient: QueryClient): Promise<void> {
  if (news.kind === 'changed') return refresh(news.topics, api, queryClient)
  useDeskLine.getState()[news.kind]()
  // Whatever was missed while nobody listened is read again.
  if (news.kind === 'connected') await readAgain(queryClient)
}

async function refresh(topics: readonly Topic[], api: DeskApi, queryClient: QueryClient): Promise<void> {
  if (topics.includes('setup')) return readAgain(queryClient)
  const keys = {
    status: [api.desk.status.key()],
    // The report of the open day tells of the same notices.
    board: [api.board.key(), api.report.key()],
    queue: [api.queue.key(), api.filing.handOverList.key(), api.filing.holder.key(), api.paper.key(), api.report.key()],
    guest: [
      api.document.photos.key(),
      api.document.keeping.key(),
      api.lostPassport.key(),
      api.card.key(),
      api.guest.key(),
      api.guestList.page.key(),
    ],
    filing: [api.filing.found.key(), api.filing.settings.key()],
    report: [api.report.key()],
    delivery: [api.delivery.list.key(), api.delivery.settings.key()],
    law: [api.calendar.key(), api.rules.key(), api.deadline.key()],
  }
  const stale = topics.flatMap((topic) => (topic === 'setup' ? [] : keys[topic]))
  await Promise.all(stale.map((queryKey) => readAgain(queryClient, queryKey)))
}
