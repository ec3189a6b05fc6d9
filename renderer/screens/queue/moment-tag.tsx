import type { Notice } from '#shared/contract/schemas.ts'
import { Tag } from '../../components/tag.tsx'
import { briefMoment, lastMoment } from '../../i18n/moments.ts'
import { useWords } from '../../i18n/use-words.ts'
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
    <Tag icon={moment.tone === 'overdue' ? 'alert' : 'clock'} tone={moment.tone ?? 'quiet'} wraps>
      {isBrief ? briefMoment(notice, standing.today, words, standing.reading) : moment.text}
    </Tag>
  )
}
