import { useQuery } from '@tanstack/react-query'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useDesk } from '../../client/desk-context.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { BoardView } from './board-view.tsx'

/** The board of the day. Nothing is drawn until the first answer: the desk gives it well under 100 ms. */
export function Today() {
  const { say } = useWords()
  const { api } = useDesk()
  const { data: board, error } = useQuery(api.board.get.queryOptions())
  if (board !== undefined) return <BoardView board={board} />
  return <ScreenFrame title={say('today.title')}>{error !== null && <ErrorPanel error={error} />}</ScreenFrame>
}
