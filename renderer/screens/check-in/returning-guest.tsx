import { numericDay } from '#shared/i18n/dates.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { useCheckIn } from './check-in-context.ts'
import { takenFrom } from './returning.ts'
import styles from './returning-guest.module.css'

/** Has been here before: when, and one key to take what the machine-readable lines cannot say. */
export function ReturningGuest() {
  const { guest, returning, takeReturning } = useCheckIn()
  const { say } = useWords()
  if (returning === null) return null
  const from = numericDay(returning.arrivalAt.slice(0, 10))
  const to = returning.departureDate === null ? '…' : numericDay(returning.departureDate)
  const hasMore = Object.keys(takenFrom(returning, guest)).length > 0
  return (
    <div className={styles.again} role="status">
      <Icon name="history" />
      <span className="grow">
        {returning.room === null
          ? say('checkIn.returning.wasHere', { from, to })
          : say('checkIn.returning.wasHereInRoom', { from, to, room: returning.room })}
      </span>
      {hasMore && (
        <Button isSmall look="bare" shortcut="F8" onClick={takeReturning}>
          {say('checkIn.returning.take')}
        </Button>
      )}
    </div>
  )
}
