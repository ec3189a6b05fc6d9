import type { ReactNode } from 'react'
import styles from './radio-cards.module.css'

interface RadioCardsProps<Value extends string> {
  readonly legend: string
  /** Where a heading beside it says the same. */
  readonly isLegendHidden?: boolean
  readonly name: string
  readonly value: Value
  readonly choices: readonly {
    readonly value: Value
    readonly title: string
    readonly text?: string
    /** Beside the title: what is special about this one now. */
    readonly mark?: ReactNode
  }[]
  readonly isDisabled?: boolean
  readonly onChange: (value: Value) => void
}

/** One of a few that need a word of explanation. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { legend, isLegendHidden = false, name, value, choices, isDisabled = false, onChange } = props
  const isPlain = choices.every((choice) => choice.text === undefined)
  return (
    <fieldset className={styles.cards}>
      <legend className={isLegendHidden ? 'sr' : undefined}>{legend}</legend>
      <div className={isPlain ? styles.row : styles.list}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.card}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={isDisabled}
              onChange={() => onChange(choice.value)}
            />
            <span className="grow">
              <span className={styles.title}>
                <b>{choice.title}</b>
                {choice.mark}
              </span>
              {choice.text !== undefined && <span className={styles.text}>{choice.text}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
