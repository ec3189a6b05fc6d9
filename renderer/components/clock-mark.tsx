import { useWords } from '../i18n/use-words.ts'
import styles from './clock-mark.module.css'
import { Icon } from './icon.tsx'
import { join } from './join.ts'

/** What a date stands on when it is not an official calendar. */
export interface ClockBasis {
  readonly isForecast: boolean
  readonly hasNoCalendar: boolean
}

interface ClockMarkProps {
  readonly basis: ClockBasis
  /** A whole phrase, beside the one date of a screen; otherwise one word, for cards and rows. */
  readonly isLong?: boolean
  readonly className?: string | undefined
}

/**
 * Says quietly that a date may still move: its calendar is a forecast, or there is none. Nothing for a date that stands. What it means and
 * what to do is in the title and read aloud.
 */
export function ClockMark({ basis, isLong = false, className }: ClockMarkProps) {
  const { say } = useWords()
  const kind = basisKind(basis)
  if (kind === null) return null
  const meaning = say(`time.basis.${kind}.means`)
  return (
    <span className={join(styles.mark, className)} title={meaning}>
      <Icon name="calendar" />
      <span>{isLong ? say(`time.basis.${kind}.phrase`) : say(`time.basis.${kind}.word`)}</span>
      <span className="sr">. {meaning}</span>
    </span>
  )
}

/** No calendar at all says more than a forecast. */
export function basisKind({ isForecast, hasNoCalendar }: ClockBasis): 'noCalendar' | 'forecast' | null {
  if (hasNoCalendar) return 'noCalendar'
  return isForecast ? 'forecast' : null
}
