import { type FormEvent, useState } from 'react'
import type { LossCase } from '#shared/contract/lost-passport-contract.ts'
import { LOSS_ENDINGS } from '#shared/domain/lost-passport.ts'
import { Button } from '../../../components/button.tsx'
import { Field, FieldGrid } from '../../../components/field.tsx'
import { RadioCards } from '../../../components/radio-cards.tsx'
import { TextInput } from '../../../components/text-input.tsx'
import { KeptLine } from '../../../drafts/kept-line.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import type { GuestDetail } from '../guest-form.ts'
import { FormTrouble } from '../meanwhile/form-trouble.tsx'
import styles from './lost-passport.module.css'
import { useLossForm } from './use-loss-form.ts'
import { useLossActs } from './use-lost-passport.ts'

interface CloseFormProps {
  readonly loss: LossCase
  readonly detail: GuestDetail
  readonly onClose: () => void
}

/** How it ended, with a note that is asked for where there was no outcome. */
export function CloseForm({ loss, detail, onClose }: CloseFormProps) {
  const { say } = useWords()
  const { texts, set, kept } = useLossForm(detail, 'close', {})
  const { close: closing } = useLossActs(loss.noticeId)
  const [wasTried, setWasTried] = useState(false)
  const isNoteOwed = texts.ending === 'unresolved' && texts.words.trim() === ''

  function submit(event: FormEvent): void {
    event.preventDefault()
    setWasTried(true)
    if (isNoteOwed || closing.isPending) return
    const seen = { caseId: loss.id, version: loss.version }
    closing.mutate({ ...seen, ending: texts.ending, note: texts.words }, { onSuccess: kept.drop })
  }

  return (
    <form
      className={styles.closing}
      aria-label={say('lostPassport.close.confirm')}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <div className={styles.endings}>
        <RadioCards
          legend={say('lostPassport.close.title')}
          name="ending"
          value={texts.ending}
          choices={LOSS_ENDINGS.map((ending) => ({ value: ending, title: say(`lostPassport.endings.${ending}`) }))}
          onChange={(ending) => set({ ending })}
        />
      </div>
      <FieldGrid>
        <Field
          label={say('lostPassport.close.note')}
          reason={wasTried && isNoteOwed ? say('lostPassport.close.noteNeeded') : undefined}
          span={12}
        >
          {(input) => (
            <TextInput {...input} name="note" maxLength={1000} value={texts.words} onChange={(words) => set({ words })} />
          )}
        </Field>
      </FieldGrid>
      <div className={styles.failure}>
        <FormTrouble detail={detail} form={kept} error={closing.error} isBusy={closing.isPending || closing.isSuccess} />
      </div>
      <div className={styles.acts}>
        <Button type="submit" look="main" icon="check" disabled={closing.isPending}>
          {say('lostPassport.close.confirm')}
        </Button>
        <Button look="bare" shortcut="Esc" onClick={onClose}>
          {say('common.cancel')}
        </Button>
        <KeptLine form={kept} />
      </div>
    </form>
  )
}
