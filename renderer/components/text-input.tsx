import type { ComponentProps } from 'react'
import { join } from './join.ts'
import styles from './text-input.module.css'

type TextInputProps = Omit<ComponentProps<'input'>, 'onChange' | 'value'> & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly isMono?: boolean
}

/** A line of text at the height of every control. Belongs into a Field, which labels it. */
export function TextInput({ value, onChange, isMono = false, className, ...input }: TextInputProps) {
  return (
    <input
      autoComplete="off"
      spellCheck={false}
      {...input}
      className={join(styles.input, isMono && styles.mono, className)}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

interface Choice {
  readonly value: string
  readonly label: string
}

type SelectInputProps = Omit<ComponentProps<'select'>, 'onChange' | 'value'> & {
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChange: (value: string) => void
}

/** One of a few. The system's own list: typing a letter jumps, and every screen reader knows it. */
export function SelectInput({ value, choices, onChange, className, ...select }: SelectInputProps) {
  return (
    <select
      {...select}
      className={join(styles.input, styles.select, className)}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}
