import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { dayMonth } from '#shared/i18n/dates.ts'
import { ButtonLink } from '../../../components/button.tsx'
import { Panel } from '../../../components/panel.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { pathOfPlace } from '../report-place.ts'
import styles from './close-panel.module.css'

interface WaitPanelProps {
  readonly date: CalendarDate
  /** The day that is closed first. */
  readonly first: CalendarDate
}

/** A day that cannot be closed yet, because an earlier one is open. */
export function WaitPanel({ date, first }: WaitPanelProps) {
  const { say, language } = useWords()
  const firstInWords = dayMonth(first, language)
  return (
    <Panel title={say('endOfDay.close.title', { day: dayMonth(date, language) })}>
      <div className={styles.wait}>
        <p className={styles.note}>{say('endOfDay.close.inOrder', { first: firstInWords })}</p>
        <ButtonLink look="main" icon="left" href={`#${pathOfPlace({ what: 'day', date: first })}`}>
          {say('endOfDay.close.toFirst', { first: firstInWords })}
        </ButtonLink>
      </div>
    </Panel>
  )
}
