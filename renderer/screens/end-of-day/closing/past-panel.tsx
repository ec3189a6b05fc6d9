import { useState } from 'react'
import type { BusinessDays, DayClose } from '#shared/contract/report-schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { dayMonth, longDay } from '#shared/i18n/dates.ts'
import { useStatus } from '../../../client/use-status.ts'
import { Button } from '../../../components/button.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Panel } from '../../../components/panel.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { pathOfPlace } from '../report-place.ts'
import styles from './past-panel.module.css'

const SHOWN = 7

interface PastPanelProps {
  readonly days: BusinessDays
  /** The day on screen; `null` = a summary is. */
  readonly date: CalendarDate | null
}

/** The closes, newest first; each opens its day. */
export function PastPanel({ days, date }: PastPanelProps) {
  const { say, language } = useWords()
  const [isWhole, setIsWhole] = useState(false)
  const { businessDate: today } = useStatus()
  const { closed, openDate } = days
  const shown = isWhole ? closed : closed.slice(0, SHOWN)
  return (
    <Panel title={say('endOfDay.past.title')} isDense>
      {date !== openDate && openDate <= today && (
        <a className={styles.open} href={`#${pathOfPlace({ what: 'day', date: openDate })}`}>
          {say('endOfDay.past.open', { day: dayMonth(openDate, language) })}
        </a>
      )}
      {closed.length === 0 ? (
        <p className={styles.none}>{say('endOfDay.past.none')}</p>
      ) : (
        <ol className={styles.list}>
          {shown.map((close) => (
            <li key={close.number}>
              <a
                className={styles.day}
                href={`#${pathOfPlace({ what: 'day', date: close.date })}`}
                aria-current={close.date === date ? 'page' : undefined}
                title={longDay(close.date, language)}
              >
                <b>{dayMonth(close.date, language)}</b>
                <span className={styles.number}>
                  {close.number.slice(5)} · {shortHash(close)}
                </span>
                <span className={styles.mode}>
                  {close.mode === 'missed' && <Icon name="history" />}
                  {say(`endOfDay.past.modes.${close.mode}`)}
                </span>
              </a>
            </li>
          ))}
        </ol>
      )}
      {closed.length > SHOWN && (
        <Button isSmall look="bare" className={styles.all} aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? say('endOfDay.past.fewer') : say('endOfDay.past.all', { count: closed.length })}
        </Button>
      )}
    </Panel>
  )
}

/** `9f3c…a1`: enough to tell two closes apart on a printed page. */
function shortHash({ hash }: Pick<DayClose, 'hash'>): string {
  return `${hash.slice(0, 4)}…${hash.slice(-2)}`
}
