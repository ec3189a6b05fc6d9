import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type { StayRegimeView } from '#shared/contract/law-schemas.ts'
import { regimeInWords } from '#shared/i18n/explain/regime.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import type { Command } from '../../../commands/command.ts'
import { useCommands } from '../../../commands/use-commands.ts'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { IsoChip } from '../../../components/iso-chip.tsx'
import { Panel } from '../../../components/panel.tsx'
import { SearchBox } from '../../../components/search-box.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { differsFromOlderList, newestFirst, olderInWords, remarksOf } from '../../../law/regime-words.ts'
import { ConfidenceTag } from '../confidence-tag.tsx'
import { RegimeDispute } from '../regime-remarks.tsx'
import styles from './countries-section.module.css'
import { type CountryRow, countryRows, FILTERS, type Filter, filterCounts, rowsFor } from './country-rows.ts'

/** Who may stay how long without a visa, by the list of today and the older one; found by name in any language or by code. */
export function CountriesSection() {
  const { say, language } = useWords()
  const { api } = useDesk()
  const { data, error, refetch } = useQuery(api.rules.regimes.queryOptions())
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const search = useRef<HTMLInputElement>(null)
  const rows = useMemo(() => countryRows(data ?? [], language), [data, language])
  const shown = useMemo(() => rowsFor(rows, filter, query), [rows, filter, query])
  const counts = useMemo(() => filterCounts(rows), [rows])
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'rules.find',
          name: say('rules.keys.find'),
          shortcut: { code: 'KeyF' },
          inFooter: true,
          run: () => search.current?.focus(),
        },
      ],
      [say],
    ),
  )

  return (
    <Panel title={say('rules.countries.title')} icon="globe" className={styles.panel}>
      <div className={styles.tools}>
        <SearchBox
          ref={search}
          label={say('rules.countries.search')}
          hint={say('rules.countries.searchHint')}
          shortcut="F"
          value={query}
          onChange={setQuery}
        />
        <fieldset className={styles.filters}>
          <legend className="sr">{say('rules.countries.filters.title')}</legend>
          {FILTERS.map((name) => (
            <Button
              key={name}
              isSmall
              look={name === filter ? 'soft' : 'bare'}
              aria-pressed={name === filter}
              onClick={() => setFilter(name)}
            >
              {say(`rules.countries.filters.${name}`)}
              <span className={styles.count}>{counts[name]}</span>
            </Button>
          ))}
        </fieldset>
        <span className="sr" role="status">
          {data !== undefined && say('rules.countries.shown', { count: shown.length })}
        </span>
      </div>
      {error !== null && (
        <ErrorPanel error={error}>
          <Button isSmall onClick={() => void refetch()}>
            {say('common.retry')}
          </Button>
        </ErrorPanel>
      )}
      {data !== undefined && shown.length === 0 && (
        <EmptyState icon="search" title={say('rules.countries.nobody')}>
          <p>{say('rules.countries.nobodyText')}</p>
        </EmptyState>
      )}
      {shown.length > 0 && <CountriesTable rows={shown} />}
      <p className={styles.advice}>{say('rules.countries.advice')}</p>
    </Panel>
  )
}

const COLUMNS = ['country', 'now', 'older', 'confidence', 'sources'] as const

function CountriesTable({ rows }: { readonly rows: readonly CountryRow[] }) {
  const { say } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard
    <section className={styles.box} aria-label={say('rules.countries.title')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={styles[column]}>
                {say(`rules.countries.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CountryLine key={row.code} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function CountryLine({ row: { code, name, regime } }: { readonly row: CountryRow }) {
  const words = useWords()
  const { say } = words
  const { current } = regime
  return (
    <tr data-country={code}>
      <th scope="row">
        <span className={styles.name}>
          <span className={styles.code} aria-hidden="true">
            <IsoChip code={code} />
          </span>
          {name}
        </span>
      </th>
      <td>
        {regimeInWords(current, words)}
        <span className={styles.dispute}>
          <RegimeDispute current={current} />
        </span>
      </td>
      <td>
        {regime.seedPerEntryDays === null ? (
          <span className="dim">{say('rules.countries.olderNone')}</span>
        ) : differsFromOlderList(regime) ? (
          <Tag icon="alert" tone="today" wraps>
            {olderInWords(regime, words)}
          </Tag>
        ) : (
          olderInWords(regime, words)
        )}
      </td>
      <td>{current !== null && <ConfidenceTag confidence={current.confidence} />}</td>
      <td className={styles.sources}>
        <Sources current={current} />
      </td>
    </tr>
  )
}

/** The newest source; the others, and what they say in their own words, at a press. */
function Sources({ current }: Pick<StayRegimeView, 'current'>) {
  const { say } = useWords()
  const [newest, ...others] = newestFirst(current?.sources ?? [])
  const remarks = remarksOf(current)
  if (others.length === 0 && remarks.length === 0) return newest
  return (
    <details>
      <summary>
        {newest}
        {others.length > 0 && ` · ${say('rules.countries.moreSources', { count: others.length })}`}
      </summary>
      {others.length > 0 && <p>{others.join('; ')}</p>}
      {remarks.length > 0 && (
        <p>
          {say('rules.countries.remark')}: <q lang="en">{remarks.join('; ')}</q>
        </p>
      )}
    </details>
  )
}
