import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { DOCUMENT_TYPES } from '#shared/domain/guest.ts'
import { Button } from '../../../components/button.tsx'
import { Field, type FieldInputProps } from '../../../components/field.tsx'
import { SelectInput, TextInput } from '../../../components/text-input.tsx'
import { CountryInput } from '../../../entry/country-input.tsx'
import { withDots } from '../../../entry/date-entry.ts'
import { useWords } from '../../../i18n/use-words.ts'
import {
  addEarlier,
  type CalculationField,
  type CalculationForm,
  type EntryProblem,
  type Place,
  type ReadCalculation,
  textAt,
  withText,
  writtenOut,
} from './calculation-form.ts'
import styles from './entries.module.css'
import { problemInWords } from './problem-words.ts'

interface EntriesProps {
  readonly form: CalculationForm
  readonly problems: ReadCalculation['problems']
  /** Where the cursor is: what is being typed is not called wrong yet. */
  readonly place: Place | null
  readonly today: CalendarDate
  readonly onChange: (form: CalculationForm) => void
  readonly onPlace: (place: Place | null) => void
}

/** What is known about the stay, typed as at check-in: digits are enough, the dots come by themselves. */
export function Entries(props: EntriesProps) {
  const { form, problems, place, onChange } = props
  const words = useWords()
  const { say } = words
  const reasonAt = (at: Place): string | undefined => {
    const problem: EntryProblem | undefined = at === place ? undefined : problems[at]
    return problem === undefined ? undefined : problemInWords(problem, words)
  }
  const label = (field: CalculationField) => say(`rules.calculator.fields.${field}`)
  return (
    <form
      className={styles.entries}
      aria-label={say('rules.calculator.title')}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        // Back to the keys of the screen.
        if (event.key === 'Escape' && document.activeElement instanceof HTMLElement) document.activeElement.blur()
      }}
    >
      <DayEntry {...props} at="arrival" span={6} label={label('arrival')} reason={reasonAt('arrival')} autoFocus />
      <DayEntry {...props} at="departure" span={6} label={label('departure')} reason={reasonAt('departure')} />
      <Field label={label('citizenship')} span={12} reason={reasonAt('citizenship')}>
        {(input) => (
          <CountryInput
            {...input}
            value={form.citizenship}
            onChange={(text) => onChange(withText(form, 'citizenship', text))}
          />
        )}
      </Field>
      <DayEntry {...props} at="borderEntry" span={6} label={label('borderEntry')} reason={reasonAt('borderEntry')} />
      <DayEntry {...props} at="visaValidUntil" span={6} label={label('visaValidUntil')} reason={reasonAt('visaValidUntil')} />
      <Field label={label('documentType')} span={6}>
        {(input) => (
          <SelectInput
            {...input}
            value={form.documentType}
            choices={[
              { value: '', label: say('checkIn.fields.notChosen') },
              ...DOCUMENT_TYPES.map((type) => ({ value: type, label: say(`documentTypes.${type}`) })),
            ]}
            onChange={(text) => onChange(withText(form, 'documentType', text))}
          />
        )}
      </Field>
      <DayEntry {...props} at="documentExpiry" span={6} label={label('documentExpiry')} reason={reasonAt('documentExpiry')} />
      <fieldset className={styles.earlier}>
        <legend>{say('rules.calculator.earlier.title')}</legend>
        <p className={styles.hint}>{say('rules.calculator.earlier.text')}</p>
        {form.earlier.map(({ id }, index) => {
          const number = index + 1
          const name = say('rules.calculator.earlier.period', { number })
          return (
            <fieldset key={id} className={styles.period}>
              <legend className="sr">{name}</legend>
              <DayEntry
                {...props}
                at={`from.${id}`}
                span={6}
                label={`${number}. ${say('rules.calculator.fields.from')}`}
                reason={reasonAt(`from.${id}`)}
                autoFocus
              />
              <DayEntry
                {...props}
                at={`to.${id}`}
                span={6}
                label={say('rules.calculator.fields.to')}
                reason={reasonAt(`to.${id}`)}
              />
              <Button
                isSmall
                look="bare"
                className={styles.remove}
                aria-label={say('rules.calculator.earlier.remove', { number })}
                onClick={() => onChange({ ...form, earlier: form.earlier.filter((period) => period.id !== id) })}
              >
                {say('rules.calculator.earlier.removeShort')}
              </Button>
            </fieldset>
          )
        })}
        <Button isSmall icon="plus" onClick={() => onChange(addEarlier(form))}>
          {say('rules.calculator.earlier.add')}
        </Button>
      </fieldset>
    </form>
  )
}

interface DayEntryProps extends EntriesProps {
  readonly at: Place
  readonly label: string
  /** Columns of twelve. */
  readonly span: number
  readonly reason: string | undefined
  readonly autoFocus?: boolean
}

function DayEntry({ form, at, label, span, reason, today, autoFocus = false, onChange, onPlace }: DayEntryProps) {
  const { say } = useWords()
  return (
    <Field label={label} span={span} reason={reason}>
      {(input: FieldInputProps) => (
        <TextInput
          {...input}
          data-field={at}
          inputMode="numeric"
          autoFocus={autoFocus}
          placeholder={say('checkIn.fields.dayPattern')}
          value={textAt(form, at)}
          onFocus={(event) => {
            onPlace(at)
            event.currentTarget.select()
          }}
          onBlur={() => {
            onPlace(null)
            onChange(writtenOut(form, at, today))
          }}
          onChange={(text) => onChange(withText(form, at, withDots(text)))}
        />
      )}
    </Field>
  )
}
