import type { Rules } from '#shared/contract/law-schemas.ts'
import { useMayNot } from '../../../client/use-may.ts'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { AlarmReading } from './alarm-reading.tsx'
import styles from './clocks-section.module.css'
import { ClocksTable } from './clocks-table.tsx'
import { RegisteredGuests } from './registered-guests.tsx'

const OPEN_QUESTIONS = ['counting', 'replaces', 'entryDay', 'repeat'] as const

/** Which clocks the property follows and by which reading; what the law leaves open; and the switches, for whoever may. */
export function ClocksSection({ rules }: { readonly rules: Rules }) {
  const { say } = useWords()
  const mayNot = useMayNot('desk.administer')
  const canChange = mayNot === null
  return (
    <>
      {mayNot !== null && (
        <p className={styles.readOnly}>
          <Tag icon="lock" wraps>
            {say(`rules.clocks.mayNot.${mayNot}`)}
          </Tag>
        </p>
      )}
      <div className={styles.columns}>
        <AlarmReading inForce={rules.alarmReading} canChange={canChange} />
        <RegisteredGuests rules={rules} canChange={canChange} />
        <Panel title={say('rules.clocks.open.title')} icon="ask" isDense>
          <ul className={styles.questions}>
            {OPEN_QUESTIONS.map((question) => (
              <li key={question}>{say(`rules.clocks.open.${question}`)}</li>
            ))}
          </ul>
        </Panel>
      </div>
      <ClocksTable duties={rules.duties} canChange={canChange} />
    </>
  )
}
