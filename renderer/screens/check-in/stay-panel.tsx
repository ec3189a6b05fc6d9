import { daysBetween } from '#shared/domain/calendar-date.ts'
import { PURPOSES, VISA_ENTRIES } from '#shared/domain/guest.ts'
import { weekdayShort } from '#shared/i18n/dates.ts'
import { useStatus } from '../../client/use-status.ts'
import { Button } from '../../components/button.tsx'
import { FieldGrid } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { Panel } from '../../components/panel.tsx'
import { readDay, readDeparture, readTime } from '../../entry/date-entry.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useCheckIn } from './check-in-context.ts'
import fieldStyles from './fields.module.css'
import { ChoiceField, DateField, TextField } from './fields.tsx'
import { isVisaAskedFor, MOST_TABS, nameOf } from './form-state.ts'
import { ReturningGuest } from './returning-guest.tsx'
import { stayLine } from './stay-line.ts'
import styles from './stay-panel.module.css'

/** Step 2: when, where, why. Arrival, room, departure and booking are the whole party's, the rest the guest's on screen. */
export function StayPanel() {
  const { form, guest, stay, preview, isBlank, acts, rooming } = useCheckIn()
  const words = useWords()
  const { say, language } = words
  const today = useStatus().businessDate
  const { arrival } = stay
  const departure = stay.input?.departureDate ?? null
  const nights = arrival === null || departure === null ? null : daysBetween(arrival, departure)
  const asksForVisa = isVisaAskedFor(guest, preview.preview?.regime ?? null)
  const line = preview.preview === null || isBlank ? null : stayLine(preview.preview, today, words)
  // In a party of several rooms each guest has his own.
  const hasOwnRooms = form.guests.some(({ ownRoom }) => ownRoom !== '') || form.guests.length > MOST_TABS
  const whose = form.guests.length > 1 ? nameOf(guest) : ''
  return (
    <Panel
      title={say('checkIn.stay')}
      step={2}
      className={styles.panel}
      aside={whose === '' ? undefined : <span className={styles.whose}>{whose}</span>}
    >
      <ReturningGuest />
      <div className={fieldStyles.fields}>
        <FieldGrid>
          <DateField
            field="arrivalDate"
            label={say('fields.arrivalAt')}
            span={5}
            read={(text) => readDay(text, today, 'future')}
            affix={arrival === null ? null : weekdayShort(arrival, language)}
          />
          <TextField
            field="arrivalTime"
            label={say('checkIn.fields.arrivalTime')}
            span={3}
            inputMode="numeric"
            onLeave={() => {
              const time = readTime(form.stay.arrivalTime)
              if (time.state === 'read' && time.value !== form.stay.arrivalTime) acts.setStay({ arrivalTime: time.value })
            }}
          />
          <TextField
            field={hasOwnRooms ? 'ownRoom' : 'room'}
            label={say('fields.room')}
            span={4}
            placeholder={hasOwnRooms ? form.stay.room : undefined}
          />
          <DateField
            field="departure"
            label={say('checkIn.fields.departure')}
            span={7}
            read={(text) => readDeparture(text, arrival ?? today)}
            affix={nights === null ? null : say('time.nights', { count: nights })}
          />
          <ChoiceField
            field="purpose"
            label={say('fields.purpose')}
            span={5}
            choices={PURPOSES}
            nameOf={(purpose) => say(`purposes.${purpose}`)}
          />
          <TextField field="reservation" label={say('fields.reservation')} span={4} />
          <DateField
            field="borderEntryDate"
            label={say('checkIn.fields.borderEntryDate')}
            span={4}
            read={(text) => readDay(text, today, 'past')}
          />
          <TextField field="borderCheckpoint" label={say('checkIn.fields.borderCheckpoint')} span={4} />
          <TextField field="visaNumber" label={say('fields.visaNumber')} span={4} />
          {asksForVisa && (
            <>
              <DateField
                field="visaValidUntil"
                label={say('fields.visaValidUntil')}
                span={4}
                read={(text) => readDay(text, today, 'future')}
              />
              <ChoiceField
                field="visaEntries"
                label={say('fields.visaEntries')}
                span={4}
                choices={VISA_ENTRIES}
                nameOf={(entries) => say(`visaEntries.${entries}`)}
              />
            </>
          )}
          <TextField field="phone" label={say('fields.phone')} span={asksForVisa ? 6 : 4} inputMode="tel" />
          <TextField field="email" label={say('fields.email')} span={asksForVisa ? 6 : 4} inputMode="email" />
        </FieldGrid>
      </div>
      {line !== null && (
        <p className={styles.line}>
          <Icon name="globe" />
          <span>{line}</span>
        </p>
      )}
      <div className={styles.party}>
        <Button isSmall isWide icon="plus" shortcut="Alt N" onClick={acts.addGuest}>
          {say('checkIn.party.add')}
        </Button>
        <Button isSmall isWide icon="child" shortcut="Alt C" onClick={acts.addChild}>
          {say('checkIn.party.addChild')}
        </Button>
        <Button isSmall isWide icon="guests" shortcut="Alt L" onClick={rooming.open}>
          {say('rooming.open')}
        </Button>
      </div>
    </Panel>
  )
}
