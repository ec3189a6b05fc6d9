import { ButtonLink } from '../../components/button.tsx'
import { Tag } from '../../components/tag.tsx'
import { useHasKept } from '../../drafts/use-kept-form.ts'
import { useWords } from '../../i18n/use-words.ts'
import styles from './in-house.module.css'
import { IN_HOUSE_FORM, IN_HOUSE_PATH, IN_HOUSE_SUBJECT } from './in-house-place.ts'

/** A list of who is staying was begun at this workplace: the way back to it. Nothing when there is none. */
export function UnfinishedList() {
  const { say } = useWords()
  if (!useHasKept(IN_HOUSE_SUBJECT, IN_HOUSE_FORM)) return null
  return (
    <p className={styles.unfinished}>
      <Tag icon="guests" tone="incomplete" wraps>
        {say('inHouse.unfinished')}
      </Tag>
      <ButtonLink href={`#${IN_HOUSE_PATH}`} isSmall>
        {say('inHouse.goOnLink')}
      </ButtonLink>
    </p>
  )
}
