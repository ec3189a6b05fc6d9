import styles from './delivery.module.css'

interface FlagProps {
  readonly label: string
  readonly isSet: boolean
  readonly onSet: (isSet: boolean) => void
}

/** Yes or no, with its words beside it. */
export function Flag({ label, isSet, onSet }: FlagProps) {
  return (
    <label className={styles.flag}>
      <input type="checkbox" checked={isSet} onChange={(event) => onSet(event.currentTarget.checked)} />
      {label}
    </label>
  )
}
