import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './covered-guests.module.css'

const GUESTS = [
  { guest: 'child', answer: 'needed', icon: 'send', tone: 'ready' },
  { guest: 'union', answer: 'needed', icon: 'send', tone: 'ready' },
  { guest: 'resident', answer: 'needed', icon: 'send', tone: 'ready' },
  { guest: 'unknown', answer: 'unclear', icon: 'globe', tone: 'unknown' },
  { guest: 'citizen', answer: 'notNeeded', icon: 'ok', tone: 'quiet' },
] as const

/** The guests a clerk asks about: child, EAEU, permit, unknown, citizen of Kazakhstan. */
export function CoveredGuests() {
  const { say } = useWords()
  return (
    <Panel title={say('rules.duty.guests.title')} isDense>
      <dl className={styles.guests}>
        {GUESTS.map(({ guest, answer, icon, tone }) => (
          <div key={guest} className={styles.guest}>
            <dt>{say(`rules.duty.guests.${guest}`)}</dt>
            <dd className={styles.answer}>
              <Tag icon={icon} tone={tone}>
                {say(`rules.duty.guests.${answer}`)}
              </Tag>
            </dd>
            <dd className={styles.text}>{say(`rules.duty.guests.${guest}Text`)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
