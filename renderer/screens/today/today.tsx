import { useQuery } from '@tanstack/react-query'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useDesk } from '../../client/desk-context.tsx'
import { Awaited } from '../../components/awaited.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { BoardView } from './board-view.tsx'

/** The board of the day. */
export function Today() {
  const { say } = useWords()
  const { api } = useDesk()
  const { data: board, error, refetch } = useQuery(api.board.get.queryOptions())
  if (board !== undefined) return <BoardView board={board} />
  return (
    <ScreenFrame title={say('today.title')}>
      <Awaited error={error} onRetry={() => void refetch()} />
    </ScreenFrame>
  )
}
