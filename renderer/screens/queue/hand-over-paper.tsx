import { createPortal } from 'react-dom'
import { countryName } from '#shared/i18n/country-names.ts'
import { localTime, longDay, numericDay } from '#shared/i18n/dates.ts'
import { useDeskNow } from '../../client/use-desk-now.ts'
import { useStatus, useZone } from '../../client/use-status.ts'
import { useWords } from '../../i18n/use-words.ts'
import { dueInWords, putThereInWords } from './hand-over-facts.ts'
import styles from './hand-over-paper.module.css'
import type { HandOverEntry } from './use-hand-over-list.ts'

/** Paper for the colleague who holds the key: whom to sign for, urgent ones first, with room for the portal's number. */
export function HandOverPaper({ entries }: { readonly entries: readonly HandOverEntry[] }) {
  const words = useWords()
  const { say, language } = words
  const { property, businessDate } = useStatus()
  const zone = useZone()
  const now = useDeskNow()
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
            {(['name', 'citizenship', 'room', 'stay', 'due'] as const).map((column) => (
              <th key={column} scope="col">
                {say(`queue.handOver.columns.${column}`)}
              </th>
            ))}
            <th scope="col">{say('filing.handOver.columns.since')}</th>
            <th scope="col">{say('queue.handOver.columns.done')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ notice, handedOver }, index) => (
            <tr key={notice.id}>
              <td>{index + 1}</td>
              <td>{notice.displayName}</td>
              <td>{notice.citizenship === null ? '' : countryName(notice.citizenship, language)}</td>
              <td>{notice.room}</td>
              <td>
                {numericDay(notice.arrivalAt.slice(0, 10))} –{' '}
                {notice.departureDate === null ? '' : numericDay(notice.departureDate)}
              </td>
              <td>{dueInWords(notice, words)}</td>
              <td>{putThereInWords(handedOver, zone, words)}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  )
}
