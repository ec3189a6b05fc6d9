import { Button } from '../../../components/button.tsx'
import { Icon } from '../../../components/icon.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { useCheckIn } from '../check-in-context.ts'
import styles from './picture.module.css'

/** Guests are saved and the pictures of their documents are not: said until they are. */
export function UnkeptPhotos() {
  const { say } = useWords()
  const { picture } = useCheckIn()
  if (picture.unkept.length === 0) return null
  return (
    <div className={styles.compare} role="alert">
      <div className={styles.compareRow}>
        <Icon name="alert" />
        <p className="grow">{say('document.kept.notSaved', { names: picture.unkept.map(({ name }) => name).join(', ') })}</p>
        <Button isSmall onClick={picture.keepAgain}>
          {say('document.kept.retry')}
        </Button>
      </div>
    </div>
  )
}
