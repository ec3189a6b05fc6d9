import { type ReactNode, useId } from 'react'
import styles from './field.module.css'
import { join } from './join.ts'
import { Tag } from './tag.tsx'

/** Right end of the label: a check digit that fits, a field to fill in, a value that was refused. */
export interface FieldMark {
  readonly tone: 'accepted' | 'incomplete' | 'rejected'
  readonly text: string
}

/** Give these to the input itself: they tie label, hint and reason to it. */
export interface FieldInputProps {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean | undefined
}

interface FieldProps {
  readonly label: string
  /** How to fill it in; stands below. */
  readonly hint?: string | undefined
  /** Why the value was not taken; replaces the hint. */
  readonly reason?: string | undefined
  readonly mark?: FieldMark | undefined
  /** Columns of the twelve of a {@link FieldGrid}. */
  readonly span?: number
  readonly children: (input: FieldInputProps) => ReactNode
}

/** One field: label above, hint or reason below, state at the right of the label. A label is never a placeholder. */
export function Field({ label, hint, reason, mark, span = 3, children }: FieldProps) {
  const id = useId()
  const note = reason ?? hint
  const icons = { accepted: 'check', incomplete: 'gap', rejected: 'stop' } as const
  return (
    <div className={styles.field} style={{ gridColumn: `span ${span}` }}>
      <div className={styles.label}>
        <label htmlFor={id}>{label}</label>
        {mark !== undefined && (
          <span className={styles.mark}>
            <Tag icon={icons[mark.tone]} tone={mark.tone}>
              {mark.text}
            </Tag>
          </span>
        )}
      </div>
      {children({
        id,
        'aria-describedby': note === undefined ? undefined : `${id}-note`,
        'aria-invalid': reason === undefined ? undefined : true,
      })}
      {note !== undefined && (
        <p id={`${id}-note`} className={join(styles.note, reason !== undefined && styles.reason)}>
          {note}
        </p>
      )}
    </div>
  )
}

/** Twelve columns of fields. */
export function FieldGrid({ children }: { readonly children: ReactNode }) {
  return <div className={styles.grid}>{children}</div>
}
