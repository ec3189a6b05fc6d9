import type { StayRegimeView } from '#shared/contract/law-schemas.ts'
import { Tag } from '../../components/tag.tsx'
import { useWords } from '../../i18n/use-words.ts'
import styles from './regime-remarks.module.css'
import { disputeInWords } from './regime-words.ts'

interface RegimeRemarksProps {
  readonly current: StayRegimeView['current']
}

/** That sources disagree, and on what; their own words (English) at a press. Nothing where they agree. */
export function RegimeRemarks({ current }: RegimeRemarksProps) {
  const words = useWords()
  const { say } = words
  if (current === null) return null
  const remarks = [...current.conflicts, ...(current.note === null ? [] : [current.note])]
  const dispute = disputeInWords(current, words)
  if (remarks.length === 0 && dispute === null) return null
  return (
    <div className={styles.remarks}>
      {dispute !== null && (
        <Tag icon="alert" tone="today" wraps>
          {dispute}
        </Tag>
      )}
      {remarks.length > 0 && (
        <details>
          <summary>{say('rules.countries.remark')}</summary>
          <q lang="en">{remarks.join('; ')}</q>
        </details>
      )}
    </div>
  )
}
