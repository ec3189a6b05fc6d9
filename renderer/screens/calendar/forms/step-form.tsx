import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './form.module.css'

interface StepFormProps {
  readonly title: string
  /** `name` of the field the cursor starts in. */
  readonly startsIn: string
  readonly onEnter: () => void
  readonly onLeave: () => void
  readonly children: ReactNode
}

/** A step for the working copy, typed in: heading, fields, enter or leave. */
export function StepForm({ title, startsIn, onEnter, onLeave, children }: StepFormProps) {
  const { say } = useWords()
  const ref = useRef<HTMLFormElement>(null)
  // Where it started: what is typed meanwhile does not move the cursor.
  const [first] = useState(startsIn)
  useEffect(() => ref.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus(), [first])
  return (
    <form
      ref={ref}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        onEnter()
      }}
    >
      <h3>{title}</h3>
      {children}
      <div className={styles.buttons}>
        <Button type="submit" isSmall look="soft" icon="check">
          {say('calendarScreen.form.add')}
        </Button>
        <Button isSmall look="bare" shortcut="Esc" onClick={onLeave}>
          {say('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
