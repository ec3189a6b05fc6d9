import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useDesk } from '../../client/desk-context.tsx'
import type { Command } from '../../commands/command.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { Awaited } from '../../components/awaited.tsx'
import { Button, ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Icon } from '../../components/icon.tsx'
import { join } from '../../components/join.ts'
import { useWords } from '../../i18n/use-words.ts'
import list from '../../styles/list-table.module.css'
import tones from '../../styles/tones.module.css'
import styles from './outage-journal.module.css'
import { OutagePaper } from './outage-paper.tsx'
import { journalInWords, type OutageRow, outageRows } from './outage-rows.ts'
import { useStanding } from './use-standing.ts'

/** How far back a journal reaches. */
const PERIODS = [7, 30, 90, 365] as const

/** When the service was not there, why, and which deadlines that touched; to read, and to print for whoever asks. */
export function OutageJournal() {
  const words = useWords()
  const { say } = words
  const [, navigate] = useLocation()
  const { api } = useDesk()
  const standing = useStanding()
  const [days, setDays] = useState<(typeof PERIODS)[number]>(30)
  const [isPrinting, setIsPrinting] = useState(false)
  const {
    data: journal,
    error,
    refetch,
  } = useQuery(
    api.queue.outages.queryOptions({ input: { days }, refetchInterval: 60_000, placeholderData: (before) => before }),
  )
  const print = useCallback(() => setIsPrinting(true), [])
  const printed = useCallback(() => setIsPrinting(false), [])
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'journal.back',
          name: say('line.journal.back'),
          shortcut: { code: 'Escape' },
          inFooter: true,
          run: () => navigate('/queue'),
        },
        {
          id: 'journal.print',
          name: say('line.journal.print'),
          shortcut: { code: 'KeyP', ctrl: true },
          inFooter: true,
          run: print,
        },
      ],
      [say, navigate, print],
    ),
  )
  const rows = journal === undefined ? [] : outageRows(journal, standing, words)
  return (
    <ScreenFrame
      title={say('line.journal.title')}
      summary={journal === undefined ? undefined : journalInWords(journal, days, words)}
      acts={
        <>
          <fieldset className={styles.periods}>
            <legend className="sr">{say('line.journal.period')}</legend>
            {PERIODS.map((period) => (
              <label key={period}>
                <input type="radio" name="period" checked={period === days} onChange={() => setDays(period)} />
                <span>{say('line.journal.days', { count: period })}</span>
              </label>
            ))}
          </fieldset>
          <ButtonLink href="#/queue" icon="left" shortcut="Esc">
            {say('line.journal.back')}
          </ButtonLink>
          <Button icon="print" disabled={rows.length === 0} onClick={print}>
            {say('line.journal.print')}
          </Button>
        </>
      }
    >
      {(journal === undefined || error !== null) && <Awaited error={error} onRetry={() => void refetch()} />}
      {journal !== undefined && rows.length === 0 && (
        <EmptyState icon="line" title={say('line.journal.empty')}>
          <p>{say('line.journal.emptyText')}</p>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <p className={styles.proof}>
            <Icon name="shield" />
            {say('line.journal.proof')}
          </p>
          <JournalTable rows={rows} />
        </>
      )}
      {isPrinting && (
        <OutagePaper
          rows={rows}
          summary={journal === undefined ? '' : journalInWords(journal, days, words)}
          onPrinted={printed}
        />
      )}
    </ScreenFrame>
  )
}

function JournalTable({ rows }: { readonly rows: readonly OutageRow[] }) {
  const { say } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard
    <section className={list.panel} aria-label={say('line.journal.table')} tabIndex={0}>
      <table className={join(list.table, styles.table)}>
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
          {rows.map((row) => (
            <tr key={row.id} data-outage={row.id} className={row.isOpen ? styles.open : undefined}>
              <td>{row.start}</td>
              <td>{row.isOpen ? <b>{row.end}</b> : row.end}</td>
              <td>
                <b>{row.length}</b>
              </td>
              <td>{row.cause}</td>
              <td>
                {row.due}
                {row.outcome !== null && <p className={join(styles.outcome, tones[row.outcome.tone])}>{row.outcome.text}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
