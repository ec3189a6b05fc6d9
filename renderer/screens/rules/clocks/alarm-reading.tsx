import { useState } from 'react'
import type { AlarmReading as Reading } from '#shared/regulation/deadline-types.ts'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './alarm-reading.module.css'
import { ReadingChange } from './reading-change.tsx'

const READINGS = ['strict', 'latest'] as const

interface AlarmReadingProps {
  readonly inForce: Reading
  readonly canChange: boolean
}

/** Which of the two legal dates raises the alarm here. Choosing the other one first shows whose deadlines would move. */
export function AlarmReading({ inForce, canChange }: AlarmReadingProps) {
  const { say } = useWords()
  const [chosen, setChosen] = useState<Reading | null>(null)
  const [wasSet, setWasSet] = useState(false)
  const other = chosen === inForce ? null : chosen
  return (
    <Panel
      title={say('rules.clocks.reading.title')}
      icon="alert"
      isDense
      className={other === null ? undefined : styles.changing}
    >
      <fieldset className={styles.readings}>
        <legend className="sr">{say('rules.clocks.reading.title')}</legend>
        {READINGS.map((reading) => (
          <label key={reading} className={styles.reading}>
            <input
              type="radio"
              name="alarm-reading"
              value={reading}
              checked={(other ?? inForce) === reading}
              disabled={!canChange}
              onChange={() => {
                setWasSet(false)
                setChosen(reading === inForce ? null : reading)
              }}
            />
            <span className="grow">
              <span className={styles.name}>
                <b>{say(`rules.clocks.reading.${reading}`)}</b>
                {reading === inForce && (
                  <Tag icon="check" tone="accepted">
                    {say('rules.clocks.reading.inForce')}
                  </Tag>
                )}
              </span>
              <span className={styles.text}>{say(`rules.clocks.reading.${reading}Text`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {other !== null && (
        <ReadingChange
          reading={other}
          onDone={() => {
            setWasSet(true)
            setChosen(null)
          }}
          onLeave={() => setChosen(null)}
        />
      )}
      <p role="status" className={styles.done}>
        {wasSet && (
          <Tag icon="ok" tone="accepted" wraps>
            {say('rules.clocks.reading.done', { reading: say(`rules.clocks.reading.${inForce}`) })}
          </Tag>
        )}
      </p>
    </Panel>
  )
}
