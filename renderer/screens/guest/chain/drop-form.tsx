import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import type { Notice } from '#shared/contract/schemas.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { TextInput } from '../../../components/text-input.tsx'
import { KeptLine } from '../../../drafts/kept-line.tsx'
import { useKeptForm } from '../../../drafts/use-kept-form.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { GuestDetail } from '../guest-form.ts'
import { FormTrouble } from '../meanwhile/form-trouble.tsx'
import { seenOf } from '../meanwhile/news-since.ts'
import styles from './chain-panel.module.css'

const SHORTEST_REASON = 3

/** Name under which it is kept beside the notice's other forms. */
export const DROP_FORM = 'drop'

const reasonSchema = z.string()

interface DropFormProps {
  readonly notice: Notice
  readonly detail: GuestDetail
  /** Somebody opened the form; what stands open again by itself leaves the cursor where it is. */
  readonly takesFocus: boolean
  readonly onLeave: () => void
}

/** Not sending what was not sent yet, with a reason that stays. */
export function DropForm({ notice, detail, takesFocus, onLeave }: DropFormProps) {
  const { say } = useWords()
  const { api } = useDesk()
  const form = useKeptForm(notice.id, DROP_FORM, reasonSchema)
  const reason = form.typed ?? ''
  const [wasTried, setWasTried] = useState(false)
  const dropping = useMutation(api.guest.cancel.mutationOptions())
  const isTooShort = reason.trim().length < SHORTEST_REASON

  function drop(event: FormEvent): void {
    event.preventDefault()
    setWasTried(true)
    if (isTooShort || dropping.isPending) return
    dropping.mutate(
      { noticeId: notice.id, version: notice.version, reason: reason.trim() },
      {
        onSuccess() {
          form.drop()
          onLeave()
        },
      },
    )
  }

  return (
    <form className={styles.form} onSubmit={drop} aria-label={say('noticeChain.drop')}>
      <Field
        label={say('noticeChain.dropWhy')}
        hint={say('noticeChain.dropEffect')}
        reason={wasTried && isTooShort ? say('guestActs.fields.reasonShort') : undefined}
      >
        {(input) => (
          <TextInput
            {...input}
            autoFocus={takesFocus}
            maxLength={500}
            value={reason}
            onChange={(text) => (text === '' ? form.drop() : form.keep(text, seenOf(detail)))}
          />
        )}
      </Field>
      <FormTrouble detail={detail} form={form} error={dropping.error} isBusy={dropping.isPending || dropping.isSuccess} />
      <p className={styles.acts}>
        <Button type="submit" isSmall disabled={dropping.isPending}>
          {say('noticeChain.dropConfirm')}
        </Button>
        <Button isSmall look="bare" onClick={onLeave}>
          {say('common.cancel')}
        </Button>
        <KeptLine form={form} />
      </p>
    </form>
  )
}
