import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Notice } from '#shared/contract/schemas.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Field } from '../../../components/field.tsx'
import { TextInput } from '../../../components/text-input.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './chain-panel.module.css'

const SHORTEST_REASON = 3

interface DropFormProps {
  readonly notice: Notice
  readonly onLeave: () => void
}

/** Not sending what was not sent yet, with a reason that stays. */
export function DropForm({ notice, onLeave }: DropFormProps) {
  const { say } = useWords()
  const { api } = useDesk()
  const [reason, setReason] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const dropping = useMutation(api.guest.cancel.mutationOptions())
  const isTooShort = reason.trim().length < SHORTEST_REASON

  function drop(event: FormEvent): void {
    event.preventDefault()
    setWasTried(true)
    if (isTooShort || dropping.isPending) return
    dropping.mutate({ noticeId: notice.id, version: notice.version, reason: reason.trim() }, { onSuccess: onLeave })
  }

  return (
    <form className={styles.form} onSubmit={drop} aria-label={say('noticeChain.drop')}>
      <Field
        label={say('noticeChain.dropWhy')}
        hint={say('noticeChain.dropEffect')}
        reason={wasTried && isTooShort ? say('guestActs.fields.reasonShort') : undefined}
      >
        {(input) => <TextInput {...input} autoFocus maxLength={500} value={reason} onChange={setReason} />}
      </Field>
      {dropping.error !== null && <ErrorPanel error={dropping.error} />}
      <p className={styles.acts}>
        <Button type="submit" isSmall disabled={dropping.isPending}>
          {say('noticeChain.dropConfirm')}
        </Button>
        <Button isSmall look="bare" onClick={onLeave}>
          {say('common.cancel')}
        </Button>
      </p>
    </form>
  )
}
