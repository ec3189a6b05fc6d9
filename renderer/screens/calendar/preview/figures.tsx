import { Icon } from '../../../components/icon.tsx'
import { join } from '../../../components/join.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { MoveCounts } from '../../../law/move-rows.ts'
import styles from './figures.module.css'

interface FiguresProps {
  readonly counts: MoveCounts
  /** Deadlines looked at, moved or not. */
  readonly openDeadlines: number
  /** It has happened. */
  readonly isDone?: boolean
}

/** How much moves, at a glance; a zero goes quiet, what becomes overdue is loud. */
export function Figures({ counts, openDeadlines, isDone = false }: FiguresProps) {
  const { say } = useWords()
  const { moved, earlier, later, same, overdue } = counts
  const area = isDone ? 'calendarScreen.applied' : 'calendarScreen.preview'
  return (
    <ul className={styles.figures}>
      <li className={join(moved === 0 && styles.zero)}>
        <b>{moved}</b>
        <span>
          {say(`${area}.moved`, { count: moved })}
          <small>{say('calendarScreen.preview.ofOpen', { count: openDeadlines })}</small>
        </span>
      </li>
      <li className={join(earlier === 0 && styles.zero)}>
        <b>{earlier}</b>
        <span>{say('calendarScreen.preview.earlier')}</span>
      </li>
      <li className={join(later === 0 && styles.zero)}>
        <b>{later}</b>
        <span>{say('calendarScreen.preview.later')}</span>
      </li>
      {same > 0 && (
        <li>
          <b>{same}</b>
          <span>
            {say('calendarScreen.preview.sameAlarm')}
            <small>{say('calendarScreen.preview.sameNote')}</small>
          </span>
        </li>
      )}
      <li className={overdue === 0 ? styles.zero : styles.loud}>
        <b>{overdue}</b>
        <span>
          {overdue > 0 && <Icon name="alert" />}
          {say(`${area}.overdue`, { count: overdue })}
        </span>
      </li>
    </ul>
  )
}
