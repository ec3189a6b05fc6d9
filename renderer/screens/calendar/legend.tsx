import { join } from '../../components/join.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DAY_KINDS, type DayKind } from './day-face.ts'
import styles from './legend.module.css'
import sheet from './year-sheet.module.css'
import { faceClass } from './year-sheet.tsx'

interface LegendProps {
  readonly isForecast: boolean
  readonly hasDeadlines: boolean
  readonly hasWatched: boolean
}

/** What the shapes on the sheet mean; only those that are on it now. */
export function Legend({ isForecast, hasDeadlines, hasWatched }: LegendProps) {
  const { say } = useWords()
  return (
    <ul className={styles.legend} aria-label={say('calendarScreen.legend')}>
      {DAY_KINDS.filter((kind) => kind !== 'working').map((kind) => (
        <li key={kind}>
          <Sample kind={kind} isForecast={isForecast} />
          {say(`calendarScreen.kinds.${kind}`)}
        </li>
      ))}
      {hasDeadlines && (
        <li>
          <sup aria-hidden="true">2</sup>
          {say('calendarScreen.marks.deadlines')}
        </li>
      )}
      {hasWatched && (
        <li>
          <i aria-hidden="true">≠</i>
          {say('calendarScreen.marks.watchedShort')}
        </li>
      )}
    </ul>
  )
}

interface SampleProps {
  readonly kind: DayKind
  readonly isForecast: boolean
}

function Sample({ kind, isForecast }: SampleProps) {
  const isBand = kind === 'weekend' || kind === 'weekend_holiday'
  return (
    <span
      className={join(faceClass({ kind, isForecast, isChanged: false, isToday: false }), sheet.sample, isBand && sheet.onBand)}
      aria-hidden="true"
    >
      8
    </span>
  )
}
