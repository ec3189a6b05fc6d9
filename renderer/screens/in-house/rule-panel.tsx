import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { Field, FieldGrid } from '../../components/field.tsx'
import { Panel } from '../../components/panel.tsx'
import { RadioCards } from '../../components/radio-cards.tsx'
import { TextInput } from '../../components/text-input.tsx'
import { withDots } from '../../entry/date-entry.ts'
import { useWords } from '../../i18n/use-words.ts'
import styles from './in-house.module.css'
import { FILED_RULES, type InHouseForm } from './in-house-form.ts'
import { dayOf, type Resident } from './in-house-parties.ts'

interface RulePanelProps {
  readonly form: InHouseForm
  readonly residents: readonly Resident[]
  readonly today: CalendarDate
  readonly onChange: (form: InHouseForm) => void
}

/** What holds for all of the list: the day of arrival where it names none, and who was notified before Qabyl. */
export function RulePanel({ form, residents, today, onChange }: RulePanelProps) {
  const { say } = useWords()
  const someLackArrival = residents.some(({ person }) => person.arrival === null)
  const someAreFiled = residents.some(({ isFiledElsewhere, isCitizen }) => isFiledElsewhere && !isCitizen)
  const dayReason = (typed: string) => {
    if (typed.trim() === '') return undefined
    const day = dayOf(typed, today)
    return day === null ? say('inHouse.arrival.unread') : day > today ? say('inHouse.arrival.ahead') : undefined
  }
  return (
    <>
      {someLackArrival && (
        <Panel title={say('inHouse.arrival.title')} icon="calendar">
          <FieldGrid>
            <Field
              label={say('inHouse.arrival.label')}
              hint={say('inHouse.arrival.hint')}
              reason={dayReason(form.arrival)}
              span={12}
            >
              {(input) => (
                <TextInput
                  {...input}
                  data-field="arrival"
                  value={form.arrival}
                  onChange={(value) => onChange({ ...form, arrival: withDots(value) })}
                />
              )}
            </Field>
          </FieldGrid>
        </Panel>
      )}
      <Panel title={say('inHouse.rule.title')} icon="check">
        <FieldGrid>
          <p className={styles.hint}>{say('inHouse.rule.hint')}</p>
          <div className={styles.whole}>
            <RadioCards
              legend={say('inHouse.rule.title')}
              isLegendHidden
              name="filed"
              value={form.filed}
              choices={FILED_RULES.map((rule) => ({ value: rule, title: say(`inHouse.rule.${rule}`) }))}
              onChange={(filed) => onChange({ ...form, filed, exceptions: [] })}
            />
          </div>
          {form.filed === 'until' && (
            <Field label={say('inHouse.rule.day')} reason={dayReason(form.filedUntil)} span={12}>
              {(input) => (
                <TextInput
                  {...input}
                  data-field="filedUntil"
                  value={form.filedUntil}
                  onChange={(value) => onChange({ ...form, filedUntil: withDots(value) })}
                />
              )}
            </Field>
          )}
          {someAreFiled && (
            <Field label={say('inHouse.rule.reason')} hint={say('inHouse.rule.reasonHint')} span={12}>
              {(input) => (
                <TextInput
                  {...input}
                  data-field="reason"
                  maxLength={500}
                  value={form.reason}
                  onChange={(reason) => onChange({ ...form, reason })}
                />
              )}
            </Field>
          )}
        </FieldGrid>
      </Panel>
    </>
  )
}
