import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useDesk } from '../../client/desk-context.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { QueueView } from './queue-view.tsx'

/** Who waits and why; beside it the selected guest, or filing by hand (`/queue/:noticeId`). */
export function Queue() {
  const { noticeId } = useParams<{ noticeId?: string }>()
  const { say } = useWords()
  const { api } = useDesk()
  const { data: queue, error } = useQuery(api.queue.get.queryOptions())
  if (queue !== undefined) return <QueueView queue={queue} filingId={noticeId ?? null} />
  return <ScreenFrame title={say('queue.title')}>{error !== null && <ErrorPanel error={error} />}</ScreenFrame>
}
