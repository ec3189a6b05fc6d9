import { type BulkAct, MOST_CHOSEN } from '#shared/domain/guest-filter.ts'
import { Button } from '../../../components/button.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { BULK_LOOKS } from './bulk-acts.ts'
import styles from './bulk-bar.module.css'

interface BulkBarProps {
  readonly count: number
  readonly isCut: boolean
  /** What this property and this role can do. */
  readonly acts: readonly BulkAct[]
  readonly isBusy: boolean
  readonly onAct: (act: BulkAct) => void
  readonly onClear: () => void
}

/** How many are ticked, and what can be done for them. */
export function BulkBar({ count, isCut, acts, isBusy, onAct, onClear }: BulkBarProps) {
  const { say } = useWords()
  return (
    <section className={styles.bar} aria-label={say('guestList.bulk.label')} data-guests="bulk">
      <b className={styles.count} role="status" data-guests="chosen">
        {say('guestList.bulk.chosen', { count })}
      </b>
      {isCut && (
        <Tag icon="alert" tone="today" wraps>
          {say('guestList.bulk.most', { count: MOST_CHOSEN })}
        </Tag>
      )}
      <span className={styles.acts}>
        {acts.map((act) => (
          <Button
            key={act}
            isSmall
            icon={BULK_LOOKS[act].icon}
            shortcut={BULK_LOOKS[act].cap}
            disabled={isBusy}
            data-act={act}
            onClick={() => onAct(act)}
          >
            {say(`guestList.bulk.names.${act}`)}
          </Button>
        ))}
        <Button isSmall look="bare" icon="close" shortcut="Esc" onClick={onClear}>
          {say('guestList.bulk.clear')}
        </Button>
      </span>
    </section>
  )
}
