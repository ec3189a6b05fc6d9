import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PaperList, PaperListSummary } from '#shared/contract/paper-schemas.ts'
import { dayMonth, localDay, localTime, untilDay, weekdayDay } from '#shared/i18n/dates.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { useStatus, useZone } from '../../../client/use-status.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { IsoChip } from '../../../components/iso-chip.tsx'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { HandInForm } from './hand-in-form.tsx'
import styles from './paper-list-panel.module.css'
import type { PaperActs } from './use-paper-acts.ts'

interface PaperListPanelProps {
  readonly summary: PaperListSummary
  readonly acts: PaperActs
}

/** One list that is out: who made and printed it, by when it has to be handed in, who is on it; the stamp when it comes back. */
export function PaperListPanel({ summary, acts }: PaperListPanelProps) {
  const { say, language } = useWords()
  const { api } = useDesk()
  const { businessDate } = useStatus()
  const zone = useZone()
  const [isHandingIn, setIsHandingIn] = useState(false)
  const { data: list, error } = useQuery(api.paper.get.queryOptions({ input: { listId: summary.id } }))
  const { number, madeAt, madeBy, printed, waiting, droppedOff, actBy } = summary
  const moment = (at: string) => `${dayMonth(localDay(at, zone), language)}, ${localTime(at, zone)}`
  return (
    <Panel
      title={say('paper.lists.number', { number })}
      icon="document"
      aside={
        actBy !== null && (
          <Tag icon={actBy < businessDate ? 'alert' : 'clock'} tone={toneOf(actBy, businessDate)}>
            {actBy < businessDate
              ? say('today.laneNotes.overdueOn', { day: weekdayDay(actBy, language) })
              : say('paper.lists.actBy', { until: untilDay(actBy, language) })}
          </Tag>
        )
      }
    >
      <div className={styles.body} data-list={number}>
        <p className={styles.facts}>
          {say('paper.lists.made', { at: moment(madeAt), by: madeBy })}
          {'. '}
          {printed === null
            ? say('paper.lists.notPrinted')
            : say('paper.lists.printed', { at: moment(printed.at), by: printed.by })}
        </p>
        <p className="strong">
          {say('paper.lists.waiting', { count: waiting })}
          {droppedOff > 0 && `; ${say('paper.lists.droppedOff', { count: droppedOff })}`}
        </p>
        {error !== null && <ErrorPanel error={error} />}
        {list !== undefined && !isHandingIn && <Entries list={list} acts={acts} />}
        {list !== undefined && isHandingIn ? (
          <HandInForm
            list={list}
            onDone={(what) => {
              acts.say(what)
              setIsHandingIn(false)
            }}
            onClose={() => setIsHandingIn(false)}
          />
        ) : (
          <div className={styles.acts}>
            <Button icon="print" disabled={acts.isBusy} onClick={() => acts.print(summary)}>
              {say(printed === null ? 'paper.lists.print' : 'paper.lists.printAgain')}
            </Button>
            <Button
              look="soft"
              icon="check"
              data-act="stamp"
              disabled={list === undefined}
              onClick={() => setIsHandingIn(true)}
            >
              {say('paper.lists.handIn')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  )
}

function toneOf(actBy: string, today: string): 'overdue' | 'today' | 'quiet' {
  return actBy < today ? 'overdue' : actBy === today ? 'today' : 'quiet'
}

function Entries({ list, acts }: { readonly list: PaperList; readonly acts: PaperActs }) {
  const { say } = useWords()
  return (
    <ol className={styles.entries}>
      {list.entries.map(({ position, notice, outcome, reason }) => (
        <li key={notice.id} className={styles.entry} data-notice={notice.id} value={position}>
          <IsoChip code={notice.citizenship} />
          <span className={styles.name}>{notice.displayName}</span>
          <span className={styles.room}>{notice.room}</span>
          {outcome === null ? (
            <Button
              isSmall
              look="bare"
              disabled={acts.isBusy}
              aria-label={say('paper.lists.takeOffOf', { name: notice.displayName })}
              onClick={() => acts.takeOff(list.id, notice.id)}
            >
              {say('paper.lists.takeOff')}
            </Button>
          ) : (
            <span className={styles.outcome}>
              {[say(`paper.outcomes.${outcome}`), reason].filter((part) => part !== null).join(': ')}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
