import { DOCUMENT_TYPES, PURPOSES, SEXES, VISA_ENTRIES } from '#shared/domain/guest.ts'
import { Field, type FieldInputProps, type FieldMark } from '../../components/field.tsx'
import { SelectInput, TextInput } from '../../components/text-input.tsx'
import { CountryInput } from '../../entry/country-input.tsx'
import { withDots } from '../../entry/date-entry.ts'
import { useWords } from '../../i18n/use-words.ts'
import styles from './form-panel.module.css'
import type { FormField, GuestForm } from './guest-form.ts'

interface FormFieldProps {
  readonly field: FormField
  readonly form: GuestForm
  readonly reason: string | undefined
  readonly mark: FieldMark | undefined
  readonly hasFocus: boolean
  readonly onText: (text: string) => void
  readonly onFlag: (flag: 'hasSingleName' | 'hasNoExpiry', value: boolean) => void
}

/** One field of the register, with the control that suits it. */
export function FormFieldInput({ field, form, reason, mark, hasFocus, onText, onFlag }: FormFieldProps) {
  const { say } = useWords()
  const hint = hintOf(field)
  return (
    <Field
      label={field === 'purpose' ? say('fields.purpose') : say(`fields.${field}`)}
      hint={hint === null ? undefined : say(`guest.form.${hint}`)}
      reason={reason}
      mark={mark}
      span={6}
    >
      {(input) => (
        <>
          <Control field={field} form={form} input={input} hasFocus={hasFocus} onText={onText} />
          {field === 'givenNames' && (
            <Flag name="hasSingleName" isSet={form.hasSingleName} onSet={(value) => onFlag('hasSingleName', value)} />
          )}
          {field === 'expiryDate' && (
            <Flag name="hasNoExpiry" isSet={form.hasNoExpiry} onSet={(value) => onFlag('hasNoExpiry', value)} />
          )}
        </>
      )}
    </Field>
  )
}

interface ControlProps extends Pick<FormFieldProps, 'field' | 'form' | 'hasFocus' | 'onText'> {
  readonly input: FieldInputProps
}

function Control({ field, form, input, hasFocus, onText }: ControlProps) {
  const { say } = useWords()
  const value = form.texts[field]
  const common = { ...input, autoFocus: hasFocus, value, onChange: onText }
  const none = { value: '', label: say('guest.form.choose') }
  switch (field) {
    case 'citizenship':
      return <CountryInput {...common} />
    case 'sex':
      return <SelectInput {...common} choices={[none, ...SEXES.map((sex) => ({ value: sex, label: say(`sexes.${sex}`) }))]} />
    case 'documentType':
      return (
        <SelectInput
          {...common}
          choices={[none, ...DOCUMENT_TYPES.map((type) => ({ value: type, label: say(`documentTypes.${type}`) }))]}
        />
      )
    case 'purpose':
      return (
        <SelectInput
          {...common}
          choices={[none, ...PURPOSES.map((purpose) => ({ value: purpose, label: say(`purposes.${purpose}`) }))]}
        />
      )
    case 'visaEntries':
      return (
        <SelectInput
          {...common}
          choices={[none, ...VISA_ENTRIES.map((entries) => ({ value: entries, label: say(`visaEntries.${entries}`) }))]}
        />
      )
    case 'birthDate':
    case 'issueDate':
    case 'expiryDate':
    case 'departureDate':
    case 'borderEntryDate':
    case 'visaValidUntil':
      return (
        <TextInput
          {...common}
          data-field={field}
          inputMode="numeric"
          disabled={field === 'expiryDate' && form.hasNoExpiry}
          onChange={(text) => onText(withDots(text))}
        />
      )
    default:
      return <TextInput {...common} data-field={field} disabled={field === 'givenNames' && form.hasSingleName} />
  }
}

interface FlagProps {
  readonly name: 'hasSingleName' | 'hasNoExpiry'
  readonly isSet: boolean
  readonly onSet: (value: boolean) => void
}

function Flag({ name, isSet, onSet }: FlagProps) {
  const { say } = useWords()
  return (
    <label className={styles.flag}>
      <input type="checkbox" checked={isSet} onChange={(event) => onSet(event.currentTarget.checked)} />
      {say(`fields.${name}`)}
    </label>
  )
}

function hintOf(field: FormField): 'countryHint' | 'dateHint' | 'departureHint' | null {
  switch (field) {
    case 'citizenship':
      return 'countryHint'
    case 'departureDate':
      return 'departureHint'
    case 'birthDate':
    case 'issueDate':
    case 'expiryDate':
    case 'borderEntryDate':
    case 'visaValidUntil':
      return 'dateHint'
    default:
      return null
  }
}
