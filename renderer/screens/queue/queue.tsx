import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useDesk } from '../../client/desk-context.tsx'
import { Awaited } from '../../components/awaited.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { placeOfPath } from '../../notices/queue-place.ts'
import { OutageJournal } from './outage-journal.tsx'
import { PaperDesk } from './paper/paper-desk.tsx'
import { QueueView } from './queue-view.tsx'

/** Who waits and why; beside it the selected guest, a decision about him, or filing by hand. `/queue/journal` = when the service was away, `/queue/paper` = the counter. */
export function Queue() {
  const { noticeId: part } = useParams<{ noticeId?: string }>()
  const { say } = useWords()
  const { api } = useDesk()
  const place = placeOfPath(part)
  const { data: queue, error, refetch } = useQuery(api.queue.get.queryOptions())
  if (place.kind === 'journal') return <OutageJournal />
  if (place.kind === 'paper') return <PaperDesk />
  if (queue !== undefined) return <QueueView queue={queue} place={place} />
  return (
    <ScreenFrame title={say('queue.title')}>
      <Awaited error={error} onRetry={() => void refetch()} />
    </ScreenFrame>
  )
}
