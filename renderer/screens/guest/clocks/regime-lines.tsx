import type { StayRegimeView } from '#shared/contract/law-schemas.ts'
import { olderRegimeInWords, regimeInWords } from '#shared/i18n/explain/regime.ts'
import type { DutyNote } from '#shared/regulation/duties/duty.ts'
import { ClockCertainty } from '../../../components/clock-certainty.tsx'
import { countryName } from '../../../i18n/countries.ts'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './clocks-panel.module.css'
import { hasOtherInOlder } from './stay-clocks.ts'

interface RegimeLinesProps {
  readonly regime: StayRegimeView
  readonly notes: readonly DutyNote[]
}

/** What is known of this document's stay without a visa: the list in force, the older one where it differs, and every doubt. */
export function RegimeLines({ regime, notes }: RegimeLinesProps) {
  const words = useWords()
  const { say, language } = words
  return (
    <div className={styles.regime}>
      <p className={styles.head}>
        <span>
          {countryName(regime.code, language)}: <b>{regimeInWords(regime.current, words)}</b>
        </span>
        {regime.isAdvisory && <ClockCertainty certainty="advisory" />}
      </p>
      {hasOtherInOlder(regime) && <p>{olderRegimeInWords(regime, words)}</p>}
      {notes
        .filter((note) => note !== 'visa_required' && !(note === 'seed_layer_differs' && hasOtherInOlder(regime)))
        .map((note) => (
          <p key={note}>{say(`duties.notes.${note}`)}</p>
        ))}
    </div>
  )
}
