import { useState } from 'react'
import type { AlarmReading as Reading } from '#shared/regulation/deadline-types.ts'
import { Panel } from '../../../components/panel.tsx'
import { RadioCards } from '../../../components/radio-cards.tsx'
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
      <div className={styles.readings}>
        <RadioCards
          legend={say('rules.clocks.reading.title')}
          isLegendHidden
          name="alarm-reading"
          value={other ?? inForce}
          choices={READINGS.map((reading) => ({
            value: reading,
            title: say(`rules.clocks.reading.${reading}`),
            text: say(`rules.clocks.reading.${reading}Text`),
            mark: reading === inForce && (
              <Tag icon="check" tone="accepted">
                {say('rules.clocks.reading.inForce')}
              </Tag>
            ),
          }))}
          isDisabled={!canChange}
          onChange={(reading) => {
            setWasSet(false)
            setChosen(reading === inForce ? null : reading)
          }}
        />
      </div>
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
