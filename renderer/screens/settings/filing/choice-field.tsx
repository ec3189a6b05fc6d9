import { Field } from '../../../components/field.tsx'
import { SelectInput } from '../../../components/text-input.tsx'

interface ChoiceFieldProps<Choice extends string> {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly value: Choice
  readonly words: (choice: Choice) => string
  readonly onChange: (choice: Choice) => void
}

/** One of a few, with its name above. */
export function ChoiceField<Choice extends string>({ label, choices, value, words, onChange }: ChoiceFieldProps<Choice>) {
  return (
    <Field label={label} span={6}>
      {(input) => (
        <SelectInput
          {...input}
          value={value}
          choices={choices.map((choice) => ({ value: choice, label: words(choice) }))}
          onChange={(picked) => {
            const choice = choices.find((known) => known === picked)
            if (choice !== undefined) onChange(choice)
          }}
        />
      )}
    </Field>
  )
}
