import { Button } from '../../../components/button.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import type { FillSheet } from './fill-rows.ts'
import styles from './portal-row.module.css'

interface PortalRowProps {
  readonly sheet: Pick<FillSheet, 'portal' | 'portals'>
  readonly onChoose: (portal: string) => void
}

/** Which portal the sheet is laid out for, the way to it, and the others this property uses. */
export function PortalRow({ sheet: { portal, portals }, onChoose }: PortalRowProps) {
  const { say } = useWords()
  const usual = portals[0]
  return (
    <div className={styles.row}>
      <a href={portal.url} target="_blank" rel="noreferrer" className="strong">
        {say('queue.filing.openPortal', { portal: portal.name })}
      </a>
      {portals.length > 1 && (
        <fieldset className={styles.portals}>
          <legend className="sr">{say('filing.portals.choose')}</legend>
          {portals.map(({ id, name }) => (
            <Button
              key={id}
              isSmall
              look={id === portal.id ? 'soft' : 'bare'}
              aria-pressed={id === portal.id}
              className={styles.portal}
              onClick={() => id !== portal.id && onChoose(id)}
            >
              {name}
            </Button>
          ))}
        </fieldset>
      )}
      {usual !== undefined && usual.id !== portal.id && (
        <span className={styles.usual}>{say('filing.portals.otherThanUsual', { portal: usual.name })}</span>
      )}
      {portal.order === 'unconfirmed' && (
        <Tag icon="ask" tone="unknown" wraps>
          {say('filing.portals.order.unconfirmed')}
        </Tag>
      )}
      {portal.refusesArrivalsOlderThanDays !== null && (
        <Tag icon="alert" tone="today" wraps>
          {say('filing.portals.refuses', { portal: portal.name, count: portal.refusesArrivalsOlderThanDays })}
        </Tag>
      )}
    </div>
  )
}
