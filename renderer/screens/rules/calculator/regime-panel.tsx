import type { StayRegimeView } from '#shared/contract/law-schemas.ts'
import { countryName } from '#shared/i18n/country-names.ts'
import { regimeInWords } from '#shared/i18n/explain/regime.ts'
import { IsoChip } from '../../../components/iso-chip.tsx'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { differsFromOlderList, newestFirst, olderInWords } from '../../../law/regime-words.ts'
import { ConfidenceTag } from '../confidence-tag.tsx'
import { RegimeDispute, RegimeRemarks } from '../regime-remarks.tsx'
import { SourceList } from '../source-list.tsx'
import styles from './regime-panel.module.css'

/** What is known about the stay of this document: the list of today and the older one side by side. */
export function RegimePanel({ regime }: { readonly regime: StayRegimeView }) {
  const words = useWords()
  const { say, language } = words
  return (
    <Panel
      title={say('rules.calculator.regime.title')}
      icon="globe"
      aside={
        <span className={styles.whose}>
          <IsoChip code={regime.code} />
          <span aria-hidden="true">{countryName(regime.code, language)}</span>
        </span>
      }
    >
      <dl className={styles.lists}>
        <div>
          <dt>{say('duties.regime.current')}</dt>
          <dd className={styles.days}>{regimeInWords(regime.current, words)}</dd>
          <dd className={styles.dispute}>
            <RegimeDispute current={regime.current} />
          </dd>
          {regime.current !== null && (
            <dd className={styles.source}>
              <ConfidenceTag confidence={regime.current.confidence} />
              <SourceList sources={newestFirst(regime.current.sources)} />
              <RegimeRemarks current={regime.current} />
            </dd>
          )}
        </div>
        <div>
          <dt>{say('duties.regime.older')}</dt>
          <dd className={styles.days}>{olderInWords(regime, words)}</dd>
          {differsFromOlderList(regime) && (
            <dd>
              <Tag icon="alert" tone="today" wraps>
                {say('rules.calculator.regime.differs')}
              </Tag>
            </dd>
          )}
        </div>
      </dl>
      {regime.alsoPossible !== null && (
        <p className={styles.note}>
          {say('duties.notes.document_ambiguous')} {countryName(regime.alsoPossible.code, language)}:{' '}
          {regimeInWords(regime.alsoPossible.current, words)}.
        </p>
      )}
      {regime.decidedBy === 'document' && <p className={styles.note}>{say('duties.notes.decided_by_document')}</p>}
    </Panel>
  )
}
