import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { CalendarChange, CalendarView } from '#shared/contract/law-schemas.ts'
import { useDesk } from '../../client/desk-context.tsx'
import { useStatus, useZone } from '../../client/use-status.ts'
import { Button } from '../../components/button.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Panel } from '../../components/panel.tsx'
import { happenedAt } from '../../i18n/moments.ts'
import { useWords, type Words } from '../../i18n/use-words.ts'
import styles from './history-panel.module.css'
import { statusInWords } from './source-words.ts'

/** Before "show all". */
const FEW = 4

interface HistoryPanelProps {
  readonly view: CalendarView
  readonly canChange: boolean
}

/** Every version of the year that was ever held, and every change of the calendar with what it moved. The newest can be undone. */
export function HistoryPanel({ view, canChange }: HistoryPanelProps) {
  const words = useWords()
  const { say } = words
  const { api } = useDesk()
  const zone = useZone()
  const [, navigate] = useLocation()
  const { businessDate: today } = useStatus()
  const { data: changes, error } = useQuery(api.calendar.changes.queryOptions())
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? changes : changes?.slice(0, FEW)
  return (
    <Panel title={say('calendarScreen.history.title')} isDense>
      {error !== null && <ErrorPanel error={error} />}
      {changes?.length === 0 && <p className={styles.none}>{say('calendarScreen.history.none')}</p>}
      {shown !== undefined && shown.length > 0 && (
        <>
          <h3 className={styles.head}>{say('calendarScreen.history.changes')}</h3>
          <ol className={styles.list}>
            {shown.map((change) => (
              <li key={change.id}>
                <div className="grow">
                  <p>
                    <b>{yearsInWords(change.years, words)}</b> {say(`calendarScreen.history.kinds.${change.kind}`)}
                  </p>
                  <p className="sub">
                    {happenedAt(change.at, today, zone, words)}, {change.by}
                  </p>
                  <p className="sub">
                    {change.moved === 0
                      ? say('calendarScreen.history.movedNone')
                      : say('calendarScreen.history.moved', { count: change.moved })}
                  </p>
                  {change.reason !== null && <p>{say('calendarScreen.history.reason', { reason: change.reason })}</p>}
                </div>
                {change.canBeUndone && canChange && (
                  <Button
                    isSmall
                    icon="history"
                    aria-label={say('calendarScreen.history.undoLabel', { change: yearsInWords(change.years, words) })}
                    onClick={() => navigate(`/calendar/undo-${change.id}`)}
                  >
                    {say('calendarScreen.history.undo')}
                  </Button>
                )}
              </li>
            ))}
          </ol>
          {changes !== undefined && !isWhole && changes.length > FEW && (
            <Button isSmall look="bare" onClick={() => setIsWhole(true)}>
              {say('calendarScreen.history.all')} ({changes.length})
            </Button>
          )}
        </>
      )}
      {view.versions.length > 0 && (
        <>
          <h3 className={styles.head}>{say('calendarScreen.history.versions')}</h3>
          <ul className={styles.list}>
            {view.versions.map((version) => (
              <li key={version.version}>
                <p className="grow">
                  <b>{version.version}</b> {say(`calendarScreen.panel.origins.${version.origin}`)},{' '}
                  {statusInWords(version.status, words)}
                </p>
                {version.isInForce && <b>{say('calendarScreen.history.inForce')}</b>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

/** `2026.1 → 2026.2`; a year that had no data has no version before. */
export function yearsInWords(years: CalendarChange['years'], { say }: Words): string {
  const nameOf = (version: string) => (version === 'none' ? say('calendarScreen.noData') : version)
  return years.map(({ from, to }) => `${nameOf(from)} → ${nameOf(to)}`).join(', ')
}
