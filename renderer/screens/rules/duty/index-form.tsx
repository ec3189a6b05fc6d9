import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { wholeNumber } from '#shared/i18n/numbers.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Field } from '../../../components/field.tsx'
import { TextInput } from '../../../components/text-input.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { useRulesAnswer } from '../use-rules-answer.ts'
import { type IndexLine, readIndex } from './cost.ts'
import styles from './index-form.module.css'

interface IndexFormProps extends IndexLine {
  readonly onDone: () => void
}

/** The property's own figure for one year, and the way back to the program's. */
export function IndexForm({ year, index, onDone }: IndexFormProps) {
  const { say } = useWords()
  const { api } = useDesk()
  const show = useRulesAnswer()
  const [text, setText] = useState(index === null ? '' : wholeNumber(index.tenge))
  const [wasTried, setWasTried] = useState(false)
  const saving = useMutation(
    api.rules.setMonthlyIndex.mutationOptions({
      onSuccess(rules) {
        show(rules)
        onDone()
      },
    }),
  )
  const tenge = readIndex(text)

  function save(event: FormEvent): void {
    event.preventDefault()
    setWasTried(true)
    if (tenge !== null && !saving.isPending) saving.mutate({ year, tenge })
  }

  return (
    <form
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onDone()
      }}
    >
      <Field
        label={say('rules.fine.label', { year: String(year) })}
        hint={say('rules.fine.hint')}
        reason={wasTried && tenge === null ? say('rules.fine.notNumber') : undefined}
      >
        {(input) => <TextInput {...input} autoFocus inputMode="numeric" maxLength={12} value={text} onChange={setText} />}
      </Field>
      {saving.error !== null && <ErrorPanel error={saving.error} />}
      <div className={styles.acts}>
        <Button type="submit" isSmall look="main" disabled={saving.isPending}>
          {say('common.save')}
        </Button>
        {index?.isOwn === true && (
          <Button isSmall disabled={saving.isPending} onClick={() => saving.mutate({ year, tenge: null })}>
            {say('rules.fine.reset')}
          </Button>
        )}
        <Button isSmall look="bare" onClick={onDone}>
          {say('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
