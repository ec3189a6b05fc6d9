import type { ReactNode } from 'react'
import { numericDay } from '#shared/i18n/dates.ts'
import { Field } from '../../components/field.tsx'
import { SelectInput, TextInput } from '../../components/text-input.tsx'
import { type Typed, withDots } from '../../entry/date-entry.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useCheckIn } from './check-in-context.ts'
import styles from './fields.module.css'
import { type TextFieldName, useFieldNotes, useTextField } from './use-field.ts'

interface FaceProps {
  readonly field: TextFieldName
  readonly label: string
  readonly hint?: string | undefined
  /** Columns of twelve. */
  readonly span: number
}

interface TextFieldProps extends FaceProps {
  readonly isMono?: boolean
  /** Belongs inside the field's box, at its right end; `null` = nothing there now. */
  readonly affix?: ReactNode
  readonly isOff?: boolean
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  readonly placeholder?: string | undefined
  /** Choices offered below while typing; anything may be typed. */
  readonly list?: readonly { readonly value: string; readonly label: string }[]
  readonly onLeave?: () => void
  readonly shape?: (typed: string) => string
}

/** A line of text of the form, with its mark and its reason. */
export function TextField({ field, label, hint, span, affix, isOff, list, onLeave, shape, ...input }: TextFieldProps) {
  const { value, set } = useTextField(field)
  const { mark, reason } = useFieldNotes(field)
  return (
    <Field label={label} hint={hint} span={span} mark={mark} reason={reason}>
      {(props) => (
        <Affixed affix={affix}>
          <TextInput
            {...props}
            {...input}
            data-field={field}
            value={isOff === true ? '' : value}
            disabled={isOff}
            list={list === undefined ? undefined : `${props.id}-list`}
            onChange={(typed) => set(shape === undefined ? typed : shape(typed))}
            onBlur={onLeave}
          />
          {list !== undefined && (
            <datalist id={`${props.id}-list`}>
              {list.map((choice) => (
                <option key={choice.value} value={choice.value} label={choice.label} />
              ))}
            </datalist>
          )}
        </Affixed>
      )}
    </Field>
  )
}

interface DateFieldProps extends FaceProps {
  /** Reads what was typed; on leaving the field it is written out in full. */
  readonly read: (text: string) => Typed<string>
  readonly affix?: ReactNode
  readonly isOff?: boolean
  readonly placeholder?: string | undefined
}

/** A date typed fast: digits are enough, the dots come by themselves. */
export function DateField({ read, placeholder, ...face }: DateFieldProps) {
  const { say } = useWords()
  const { value, set } = useTextField(face.field)
  function writeOut(): void {
    const typed = read(value)
    if (typed.state === 'read') set(numericDay(typed.value))
  }
  return (
    <TextField
      {...face}
      inputMode="numeric"
      placeholder={placeholder ?? say('checkIn.fields.dayPattern')}
      shape={withDots}
      onLeave={writeOut}
    />
  )
}

interface ChoiceFieldProps<Choice extends string> extends FaceProps {
  readonly choices: readonly Choice[]
  readonly nameOf: (choice: Choice) => string
}

/** One of a few, or not chosen yet. */
export function ChoiceField<Choice extends string>({ field, label, hint, span, choices, nameOf }: ChoiceFieldProps<Choice>) {
  const { say } = useWords()
  const { value, set } = useTextField(field)
  const { mark, reason } = useFieldNotes(field)
  const all = [
    { value: '', label: say('checkIn.fields.notChosen') },
    ...choices.map((choice) => ({ value: choice, label: nameOf(choice) })),
  ]
  return (
    <Field label={label} hint={hint} span={span} mark={mark} reason={reason}>
      {(props) => (
        <SelectInput
          {...props}
          className={value === '' ? styles.unset : undefined}
          data-field={field}
          value={value}
          choices={all}
          onChange={set}
        />
      )}
    </Field>
  )
}

interface FlagProps {
  readonly field: 'hasSingleName' | 'hasNoExpiry'
  readonly label: string
}

/** "One name", "no expiry": stands inside the box it answers for. */
export function FlagAffix({ field, label }: FlagProps) {
  const { guest, acts } = useCheckIn()
  return (
    <label className={styles.flag}>
      <input
        type="checkbox"
        data-flag={field}
        checked={guest[field]}
        onChange={(event) => acts.setGuest({ [field]: event.currentTarget.checked })}
      />
      {label}
    </label>
  )
}

function Affixed({ affix, children }: { readonly affix: ReactNode; readonly children: ReactNode }) {
  // A field that may have one keeps its box: taking it away would take the cursor with it.
  if (affix === undefined) return children
  return (
    <div className={styles.box}>
      {children}
      {affix !== null && <span className={styles.affix}>{affix}</span>}
    </div>
  )
}
