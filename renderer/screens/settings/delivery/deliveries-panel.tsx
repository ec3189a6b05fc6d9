import type { DeliveryEntry } from '#shared/contract/delivery-schemas.ts'
import { dayMonthShort, localDay, localTime } from '#shared/i18n/dates.ts'
import { useStatus } from '../../../client/use-status.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './delivery.module.css'
import { contentInWords, stateTag } from './delivery-words.ts'
import { useDeliveries, useDeliveryActs } from './use-delivery.ts'

/** What left the desk lately and what did not, with the cause and what to do. */
export function DeliveriesPanel({ canChange }: { readonly canChange: boolean }) {
  const { say } = useWords()
  const { data, error } = useDeliveries()
  const { tryAgain, dismiss } = useDeliveryActs()
  if (error !== null) return <ErrorPanel error={error} />
  if (data === undefined) return null
  const failure = tryAgain.error ?? dismiss.error
  return (
    <Panel title={say('delivery.list.title')} icon="history">
      {data.deliveries.length === 0 ? (
        <p className={styles.none}>{say('delivery.list.none')}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>{say('delivery.list.columns.at')}</th>
                <th>{say('delivery.list.columns.what')}</th>
                <th>{say('delivery.list.columns.who')}</th>
                <th>{say('delivery.list.columns.state')}</th>
                <th>
                  <span className="sr">{say('delivery.list.act')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.deliveries.map((entry) => (
                <DeliveryRow
                  key={entry.id}
                  entry={entry}
                  canChange={canChange}
                  isBusy={tryAgain.isPending || dismiss.isPending}
                  onTryAgain={() => tryAgain.mutate({ deliveryId: entry.id })}
                  onDismiss={() => dismiss.mutate({ deliveryId: entry.id })}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {failure !== null && <ErrorPanel error={failure} />}
    </Panel>
  )
}

interface DeliveryRowProps {
  readonly entry: DeliveryEntry
  readonly canChange: boolean
  readonly isBusy: boolean
  readonly onTryAgain: () => void
  readonly onDismiss: () => void
}

function DeliveryRow({ entry, canChange, isBusy, onTryAgain, onDismiss }: DeliveryRowProps) {
  const words = useWords()
  const { say, language } = words
  const { property } = useStatus()
  const zone = property?.zone ?? 'UTC'
  const what = contentInWords(entry.content, words)
  const state = stateTag(entry, words)
  const at = entry.endedAt ?? entry.createdAt
  const isStuck = entry.state === 'failed' || entry.state === 'waiting'
  return (
    <tr data-state={entry.state}>
      <td className={styles.at}>{`${dayMonthShort(localDay(at, zone), language)}, ${localTime(at, zone)}`}</td>
      <td>{what}</td>
      <td>
        {entry.recipientName}
        <span className={styles.by}>{say(`delivery.ways.${entry.way}`)}</span>
      </td>
      <td>
        <Tag icon={state.icon} tone={state.tone} wraps>
          {state.text}
        </Tag>
        {state.why !== null && <p className={styles.facts}>{state.why}</p>}
      </td>
      <td>
        {canChange && isStuck && (
          <div className={styles.rowActs}>
            <Button
              isSmall
              disabled={isBusy}
              aria-label={say('delivery.list.tryAgainOf', { what, who: entry.recipientName })}
              onClick={onTryAgain}
            >
              {say('delivery.list.tryAgain')}
            </Button>
            <Button
              isSmall
              look="bare"
              disabled={isBusy}
              aria-label={say('delivery.list.dismissOf', { what, who: entry.recipientName })}
              onClick={onDismiss}
            >
              {say('delivery.list.dismiss')}
            </Button>
          </div>
        )}
      </td>
    </tr>
  )
}
