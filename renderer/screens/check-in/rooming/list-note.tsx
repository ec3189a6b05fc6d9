import { Icon } from '../../../components/icon.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { useCheckIn } from '../check-in-context.ts'
import styles from './list-note.module.css'

/** What the list says of the guest on screen that has no field, and that he is on disk already. */
export function ListNote() {
  const { guest } = useCheckIn()
  const { say } = useWords()
  if (guest.leftOver === '' && !guest.isSaved) return null
  return (
    <div className={styles.note}>
      <Icon name={guest.isSaved ? 'lock' : 'document'} />
      <p>
        {guest.isSaved && say('rooming.party.savedLocked')}
        {guest.leftOver !== '' && (
          <>
            <b>{say('rooming.party.listSays')}.</b> {guest.leftOver.split('\n').join(' · ')}
          </>
        )}
      </p>
    </div>
  )
}
