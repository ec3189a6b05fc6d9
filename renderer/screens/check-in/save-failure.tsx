import { failureKey } from '../../client/desk-failure.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { useWords } from '../../i18n/use-words.ts'
import styles from './save-failure.module.css'

interface SaveFailureProps {
  /** Whatever was thrown; `null` when the page died before an answer and the draft remembers only the try. */
  readonly error: unknown
  readonly saved: 'no' | 'unknown'
  /** Guests on disk all the same, and the rooms whose guests are not; empty where the party has one room. */
  readonly savedCount?: number
  readonly openRooms?: readonly string[]
  readonly isSaving: boolean
  readonly onRetry: () => void
}

/** Says whether the check-in is on disk, what that means for the deadline and what to do. What was typed is kept. */
export function SaveFailure({ error, saved, savedCount = 0, openRooms = [], isSaving, onRetry }: SaveFailureProps) {
  const { say } = useWords()
  const key = error === null ? 'UNEXPECTED' : failureKey(error)
  return (
    <div className={styles.failure} role="alert">
      <Icon name={saved === 'no' ? 'stop' : 'ask'} />
      <div className="grow">
        <p>
          <b>{say(`checkIn.failed.${saved}`)}.</b>{' '}
          {saved === 'no' ? say(`errors.${key}.what`) : say('checkIn.failed.unknownWhat')}
        </p>
        <p>
          {saved === 'no' ? say(`errors.${key}.todo`) : say('checkIn.failed.unknownTodo')}
          {saved === 'no' && ` ${say('checkIn.failed.kept')}`}
        </p>
        {openRooms.length > 0 && (
          <p>
            {say('rooming.partly', {
              saved: savedCount,
              rooms: openRooms.map((room) => room || say('rooming.noRoom')).join(', '),
            })}
          </p>
        )}
      </div>
      <Button isSmall disabled={isSaving} onClick={onRetry}>
        {say('checkIn.failed.retry')}
      </Button>
    </div>
  )
}
