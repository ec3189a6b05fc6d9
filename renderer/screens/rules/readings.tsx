import type { z } from 'zod'
import type { deadlineSchema } from '#shared/contract/law-schemas.ts'
import { useStatus } from '../../client/use-status.ts'
import { join } from '../../components/join.ts'
import { Tag } from '../../components/tag.tsx'
import { useWords } from '../../i18n/use-words.ts'
import styles from './readings.module.css'
import { weekdayDayIn } from './weekday-day-in.ts'

interface ReadingsProps {
  readonly deadline: Pick<z.infer<typeof deadlineSchema>, 'strictDue' | 'latestDue' | 'alarmReading'>
}

/** Both readings of "three working days" side by side, and which of them raises the alarm at this property. */
export function Readings({ deadline }: ReadingsProps) {
  const { say, language } = useWords()
  const { businessDate } = useStatus()
  const readings = [
    { reading: 'strict', day: deadline.strictDue },
    { reading: 'latest', day: deadline.latestDue },
  ] as const
  return (
    <div className={styles.readings}>
      {readings.map(({ reading, day }) => {
        const isAlarm = deadline.alarmReading === reading
        return (
          <div key={reading} className={join(styles.reading, isAlarm && styles.alarm)} data-reading={reading}>
            <p className={styles.name}>
              <b>{say(`rules.readings.${reading}`)}</b>
              <Tag icon={isAlarm ? 'alert' : 'calendar'} {...(isAlarm ? {} : { tone: 'quiet' as const })}>
                {isAlarm ? say('rules.readings.isAlarm') : say('rules.readings.isShown')}
              </Tag>
            </p>
            <p className={styles.day}>{say('rules.readings.due', { day: weekdayDayIn(day, businessDate, language) })}</p>
            <p className="sub note">{say(`rules.readings.${reading}Text`)}</p>
          </div>
        )
      })}
    </div>
  )
}
