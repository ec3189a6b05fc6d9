import type { ComponentProps } from 'react'
import { Field } from '../../../components/field.tsx'
import { TextInput } from '../../../components/text-input.tsx'
import styles from './delivery.module.css'

interface TextFieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly reason?: string | undefined
  readonly span?: number
  readonly value: string
  readonly onChange: (value: string) => void
  readonly input?: Pick<ComponentProps<typeof TextInput>, 'type' | 'inputMode' | 'isMono' | 'maxLength' | 'autoComplete'>
}

/** One line of text with its name. */
export function TextField({ label, hint, reason, span = 6, value, onChange, input = {} }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} reason={reason} span={span}>
      {(field) => <TextInput maxLength={300} {...field} {...input} value={value} onChange={onChange} />}
    </Field>
  )
}

/** Several lines of text with their name. */
export function LinesField({ label, hint, reason, value, onChange }: Omit<TextFieldProps, 'input' | 'span'>) {
  return (
    <Field label={label} hint={hint} reason={reason} span={12}>
      {(field) => (
        <textarea
          {...field}
          className={styles.lines}
          rows={3}
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
