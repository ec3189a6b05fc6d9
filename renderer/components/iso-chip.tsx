import { countryName } from '#shared/i18n/country-names.ts'
import { useWords } from '../i18n/use-words.ts'
import styles from './iso-chip.module.css'

interface IsoChipProps {
  /** Three letters as in the document, or `null` while unknown. */
  readonly code: string | null
}

/** Citizenship in three letters, said in full to a screen reader. Never a flag. */
export function IsoChip({ code }: IsoChipProps) {
  const { say, language } = useWords()
  return (
    <span className={styles.chip}>
      <span aria-hidden="true">{code ?? '?'}</span>
      <span className="sr">{code === null ? say('states.citizenship_unknown') : countryName(code, language)}</span>
    </span>
  )
}
