import { type Ref, useId } from 'react'
import { Icon } from './icon.tsx'
import { Kbd } from './kbd.tsx'
import styles from './search-box.module.css'

interface SearchBoxProps {
  /** For a screen reader; the hint inside is no label. */
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onEnter?: () => void
  readonly shortcut?: string
  readonly ref?: Ref<HTMLInputElement>
}

export function SearchBox({ label, hint, value, onChange, onEnter, shortcut, ref }: SearchBoxProps) {
  const id = useId()
  return (
    <search className={styles.box}>
      <Icon name="search" />
      <label className="sr" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        ref={ref}
        type="text"
        autoComplete="off"
        spellCheck={false}
        className={styles.input}
        placeholder={hint}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnter?.()
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
    </search>
  )
}
