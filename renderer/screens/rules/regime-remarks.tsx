import type { StayRegimeView } from '#shared/contract/law-schemas.ts'
import { Tag } from '../../components/tag.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { disputeInWords, remarksOf } from '../../law/regime-words.ts'
import styles from './regime-remarks.module.css'

interface RegimeRemarksProps {
  readonly current: StayRegimeView['current']
}

/** That sources disagree, and on what. Nothing where they agree. */
export function RegimeDispute({ current }: RegimeRemarksProps) {
  const words = useWords()
  const dispute = current === null ? null : disputeInWords(current, words)
  if (dispute === null) return null
  return (
    <Tag icon="alert" tone="today" wraps>
      {dispute}
    </Tag>
  )
}

/** What the sources themselves say beside their figures (English), at a press. */
export function RegimeRemarks({ current }: RegimeRemarksProps) {
  const { say } = useWords()
  const remarks = remarksOf(current)
  if (remarks.length === 0) return null
  return (
    <details className={styles.remarks}>
      <summary>{say('rules.countries.remark')}</summary>
      <q lang="en">{remarks.join('; ')}</q>
    </details>
  )
}
