import { join } from '../../components/join.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DAY_KINDS, type DayKind } from './day-face.ts'
import styles from './legend.module.css'
import sheet from './year-sheet.module.css'
import { faceClass } from './year-sheet.tsx'

interface LegendProps {
  readonly isForecast: boolean
  readonly hasChanges: boolean
  readonly hasDeadlines: boolean
  readonly hasWatched: boolean
}

/** What the shapes on the sheet mean; only those that are on it now. */
export function Legend({ isForecast, hasChanges, hasDeadlines, hasWatched }: LegendProps) {
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
          <Sample kind="working" sup="2" />
          {say('calendarScreen.marks.deadlines')}
        </li>
      )}
      {hasWatched && (
        <li>
          <Sample kind="working" mark="≠" />
          {say('calendarScreen.marks.watched')}
        </li>
      )}
      {hasChanges && (
        <li>
          <Sample kind="working" isChanged />
          {say('calendarScreen.marks.changed')}
        </li>
      )}
    </ul>
  )
}

interface SampleProps {
  readonly kind: DayKind
  readonly isForecast?: boolean
  readonly isChanged?: boolean
  readonly sup?: string
  readonly mark?: string
}

function Sample({ kind, isForecast = false, isChanged = false, sup, mark }: SampleProps) {
  const isBand = kind === 'weekend' || kind === 'weekend_holiday'
  return (
    <span
      className={join(faceClass({ kind, isForecast, isChanged, isToday: false }), sheet.sample, isBand && sheet.onBand)}
      aria-hidden="true"
    >
      8{sup !== undefined && <sup>{sup}</sup>}
      {mark !== undefined && <i>{mark}</i>}
    </span>
  )
}
