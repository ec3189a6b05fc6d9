import { spellingsOf } from '#shared/documents/spellings.ts'
import { join } from '../../components/join.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useCheckIn } from './check-in-context.ts'
import styles from './spellings-line.module.css'

/** The three spellings of the name side by side: coded, printed, sent. */
export function SpellingsLine() {
  const { read, isBlank } = useCheckIn()
  const { say } = useWords()
  if (isBlank) return null
  const spellings = spellingsOf(read.facts)
  if (Object.values(spellings).every((spelling) => spelling === null)) return null
  return (
    <dl className={styles.line}>
      {(['mrz', 'printed', 'sent'] as const).map(
        (kind) =>
          spellings[kind] !== null && (
            <div key={kind} className={styles.spelling}>
              <dt>{say(`checkIn.spellings.${kind}`)}</dt>
              <dd className={join('cut', kind !== 'printed' && 'mono')} title={spellings[kind]}>
                {spellings[kind]}
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}
