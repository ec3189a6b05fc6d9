import { Button } from '../components/button.tsx'
import { useWords } from '../i18n/use-words.ts'
import styles from './kept-line.module.css'
import type { UsedForm } from './use-kept-form.ts'

/** Under a form: that what was typed will not be lost, or why it might be; and giving it up. Nothing while nothing is typed. */
export function KeptLine({ form: { typed, state, drop } }: { readonly form: UsedForm<unknown> }) {
  const { say } = useWords()
  if (typed === null) return null
  return (
    <span className={styles.line}>
      {state.kind !== 'none' && (
        <span role={state.kind === 'failed' ? 'alert' : undefined}>
          {say(state.kind === 'failed' ? 'guest.form.draftFailed' : 'guest.form.draftKept')}
        </span>
      )}
      <Button
        isSmall
        look="bare"
        data-act="discard-typed"
        onClick={(event) => {
          // The button goes with what was typed: the cursor goes on in the form.
          const field = event.currentTarget.form?.querySelector('input')
          drop()
          field?.focus()
        }}
      >
        {say('keptForms.discard')}
      </Button>
    </span>
  )
}
