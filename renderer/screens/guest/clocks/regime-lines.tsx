import type { StayRegimeView } from '#shared/contract/law-schemas.ts'
import { countryName } from '#shared/i18n/country-names.ts'
import { olderRegimeInWords, regimeInWords } from '#shared/i18n/explain/regime.ts'
import type { DutyNote } from '#shared/regulation/duties/duty.ts'
import { ClockCertainty } from '../../../components/clock-certainty.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { differsFromOlderList, disputeInWords } from '../../../law/regime-words.ts'
import styles from './clocks-panel.module.css'

/** What the regime in words and the lines of the other lists say already. */
const SAID_OTHERWISE: readonly DutyNote[] = ['visa_required', 'seed_layer_differs', 'sources_conflict']

interface RegimeLinesProps {
  readonly regime: StayRegimeView
}

/** What is known of this document's stay without a visa: the list in force, the older one where it differs, and every doubt. */
export function RegimeLines({ regime }: RegimeLinesProps) {
  const words = useWords()
  const { say, language } = words
  const disputed = regime.current === null ? null : disputeInWords(regime.current, words)
  return (
    <div className={styles.regime}>
      <p className={styles.head}>
        <span>
          {countryName(regime.code, language)}: <b>{regimeInWords(regime.current, words)}</b>
        </span>
        {regime.isAdvisory && <ClockCertainty certainty="advisory" />}
      </p>
      {differsFromOlderList(regime) && <p>{olderRegimeInWords(regime, words)}</p>}
      {disputed !== null && <p>{disputed}</p>}
      {regime.notes
        .filter((note) => !SAID_OTHERWISE.includes(note))
        .map((note) => (
          <p key={note}>{say(`duties.notes.${note}`)}</p>
        ))}
      {regime.alsoPossible !== null && (
        <p>
          {countryName(regime.alsoPossible.code, language)}: {regimeInWords(regime.alsoPossible.current, words)}
        </p>
      )}
    </div>
  )
}
