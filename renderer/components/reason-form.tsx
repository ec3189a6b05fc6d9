import { type FormEvent, type ReactNode, useState } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { Button } from './button.tsx'
import { ErrorPanel } from './error-panel.tsx'
import { Field } from './field.tsx'
import styles from './reason-form.module.css'
import { TextInput } from './text-input.tsx'

/** As the contract asks for it. */
const SHORTEST_REASON = 3

interface ReasonFormProps {
  /** What will happen, in a sentence or two. */
  readonly effect: ReactNode
  /** On the button: the act itself, never "OK". */
  readonly act: string
  readonly isBusy: boolean
  readonly error: unknown
  readonly onAct: (reason: string) => void
  readonly onLeave: () => void
  /** The cursor goes into the reason at once; not where choosing alone opened the form. */
  readonly takesFocus?: boolean
}

/** A change of what the property follows: what it does, why it is made, and the act. The reason goes into the journal. */
export function ReasonForm({ effect, act, isBusy, error, onAct, onLeave, takesFocus = true }: ReasonFormProps) {
  const { say } = useWords()
  const [reason, setReason] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const isTooShort = reason.trim().length < SHORTEST_REASON

  function submit(event: FormEvent): void {
    event.preventDefault()
    setWasTried(true)
    if (!isTooShort && !isBusy) onAct(reason.trim())
  }

  return (
    <form
      className={styles.form}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onLeave()
      }}
    >
      {effect !== null && <div className={styles.effect}>{effect}</div>}
      <Field
        label={say('common.reason')}
        hint={say('common.reasonHint')}
        reason={wasTried && isTooShort ? say('common.reasonShort') : undefined}
      >
        {(input) => <TextInput {...input} autoFocus={takesFocus} maxLength={500} value={reason} onChange={setReason} />}
      </Field>
      {error !== null && <ErrorPanel error={error} />}
      <div className={styles.acts}>
        <Button type="submit" look="main" disabled={isBusy}>
          {act}
        </Button>
        <Button look="bare" onClick={onLeave}>
          {say('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
