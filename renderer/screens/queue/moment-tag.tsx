import type { Notice } from '#shared/contract/schemas.ts'
import { ClockMark } from '../../components/clock-mark.tsx'
import { Tag } from '../../components/tag.tsx'
import { briefMoment, lastMoment } from '../../i18n/moments.ts'
import { useWords } from '../../i18n/use-words.ts'
import styles from './moment-tag.module.css'
import type { Standing } from './standing.ts'

interface MomentTagProps {
  readonly notice: Notice
  readonly standing: Standing
  /** Beside a long title. */
  readonly isBrief?: boolean
}

/** The last moment at the head of a panel. */
export function MomentTag({ notice, standing, isBrief = false }: MomentTagProps) {
  const words = useWords()
  const moment = lastMoment(notice, standing.today, words, standing.reading)
  return (
    <span className={styles.moment}>
      <Tag icon={moment.tone === 'overdue' ? 'alert' : 'clock'} tone={moment.tone ?? 'quiet'} wraps>
        {isBrief ? briefMoment(notice, standing.today, words, standing.reading) : moment.text}
      </Tag>
      {notice.lane !== null && <ClockMark basis={notice} />}
    </span>
  )
}
