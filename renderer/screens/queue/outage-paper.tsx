import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { localTime, longDay } from '#shared/i18n/dates.ts'
import { useDeskNow } from '../../client/use-desk-now.ts'
import { useStatus, useZone } from '../../client/use-status.ts'
import { useWords } from '../../i18n/use-words.ts'
import paper from './hand-over-list.module.css'
import type { OutageRow } from './outage-rows.ts'

interface OutagePaperProps {
  readonly rows: readonly OutageRow[]
  readonly summary: string
  readonly onPrinted: () => void
}

/** The journal on paper: who, when it was made, and every outage with the deadlines it touched. */
export function OutagePaper({ rows, summary, onPrinted }: OutagePaperProps) {
  const { say, language } = useWords()
  const { property, businessDate } = useStatus()
  const zone = useZone()
  const now = useDeskNow()
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted)
    window.print()
    return () => window.removeEventListener('afterprint', onPrinted)
  }, [onPrinted])
  const at = `${longDay(businessDate, language)}, ${localTime(now, zone)}`
  return createPortal(
    <div className={paper.paper}>
      <h1>{say('line.journal.title')}</h1>
      <p>
        {say('line.journal.lead', { property: property?.name ?? '', at })} {summary}
      </p>
      <table>
        <thead>
          <tr>
            {(['start', 'end', 'length', 'cause', 'due'] as const).map((column) => (
              <th key={column} scope="col">
                {say(`line.journal.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, start, end, length, cause, due, outcome }) => (
            <tr key={id}>
              <td>{start}</td>
              <td>{end}</td>
              <td>{length}</td>
              <td>{cause}</td>
              <td>{[due, outcome?.text].filter((part) => part !== undefined).join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  )
}
