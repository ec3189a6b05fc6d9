import { useStatus } from '../../../client/use-status.ts'
import { FieldGrid } from '../../../components/field.tsx'
import { readDay, readDeparture, readTime } from '../../../entry/date-entry.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useCheckIn } from '../check-in-context.ts'
import { DateField, TextField } from '../fields.tsx'
import styles from './party-stay.module.css'

/** What the whole party shares, above its table. */
export function PartyStay() {
  const { form, stay, acts, isLocked } = useCheckIn()
  const { say } = useWords()
  const today = useStatus().businessDate
  return (
    <fieldset className={styles.stay} disabled={isLocked}>
      <legend className="sr">{say('checkIn.stay')}</legend>
      <FieldGrid>
        <DateField
          field="arrivalDate"
          label={say('fields.arrivalAt')}
          span={3}
          read={(text) => readDay(text, today, 'future')}
        />
        <TextField
          field="arrivalTime"
          label={say('checkIn.fields.arrivalTime')}
          span={2}
          inputMode="numeric"
          onLeave={() => {
            const time = readTime(form.stay.arrivalTime)
            if (time.state === 'read' && time.value !== form.stay.arrivalTime) acts.setStay({ arrivalTime: time.value })
          }}
        />
        <DateField
          field="departure"
          label={say('checkIn.fields.departure')}
          span={3}
          read={(text) => readDeparture(text, stay.arrival ?? today)}
        />
        <TextField field="reservation" label={say('fields.reservation')} span={4} />
      </FieldGrid>
    </fieldset>
  )
}
