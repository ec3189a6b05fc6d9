import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { sectionHref } from '../sections.ts'
import styles from './visas-section.module.css'

const ROWS = ['visaFree', 'registrationFree', 'registration', 'business', 'investor', 'exit'] as const
const COLUMNS = ['what', 'howLong', 'who'] as const

/** Reference for an answer at the counter: what a guest may stay on, for how long, and how it goes on. */
export function VisasSection() {
  const { say } = useWords()
  return (
    <Panel
      title={say('rules.visas.title')}
      icon="book"
      aside={
        <Tag icon="book" tone="quiet">
          {say('duties.certainties.advisory.name')}
        </Tag>
      }
    >
      <p className={styles.text}>{say('rules.visas.text')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(`rules.visas.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{say(`rules.visas.rows.${row}.title`)}</th>
              <td className={styles.days}>{say(`rules.visas.rows.${row}.howLong`)}</td>
              <td className="sub">
                {say(`rules.visas.rows.${row}.text`)}
                {row === 'visaFree' && (
                  <>
                    {' '}
                    <a href={sectionHref('countries')}>{say('rules.sections.countries')}</a>
                  </>
                )}
                {row === 'exit' && (
                  <>
                    {' '}
                    <a href={sectionHref('lost-passport')}>{say('rules.sections.lostPassport')}</a>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.extension}>{say('rules.visas.extension')}</p>
      <p className={styles.source}>{say('rules.visas.source')}</p>
    </Panel>
  )
}
