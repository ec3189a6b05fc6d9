import { useMemo } from 'react'
import type { Command } from '../../../commands/command.ts'
import { useCommands } from '../../../commands/use-commands.ts'
import { Button } from '../../../components/button.tsx'
import { Icon } from '../../../components/icon.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { useCheckIn } from '../check-in-context.ts'
import styles from './picture.module.css'
import { fieldsToCompare } from './to-compare.ts'

/** The lines as the camera saw them, above the fields they filled; a person says that they agree. */
export function ComparePanel() {
  const { say } = useWords()
  const { guest, document, picture, acts, sendCursorTo, isLocked } = useCheckIn()
  const taken = picture.taken.get(guest.key)
  const fields = fieldsToCompare(guest, document)
  const { isToCompare } = guest
  const confirm = useMemo(
    () => () => {
      acts.setGuest({ isToCompare: false })
      sendCursorTo('firstOpen')
    },
    [acts, sendCursorTo],
  )
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'checkIn.compared',
          name: say('document.keys.confirm'),
          shortcut: { code: 'F7' },
          isEnabled: () => isToCompare && !isLocked,
          run: confirm,
        },
      ],
      [say, isToCompare, isLocked, confirm],
    ),
  )
  const isUnread = document === null && taken !== undefined && guest.scan !== ''
  if (!isToCompare && !isUnread) return null
  return (
    <div className={styles.compare}>
      {taken !== undefined && <img className={styles.crop} src={taken.cropUrl} alt={say('document.compare.crop')} />}
      {isToCompare && (
        <div className={styles.compareRow}>
          <Icon name="photo" />
          <p className="grow">
            <b>{say('document.compare.title')}.</b>{' '}
            {fields.length > 0
              ? say('document.compare.fields', { fields: fields.map((field) => say(`fields.${field}`)).join(', ') })
              : say('document.compare.allProven')}{' '}
            {taken !== undefined && taken.doubts > 0 && say('document.compare.doubts', { count: taken.doubts })}
            {taken === undefined && say('document.compare.gone')}
          </p>
          <Button icon="check" shortcut="F7" data-field="isToCompare" onClick={confirm}>
            {say('document.compare.confirm')}
          </Button>
        </div>
      )}
    </div>
  )
}
