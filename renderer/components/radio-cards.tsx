import styles from './radio-cards.module.css'

interface RadioCardsProps<Value extends string> {
  readonly legend: string
  readonly name: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly title: string; readonly text?: string }[]
  readonly onChange: (value: Value) => void
}

/** One of a few that need a word of explanation. */
export function RadioCards<Value extends string>({ legend, name, value, choices, onChange }: RadioCardsProps<Value>) {
  const isPlain = choices.every((choice) => choice.text === undefined)
  return (
    <fieldset className={styles.cards}>
      <legend>{legend}</legend>
      <div className={isPlain ? styles.row : styles.list}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.card}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>
              <b>{choice.title}</b>
              {choice.text !== undefined && <span className={styles.text}>{choice.text}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
