import { ButtonLink } from '../../../components/button.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './lost-passport-section.module.css'

const STEPS = ['police', 'certificate', 'consulate', 'exitVisa'] as const

const AT_THE_DESK = [
  { line: 'noNotice', icon: 'send' },
  { line: 'proof', icon: 'print' },
  { line: 'correct', icon: 'pen' },
] as const

/** The way from a lost passport to an exit visa, step by step, and what the desk has to do with it. */
export function LostPassportSection() {
  const { say } = useWords()
  return (
    <div className={styles.columns}>
      <Panel
        title={say('rules.lostPassport.title')}
        icon="book"
        aside={
          <Tag icon="book" tone="quiet">
            {say('duties.certainties.advisory.name')}
          </Tag>
        }
      >
        <p className={styles.text}>{say('rules.lostPassport.text')}</p>
        <ol className={styles.steps}>
          {STEPS.map((step, index) => (
            <li key={step} className={styles.step}>
              <span className={styles.number} aria-hidden="true">
                {index + 1}
              </span>
              <div>
                <h3 className={styles.lead}>{say(`rules.lostPassport.steps.${step}.title`)}</h3>
                <p className="sub">{say(`rules.lostPassport.steps.${step}.text`)}</p>
              </div>
            </li>
          ))}
        </ol>
        <p className={styles.source}>{say('rules.visas.source')}</p>
      </Panel>
      <Panel title={say('rules.lostPassport.desk.title')} isDense>
        <ul className={styles.desk}>
          {AT_THE_DESK.map(({ line, icon }) => (
            <li key={line}>
              <span className={styles.mark}>
                <Icon name={icon} />
              </span>
              {say(`rules.lostPassport.desk.${line}`)}
            </li>
          ))}
        </ul>
        <p className={styles.find}>
          <ButtonLink href="#/guests" icon="search">
            {say('rules.lostPassport.desk.find')}
          </ButtonLink>
        </p>
      </Panel>
    </div>
  )
}
