import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import type { Notice } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { countryName } from '#shared/i18n/country-names.ts'
import { localTime, longDay, numericDay } from '#shared/i18n/dates.ts'
import { useDeskNow } from '../../client/use-desk-now.ts'
import { useStatus, useZone } from '../../client/use-status.ts'
import { basisKind } from '../../components/clock-mark.tsx'
import { useWords, type Words } from '../../i18n/use-words.ts'
import styles from './hand-over-list.module.css'

interface HandOverListProps {
  readonly notices: readonly Notice[]
  readonly onPrinted: () => void
}

/** Paper for the colleague who holds the key: whom to sign for, urgent ones first, with room for the portal's number. */
export function HandOverList({ notices, onPrinted }: HandOverListProps) {
  const words = useWords()
  const { say, language } = words
  const { property, businessDate } = useStatus()
  const zone = useZone()
  const now = useDeskNow()
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted)
    window.print()
    return () => window.removeEventListener('afterprint', onPrinted)
  }, [onPrinted])
  return createPortal(
    <div className={styles.paper}>
      <h1>
        {say('queue.handOver.title')} · {property?.name}
      </h1>
      <p>
        {say('queue.handOver.lead')}.{' '}
        {say('queue.handOver.printed', { at: `${longDay(businessDate, language)}, ${localTime(now, zone)}` })}
      </p>
      <table>
        <thead>
          <tr>
            <th />
            {(['name', 'citizenship', 'room', 'stay', 'due', 'done'] as const).map((column) => (
              <th key={column} scope="col">
                {say(`queue.handOver.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {notices.map((notice, index) => (
            <tr key={notice.id}>
              <td>{index + 1}</td>
              <td>{notice.displayName}</td>
              <td>{notice.citizenship === null ? '' : countryName(notice.citizenship, language)}</td>
              <td>{notice.room}</td>
              <td>
                {numericDay(notice.arrivalAt.slice(0, 10))} –{' '}
                {notice.departureDate === null ? '' : numericDay(notice.departureDate)}
              </td>
              <td>{notice.actBy === null ? '' : dueOnPaper(notice, notice.actBy, words)}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  )
}

/** `06.01.2027 23:59, прогноз`. */
function dueOnPaper(notice: Notice, actBy: CalendarDate, { say }: Words): string {
  const kind = basisKind(notice)
  const due = `${numericDay(actBy)} 23:59`
  return kind === null ? due : `${due}, ${say(`time.basis.${kind}.word`)}`
}
