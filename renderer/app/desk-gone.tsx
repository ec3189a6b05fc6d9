import { useWords } from '../i18n/use-words.ts'
import { CoverMessage } from './cover-message.tsx'

interface DeskGoneProps {
  /** `lost` = the desk process does not answer; `refused` = this window has no valid key. */
  readonly reason: 'lost' | 'refused'
}

/** What is behind it stays as it was, so that what was typed there is still there when the desk is back. */
export function DeskGone({ reason }: DeskGoneProps) {
  const { say } = useWords()
  const key = reason === 'lost' ? 'DESK_GONE' : 'UNAUTHORIZED'
  return (
    <CoverMessage
      title={reason === 'lost' ? say('shell.gone.title') : say('shell.notAllowed.title')}
      waiting={reason === 'lost' ? say('shell.gone.waiting') : undefined}
    >
      <p>{say(`errors.${key}.what`)}</p>
      <p>{say(`errors.${key}.deadline`)}</p>
      <p className="strong">{say(`errors.${key}.todo`)}</p>
    </CoverMessage>
  )
}
