import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { weekdayDay } from '#shared/i18n/dates.ts'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import { Panel } from '../../components/panel.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { watchedInWords } from './source-words.ts'
import styles from './watch-panel.module.css'

interface WatchPanelProps {
  readonly content: CalendarYear
  readonly onOpenDay: (date: CalendarDate) => void
}

/** Days that other publications count differently: what they say, what is counted here, and by which source. */
export function WatchPanel({ content, onOpenDay }: WatchPanelProps) {
  const words = useWords()
  const { say, language } = words
  return (
    <Panel title={say('calendarScreen.watch.title')} isDense>
      <ul className={styles.list}>
        {content.watch
          .toSorted((a, b) => (a.date < b.date ? -1 : 1))
          .map((watched) => {
            const { was, now } = watchedInWords(watched, words)
            return (
              <li key={`${watched.date} ${watched.was}`}>
                <button type="button" className={styles.day} onClick={() => onOpenDay(watched.date)}>
                  {weekdayDay(watched.date, language)}
                </button>
                <dl>
                  <dt>{say('calendarScreen.watch.now')}</dt>
                  <dd>{now}</dd>
                  <dt>{say('calendarScreen.watch.was')}</dt>
                  <dd className="sub">{was}</dd>
                </dl>
              </li>
            )
          })}
      </ul>
    </Panel>
  )
}
