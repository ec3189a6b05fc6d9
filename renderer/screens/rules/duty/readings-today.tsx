import type { z } from 'zod'
import type { deadlineSchema } from '#shared/contract/law-schemas.ts'
import { DayStrip } from '../../../components/day-strip.tsx'
import { Panel } from '../../../components/panel.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { Readings } from '../readings.tsx'
import styles from './readings-today.module.css'

interface ReadingsTodayProps {
  readonly deadline: z.infer<typeof deadlineSchema>
}

/** The count on a guest who arrives today, both readings of it, and why there are two. */
export function ReadingsToday({ deadline }: ReadingsTodayProps) {
  const { say } = useWords()
  return (
    <Panel title={say('rules.duty.example.title')} icon="calendar">
      <DayStrip deadline={deadline} />
      <Readings deadline={deadline} />
      <p className={styles.why}>
        <b>{say('rules.duty.example.why')}.</b> {say('rules.duty.example.whyText')}
      </p>
    </Panel>
  )
}
